/** What the settings page asks the server. */
import { keepPreviousData, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import type {
  SettingsPreview,
  SettingsPreviewRequest,
  SettingsPublish,
  SettingsPublished,
  SettingsRestore,
  SettingsVersion,
  StreetSettings,
} from "../../server/contract/types.ts";
import { api } from "../app/api.ts";

const path = (street: string, more = "") => `/streets/${encodeURIComponent(street)}/settings${more}`;

export function useSettings(street: string) {
  return useQuery({ queryKey: ["settings", street], queryFn: () => api.get<StreetSettings>(path(street)) });
}

/** What changes would do; the last answer stays until the next is there. */
export function usePreview(street: string, request: SettingsPreviewRequest) {
  return useQuery({
    queryKey: ["settings", street, "preview", request],
    queryFn: () => api.post<SettingsPreview>(path(street, "/preview"), request),
    placeholderData: keepPreviousData,
    staleTime: 30_000,
  });
}

export function useHistory(street: string, isOpen: boolean) {
  return useQuery({
    queryKey: ["settings", street, "history"],
    queryFn: () => api.get<SettingsVersion[]>(path(street, "/history")),
    enabled: isOpen,
  });
}

/** What is published may change words and limits on any page. */
export function usePublish(street: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: SettingsPublish) => api.post<SettingsPublished>(path(street), body),
    onSuccess: () => queries.invalidateQueries(),
  });
}

export function useRestore(street: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: SettingsRestore) => api.post<SettingsPublished>(path(street, "/restore"), body),
    onSuccess: () => queries.invalidateQueries(),
  });
}
