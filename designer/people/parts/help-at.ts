/** What the server says of one field of a dialog is said at the field; anything else above them all. */
import { ApiError } from "../../app/api.ts";
import { currentLanguage } from "../../app/i18n.ts";

export function helpAt(error: unknown, path: string): { validateStatus: "error"; help: string } | object {
  if (!(error instanceof ApiError) || error.body.path !== path) return {};
  return { validateStatus: "error", help: currentLanguage() === "en" ? error.body.en : error.body.zh };
}

/** The error, unless one of the fields says it already. */
export const besides = (error: unknown, paths: readonly string[]): unknown =>
  error instanceof ApiError && paths.includes(error.body.path ?? "") ? undefined : error;
