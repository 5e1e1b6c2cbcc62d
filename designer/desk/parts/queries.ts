/** What the desk asks the server, under one set of keys, so that a command can say what it has made stale. */
import { useQuery, useQueryClient } from "@tanstack/react-query";
import type {
  CaseDetail,
  CaseDiagram,
  FormSummary,
  Home,
  Matter,
  NoticePage,
  Task,
  Unit,
  Vocabulary,
} from "../../../server/contract/types.ts";
import { api } from "../../app/api.ts";

const minute = 60_000;
/** How often an open page looks again; the server answers these from indexes. */
export const liveEvery = 5_000;

const withStreet = (path: string, street: string): string =>
  street === "" ? path : `${path}?street=${encodeURIComponent(street)}`;

export function useUnits(street = "") {
  return useQuery({
    queryKey: ["units", street],
    staleTime: 10 * minute,
    queryFn: () => api.get<Unit[]>(withStreet("/units", street)),
  });
}

export function useMatters(street: string) {
  return useQuery({
    queryKey: ["matters", street],
    staleTime: 10 * minute,
    queryFn: () => api.get<Matter[]>(withStreet("/matters", street)),
  });
}

export function useVocabularies(street: string) {
  return useQuery({
    queryKey: ["vocabularies", street],
    staleTime: 10 * minute,
    queryFn: () => api.get<Vocabulary[]>(withStreet("/vocabularies", street)),
  });
}

export function useForms(street: string) {
  return useQuery({
    queryKey: ["forms", street],
    staleTime: 10 * minute,
    queryFn: () => api.get<FormSummary[]>(withStreet("/forms", street)),
  });
}

export function useHome() {
  return useQuery({ queryKey: ["home"], refetchInterval: liveEvery, queryFn: () => api.get<Home>("/home") });
}

export function useNotices() {
  return useQuery({
    queryKey: ["notices"],
    refetchInterval: 2 * liveEvery,
    queryFn: () => api.get<NoticePage>("/notices?limit=20"),
  });
}

export function useCase(id: string | undefined) {
  return useQuery({
    queryKey: ["case", id],
    enabled: id !== undefined,
    refetchInterval: liveEvery,
    queryFn: () => api.get<CaseDetail>(`/cases/${encodeURIComponent(id ?? "")}`),
  });
}

export function useCaseDiagram(id: string) {
  return useQuery({
    queryKey: ["case", id, "diagram"],
    refetchInterval: 2 * liveEvery,
    queryFn: () => api.get<CaseDiagram>(`/cases/${encodeURIComponent(id)}/diagram`),
  });
}

/** A task as this person may see it. Read once: a form that is being filled must not change under the hand. */
export function useTask(street: string, id: string) {
  return useQuery({
    queryKey: ["task", street, id],
    staleTime: 30_000,
    refetchOnWindowFocus: false,
    retry: false,
    queryFn: () => api.get<Task>(`/tasks/${encodeURIComponent(street)}/${encodeURIComponent(id)}`),
  });
}

/** After a command: everything that shows cases or tasks is read again. */
export function useCasesChanged() {
  const queries = useQueryClient();
  return async () => {
    await Promise.all(
      ["case", "task", "tasks", "cases", "home", "notices"].map((key) =>
        queries.invalidateQueries({ queryKey: [key] }),
      ),
    );
  };
}
