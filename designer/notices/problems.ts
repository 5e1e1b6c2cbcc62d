/** The server's sentence for one field, in the language of the screen. */
import { ApiError } from "../app/api.ts";
import { currentLanguage } from "../app/i18n.ts";

/** In: what was thrown and the field's pointer. Out: its sentence, or undefined when it is about another one. */
export function problemAt(error: unknown, path: string): string | undefined {
  if (!(error instanceof ApiError)) return undefined;
  const { body } = error;
  const found = [body, ...(body.problems ?? [])].find((each) => each.path === path);
  if (found === undefined) return undefined;
  return currentLanguage() === "en" ? found.en : found.zh;
}

/** True when the failure is about no field of its own, and must be said as a whole. */
export const isGeneral = (error: unknown): boolean => !(error instanceof ApiError) || error.body.path === undefined;
