/** The receipts of an announcement as a table for Excel: what offices file with the paper itself. */
import type { AnnouncementDetail, Title } from "../contract/types.ts";
import type { Sheet } from "../external/write-workbook.ts";

type Language = "zh-CN" | "en";

const words = {
  "zh-CN": {
    ...{ title: "接收情况", name: "姓名", posts: "岗位", readAt: "阅读时间", confirmedAt: "确认时间", between: "；" },
    ...{ notRead: "未读", notConfirmed: "未确认" },
  },
  en: {
    ...{
      title: "Receipts",
      name: "Name",
      posts: "Posts",
      readAt: "Read at",
      confirmedAt: "Confirmed at",
      between: "; ",
    },
    ...{ notRead: "not read", notConfirmed: "not confirmed" },
  },
} as const;

/** 2026-11-23 10:00 in the city's time zone: sorts as text and is read as a date. */
function moment(instant: string | undefined, otherwise: string, timeZone: string): string {
  if (instant === undefined) return otherwise;
  const parts = new Intl.DateTimeFormat("sv-SE", { timeZone, dateStyle: "short", timeStyle: "short" });
  return parts.format(Date.parse(instant));
}

export function receiptSheet(
  { announcement, receipts }: AnnouncementDetail,
  language: Language,
  timeZone: string,
): Sheet {
  const { title, name, posts, readAt, confirmedAt, between, notRead, notConfirmed } = words[language];
  const say = (said: Title) => (language === "en" ? (said.en ?? said["zh-CN"]) : said["zh-CN"]);
  return {
    title,
    header: [name, posts, readAt, ...(announcement.confirm ? [confirmedAt] : [])],
    widths: [14, 48, 18, 18],
    rows: receipts.map((receipt) => [
      ...[receipt.name, receipt.posts.map(say).join(between), moment(receipt.readAt, notRead, timeZone)],
      ...(announcement.confirm ? [moment(receipt.confirmedAt, notConfirmed, timeZone)] : []),
    ]),
  };
}
