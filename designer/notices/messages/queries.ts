/** What the page of messages asks the server. */
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import type { SettingsPublish, SettingsPublished, StreetMessages } from "../../../server/contract/types.ts";
import { api } from "../../app/api.ts";

const path = (street: string, end: string) => `/streets/${encodeURIComponent(street)}/${end}`;

export function useMessages(street: string) {
  return useQuery({
    queryKey: ["settings", street, "messages"],
    queryFn: () => api.get<StreetMessages>(path(street, "messages")),
  });
}

/** Publishes the next version of the street's settings. */
export function usePublishMessage(street: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: SettingsPublish) => api.post<SettingsPublished>(path(street, "settings"), body),
    onSuccess: () => queries.invalidateQueries({ queryKey: ["settings", street] }),
  });
}
