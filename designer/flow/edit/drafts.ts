/** The draft of one flow on the server: read, saved over what one has seen, checked, published, given up. */
import { useQuery } from "@tanstack/react-query";
import type { DefinitionDraft, PublishResult } from "../../../server/contract/types.ts";
import { definitionPath } from "../../admin/queries.ts";
import { api, ApiError } from "../../app/api.ts";

export interface FlowName {
  readonly pack: string;
  readonly key: string;
}

const draftPath = ({ pack, key }: FlowName): string =>
  `/definitions/${definitionPath({ pack, kind: "process", key })}/draft`;

export const draftKey = ({ pack, key }: FlowName) => ["draft", pack, "process", key] as const;

const readDraft = (name: FlowName) => api.get<DefinitionDraft>(draftPath(name));

export const saveDraft = (name: FlowName, content: string, editSequence: number) =>
  api.put<DefinitionDraft>(draftPath(name), { content, editSequence });

export const discardDraft = (name: FlowName, editSequence: number) =>
  api.delete<undefined>(`${draftPath(name)}?editSequence=${String(editSequence)}`);

interface Publication {
  readonly note: string;
  readonly editSequence: number;
  readonly checkOnly?: boolean;
  readonly baseVersion?: number;
}

export const publishDraft = (name: FlowName, publication: Publication) =>
  api.post<PublishResult>(`${draftPath(name)}/publish`, publication);

/** Read once for the editor: what somebody draws is not replaced by what comes from the server. */
export function useDraft(name: FlowName) {
  return useQuery({
    queryKey: draftKey(name),
    staleTime: Infinity,
    gcTime: 0,
    retry: false,
    refetchOnWindowFocus: false,
    queryFn: () => readDraft(name),
  });
}

/** The draft as it is now, to be looked at. */
export function useDraftNow(name: FlowName, isOn: boolean) {
  return useQuery({ queryKey: [...draftKey(name), "now"], enabled: isOn, queryFn: () => readDraft(name) });
}

/** How often an open editor asks whether somebody else has saved, in milliseconds. */
const watchEvery = 8_000;

export function useOthersDraft(name: FlowName, isOn: boolean) {
  return useQuery({
    queryKey: [...draftKey(name), "watch"],
    enabled: isOn,
    refetchInterval: watchEvery,
    queryFn: () => readDraft(name),
  });
}

/** Who was faster, as the server says it with DRAFT_CHANGED and VERSION_CHANGED. */
export interface Faster {
  readonly by: string;
  readonly at: string;
  readonly editSequence?: number;
  readonly version?: number;
}

export function fasterOf(error: unknown, code: "DRAFT_CHANGED" | "VERSION_CHANGED"): Faster | undefined {
  if (!(error instanceof ApiError) || error.body.code !== code) return undefined;
  return error.body.details as unknown as Faster;
}
