/** What went wrong, in the language of the screen, with the code that support can search for. */
import { ApiError } from "./api.ts";
import { currentLanguage } from "./i18n.ts";

export interface SaidFailure {
  readonly text: string;
  readonly code: string;
  readonly requestId?: string;
}

const unexpected = {
  "zh-CN": "页面出现意外，请刷新后重试。",
  en: "Something unexpected happened on this page. Reload and try again.",
} as const;

/** Accepts whatever was thrown; our own mistakes are said as such and never in technical words. */
export function sayFailure(error: unknown): SaidFailure {
  const language = currentLanguage();
  if (!(error instanceof ApiError)) return { text: unexpected[language], code: "SCREEN_FAILED" };
  const { body } = error;
  const text = language === "en" ? body.en : body.zh;
  return body.requestId === "-" ? { text, code: body.code } : { text, code: body.code, requestId: body.requestId };
}
