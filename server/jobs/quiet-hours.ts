/** 免打扰: when a message that is not urgent may go out, by the street's parameters in the pack's time zone. */
import type { Json } from "../../engine/model/json.ts";
import type { Catalogue } from "../runtime/catalogue-type.ts";
import { startOfDay } from "../views/moments.ts";

const DAY = 86_400_000;
const MINUTE = 60_000;

/** Milliseconds since midnight; undefined for what is no time of day. */
function timeOf(value: Json): number | undefined {
  const [, hours, minutes] = /^([01]\d|2[0-3]):([0-5]\d)$/.exec(typeof value === "string" ? value : "") ?? [];
  return hours === undefined ? undefined : (Number(hours) * 60 + Number(minutes)) * MINUTE;
}

/** When the quiet hours in which `at` lies end (epoch milliseconds); undefined outside of them. */
export function quietUntil(catalogue: Catalogue, street: string, at: number): number | undefined {
  if (catalogue.parameter(street, "quietHours", at) !== true) return undefined;
  const from = timeOf(catalogue.parameter(street, "quietFrom", at));
  const to = timeOf(catalogue.parameter(street, "quietTo", at));
  if (from === undefined || to === undefined || from === to) return undefined;
  const midnight = startOfDay(at, catalogue.timeZone);
  const now = at - midnight;
  if (from < to) return now >= from && now < to ? midnight + to : undefined;
  if (now >= from) return midnight + DAY + to;
  return now < to ? midnight + to : undefined;
}

const numberAt = (catalogue: Catalogue, street: string, key: string, at: number): number | undefined => {
  const value = catalogue.parameter(street, key, at);
  return typeof value === "number" ? value : undefined;
};

/** The first moment for a message made at `at`: urgent at once, others gathered for a while and not at night. */
export function sendableAt(catalogue: Catalogue, street: string, at: number, isUrgent: boolean): number {
  if (isUrgent) return at;
  const gathered = at + (numberAt(catalogue, street, "digestMinutes", at) ?? 0) * MINUTE;
  return quietUntil(catalogue, street, gathered) ?? gathered;
}

/** How often a letter is tried, and how long its record is kept (milliseconds). */
export const mostTries = (catalogue: Catalogue, street: string, at: number): number =>
  numberAt(catalogue, street, "deliveryTries", at) ?? 1;
export const logKeptFor = (catalogue: Catalogue, street: string, at: number): number | undefined => {
  const days = numberAt(catalogue, street, "deliveryLogDays", at);
  return days === undefined ? undefined : days * DAY;
};
