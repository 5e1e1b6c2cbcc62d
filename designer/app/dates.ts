/** Instants as people read them, always in the pack's time zone and never in the device's (decided.md 4). */
import { currentLanguage } from "./i18n.ts";

const zone = "Asia/Shanghai";

const parts = (at: Date): Record<string, string> =>
  Object.fromEntries(
    new Intl.DateTimeFormat("en-CA", {
      timeZone: zone,
      year: "numeric",
      month: "2-digit",
      day: "2-digit",
      hour: "2-digit",
      minute: "2-digit",
      hourCycle: "h23",
    })
      .formatToParts(at)
      .map((part) => [part.type, part.value]),
  );

/** `2026-11-23` of an instant. */
export function dayOf(at: string | Date): string {
  const { year, month, day } = parts(new Date(at));
  return `${year}-${month}-${day}`;
}

/** `2026-11-23 17:30`. */
export function sayMoment(at: string | Date): string {
  const { hour, minute } = parts(new Date(at));
  return `${dayOf(at)} ${hour}:${minute}`;
}

/** "今天 17:30", "昨天 08:00", "11月21日 09:10", with the year when it is another one. `now` comes from the server's clock. */
export function sayWhen(at: string | Date, now: string | Date): string {
  const moment = parts(new Date(at));
  const time = `${moment["hour"]}:${moment["minute"]}`;
  const days = Math.round((Date.parse(dayOf(at)) - Date.parse(dayOf(now))) / 86_400_000);
  const english = currentLanguage() === "en";
  const near = english ? ["Yesterday", "Today", "Tomorrow"] : ["昨天", "今天", "明天"];
  const word = near[days + 1];
  if (word !== undefined) return `${word} ${time}`;
  const sameYear = moment["year"] === parts(new Date(now))["year"];
  if (english) return `${sameYear ? "" : `${moment["year"]}-`}${moment["month"]}-${moment["day"]} ${time}`;
  return `${sameYear ? "" : `${moment["year"]}年`}${Number(moment["month"])}月${Number(moment["day"])}日 ${time}`;
}
