/** What can go wrong with posts and their days; a part of the table of problems, sorted as it is. */
import type { ProblemRow } from "./problem-row.ts";

export const postProblems = {
  POST_DATES_OFFICER: {
    status: 422,
    zh: "三员岗位由安全管理员确认后即时生效，不能预定起止日期。",
    en: "An officer's post begins when a security administrator agrees; it has no days set ahead.",
  },
  POST_FROM_INVALID: {
    status: 422,
    zh: "任职开始日应为今天或以后十年内的日期。",
    en: "A post begins today or on a day within the next ten years.",
  },
  POST_HAS_BEGUN: {
    status: 422,
    zh: "此岗位已经到任，开始日不能再改。",
    en: "This post has begun; its first day cannot be changed any more.",
  },
  POST_NONE: {
    status: 403,
    zh: "您目前没有在任岗位，不能登录，请联系本单位管理员。",
    en: "You hold no post at present, so you cannot sign in. Ask the administrator of your unit.",
  },
  POST_NOT_BEGUN: {
    status: 403,
    zh: "您的岗位自 {day} 起任职，当天起可以登录。",
    en: "Your post begins on {day}; you can sign in from that day on.",
  },
  POST_TAKEN: { status: 409, zh: "此人已有该岗位。", en: "The person holds this post already." },
  POST_UNKNOWN: { status: 422, zh: "该单位没有这个岗位。", en: "The unit has no such post." },
  POST_UNTIL_INVALID: {
    status: 422,
    zh: "任职截止日不能早于开始日或今天，也不能超过十年。",
    en: "The last day lies neither before the first day or today, nor more than ten years ahead.",
  },
} as const satisfies Readonly<Record<string, ProblemRow>>;
