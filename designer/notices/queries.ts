/** What the pages of notices and delivery ask the server. Keys begin with `notices`, so that the bell hears of changes. */
import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import type {
  AnnouncementChoices,
  AnnouncementDetail,
  AnnouncementPage,
  Audience,
  AudienceFound,
  Channel,
  DeliveryPage,
  Notice,
  NoticePage,
  NoticeWishes,
} from "../../server/contract/types.ts";
import { api } from "../app/api.ts";
import { liveEvery } from "../desk/parts/queries.ts";

const pageSize = 30;

/** `path?name=value&…` without what is empty. */
export function withQuery(path: string, query: Readonly<Record<string, string>>): string {
  const params = new URLSearchParams(Object.entries(query).filter(([, value]) => value !== ""));
  const text = params.toString();
  return text === "" ? path : `${path}?${text}`;
}

interface Paged {
  readonly cursor?: string;
}

/** A list that grows by pages and looks again every few seconds. */
function usePages<T extends Paged>(key: readonly string[], path: string, query: Readonly<Record<string, string>> = {}) {
  return useInfiniteQuery({
    queryKey: [...key, query],
    initialPageParam: "",
    refetchInterval: 2 * liveEvery,
    queryFn: ({ pageParam }) => api.get<T>(withQuery(path, { ...query, limit: String(pageSize), cursor: pageParam })),
    getNextPageParam: (last) => last.cursor,
  });
}

export const useReceived = (show: string) => usePages<NoticePage>(["notices", "received"], "/notices", { show });
export const useSent = () => usePages<AnnouncementPage>(["notices", "sent"], "/announcements");
export const useDeliveries = (query: Readonly<Record<string, string>>) =>
  usePages<DeliveryPage>(["deliveries"], "/deliveries", query);

export function useAnnouncement(street: string, id: string) {
  return useQuery({
    queryKey: ["notices", "sent", street, id],
    refetchInterval: liveEvery,
    queryFn: () =>
      api.get<AnnouncementDetail>(`/announcements/${encodeURIComponent(street)}/${encodeURIComponent(id)}`),
  });
}

export function useChoices() {
  return useQuery({
    queryKey: ["announcementChoices"],
    staleTime: 600_000,
    queryFn: () => api.get<AnnouncementChoices>("/announcements/choices"),
  });
}

export function useAudience(units: readonly string[], roles: readonly string[]) {
  return useQuery({
    queryKey: ["announcementAudience", units, roles],
    enabled: units.length > 0 && roles.length > 0,
    queryFn: () =>
      api.post<AudienceFound>("/announcements/audience", { units, roles } satisfies Readonly<
        Record<keyof Audience, unknown>
      >),
  });
}

export function useWishes() {
  return useQuery({ queryKey: ["noticeWishes"], queryFn: () => api.get<NoticeWishes>("/notice-wishes") });
}

export function useChannels(street: string) {
  return useQuery({
    queryKey: ["channels", street],
    queryFn: () => api.get<readonly Channel[]>(withQuery("/channels", { street })),
  });
}

const pathOf = (notice: Notice, end: "read" | "confirm") =>
  `/notices/${encodeURIComponent(notice.street ?? "")}/${encodeURIComponent(notice.id)}/${end}`;

/** Reading, confirming, and reading all of my notices. */
export function useNoticeActs() {
  const queries = useQueryClient();
  const onSettled = () =>
    Promise.all([
      queries.invalidateQueries({ queryKey: ["notices"] }),
      queries.invalidateQueries({ queryKey: ["home"] }),
    ]);
  return {
    read: useMutation({ mutationFn: (notice: Notice) => api.post<void>(pathOf(notice, "read")), onSettled }),
    confirm: useMutation({ mutationFn: (notice: Notice) => api.post<void>(pathOf(notice, "confirm")), onSettled }),
    readAll: useMutation({ mutationFn: () => api.post<void>("/notices/read"), onSettled }),
  };
}
