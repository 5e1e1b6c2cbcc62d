/** What the form designer asks the server. */
import { useQuery } from "@tanstack/react-query";
import type {
  DefinitionDraft,
  DefinitionDraftSummary,
  DefinitionSummary,
  Pack,
  PublishResult,
} from "../../../server/contract/types.ts";
import { api, ApiError } from "../../app/api.ts";
import type { FormContent } from "../model/fields.ts";
import type { Conflict } from "./draft-saver.ts";

export interface FormName {
  readonly pack: string;
  readonly key: string;
}

const encode = encodeURIComponent;
const draftPath = ({ pack, key }: FormName): string => `/definitions/${encode(pack)}/form/${encode(key)}/draft`;

export const fileText = (content: FormContent): string => JSON.stringify(content, null, 2);

export const readDraft = (name: FormName) => api.get<DefinitionDraft>(draftPath(name));

export const saveDraft = (name: FormName, content: FormContent, editSequence: number) =>
  api.put<DefinitionDraft>(draftPath(name), { content: fileText(content), editSequence });

export const discardDraft = (name: FormName, editSequence: number) =>
  api.delete<undefined>(`${draftPath(name)}?editSequence=${editSequence}`);

export interface Publishing {
  readonly note: string;
  readonly editSequence: number;
  readonly checkOnly?: boolean;
  readonly baseVersion?: number;
}

export const publishDraft = (name: FormName, publishing: Publishing) =>
  api.post<PublishResult>(`${draftPath(name)}/publish`, publishing);

export function usePacks() {
  return useQuery({ queryKey: ["packs"], queryFn: () => api.get<Pack[]>("/packs") });
}

export function useFormDrafts() {
  return useQuery({
    queryKey: ["drafts", "form"],
    queryFn: () => api.get<DefinitionDraftSummary[]>("/definitions/drafts?kind=form"),
  });
}

export function usePublishedForms() {
  return useQuery({
    queryKey: ["definitions", "form"],
    queryFn: () => api.get<DefinitionSummary[]>("/definitions?kind=form"),
  });
}

const details = (error: unknown, code: string) =>
  error instanceof ApiError && error.body.code === code ? (error.body.details ?? {}) : undefined;

/** Who saved the draft since we read it. */
export function conflictOf(error: unknown): Conflict | undefined {
  const told = details(error, "DRAFT_CHANGED");
  if (told === undefined) return undefined;
  return { by: String(told["by"]), at: String(told["at"]), editSequence: Number(told["editSequence"]) };
}

/** Who published a version since our draft began. */
export function newerVersionOf(error: unknown): { readonly by: string; readonly version: number } | undefined {
  const told = details(error, "VERSION_CHANGED");
  return told === undefined ? undefined : { by: String(told["by"]), version: Number(told["version"]) };
}

export const isNothingNew = (error: unknown): boolean => details(error, "NOTHING_TO_PUBLISH") !== undefined;
