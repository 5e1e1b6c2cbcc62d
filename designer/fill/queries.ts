/** What the phone reads, each under one key, so that a command knows what to read again. */
import { useInfiniteQuery, useQuery, useQueryClient } from "@tanstack/react-query";
import type {
  CaseDetail,
  CasePage,
  Form,
  Home,
  MapLayers,
  NoticePage,
  Place,
  Task,
  TaskPage,
} from "../../server/contract/types.ts";
import { api } from "../app/api.ts";
import { useSession } from "../app/session.ts";

const encode = encodeURIComponent;
const pageSize = 20;

/** The street whose forms, matters and map this person works with. */
export function useStreet(): string {
  const { data: session } = useSession();
  return session?.street ?? "";
}

export function useHome() {
  return useQuery({ queryKey: ["home"], queryFn: () => api.get<Home>("/home") });
}

export function useNotices() {
  return useQuery({
    queryKey: ["notices"],
    refetchInterval: 30_000,
    queryFn: () => api.get<NoticePage>("/notices?limit=50"),
  });
}

export type TaskView = "todo" | "done" | "overdue";

export function useTasks(view: TaskView, q: string, enabled: boolean) {
  return useInfiniteQuery({
    queryKey: ["tasks", view, q],
    enabled,
    initialPageParam: "",
    queryFn: ({ pageParam }) =>
      api.get<TaskPage>(
        `/tasks?view=${view}&limit=${pageSize}${q === "" ? "" : `&q=${encode(q)}`}${pageParam === "" ? "" : `&cursor=${encode(pageParam)}`}`,
      ),
    getNextPageParam: (last) => last.next,
  });
}

export function useMyCases(q: string, enabled: boolean) {
  return useInfiniteQuery({
    queryKey: ["cases", "mine", q],
    enabled,
    initialPageParam: "",
    queryFn: ({ pageParam }) =>
      api.get<CasePage>(
        `/cases?mine=true&limit=${pageSize}${q === "" ? "" : `&q=${encode(q)}`}${pageParam === "" ? "" : `&cursor=${encode(pageParam)}`}`,
      ),
    getNextPageParam: (last) => last.next,
  });
}

/** The first hundred cases I may see, for the map. */
export function useCasesOnMap() {
  return useQuery({ queryKey: ["cases", "map"], queryFn: () => api.get<CasePage>("/cases?limit=100") });
}

export function useMap(street: string) {
  return useQuery({
    queryKey: ["map", street],
    staleTime: 600_000,
    queryFn: () => api.get<MapLayers>(`/map?street=${encode(street)}`),
  });
}

export function useTask(street: string, id: string) {
  return useQuery({
    queryKey: ["task", street, id],
    // A form that changes under the writer's hands is worse than one that is a little old.
    refetchOnWindowFocus: false,
    queryFn: () => api.get<Task>(`/tasks/${encode(street)}/${encode(id)}`),
  });
}

export function useCase(id: string) {
  return useQuery({ queryKey: ["case", id], queryFn: () => api.get<CaseDetail>(`/cases/${encode(id)}`) });
}

export function useForm(key: string, street: string) {
  return useQuery({
    queryKey: ["form", key, street],
    staleTime: 300_000,
    refetchOnWindowFocus: false,
    queryFn: () => api.get<Form>(`/forms/${encode(key)}?street=${encode(street)}`),
  });
}

export function useFormVersion(key: string, version: number, street: string) {
  return useQuery({
    queryKey: ["form", key, street, version],
    staleTime: Number.POSITIVE_INFINITY,
    queryFn: () => api.get<Form>(`/forms/${encode(key)}/versions/${version}?street=${encode(street)}`),
  });
}

export function usePlaceByCode(code: string) {
  return useQuery({
    queryKey: ["place", code],
    enabled: code !== "",
    queryFn: () => api.get<Place>(`/places/${encode(code)}`),
  });
}

/** After a command: everything that may show the case is read again when next looked at. */
export function useAfterCommand() {
  const queries = useQueryClient();
  return async () => {
    const touched = new Set(["home", "tasks", "cases", "case", "task", "notices"]);
    await queries.invalidateQueries({ predicate: (query) => touched.has(String(query.queryKey[0])) });
  };
}
