/** The days of a post: from the first moment of one to the last of another, in the pack's time zone. */
import { isOfficer } from "../access/appoint.ts";
import type { PostWish } from "../contract/types.ts";
import { answer, refuseWith, type Outcome } from "../http/outcome.ts";
import type { PostDates } from "../store/posts.ts";
import { dayAfter, dayOf, dayStart } from "../views/moments.ts";
import type { RuntimeContext } from "./context.ts";

/** A post is planned at most so far ahead: what lies further is a slip of the pen. */
const mostYears = 10;

/** Out: null for what is now or open. A day that has passed, an end before the beginning and no day at all are refused. */
export function postDates({ catalogue, ports }: RuntimeContext, { from, until, role }: PostWish): Outcome<PostDates> {
  if (from === undefined && until === undefined) return answer({ fromAt: null, untilAt: null });
  if (isOfficer(role)) return refuseWith("POST_DATES_OFFICER", {}, { path: "/from" });
  const { timeZone } = catalogue;
  const today = dayOf(ports.clock.now(), timeZone);
  const latest = `${String(Number(today.slice(0, 4)) + mostYears)}${today.slice(4)}`;
  const isDay = (day: string | undefined) => day === undefined || dayStart(day, timeZone) !== undefined;
  const first = from ?? today;
  const last = until ?? latest;
  if (!isDay(from) || first < today || first > latest) return refuseWith("POST_FROM_INVALID", {}, { path: "/from" });
  if (!isDay(until) || last < first || last > latest) return refuseWith("POST_UNTIL_INVALID", {}, { path: "/until" });
  return answer({
    fromAt: first === today ? null : (dayStart(first, timeZone) ?? null),
    untilAt: until === undefined ? null : (dayStart(dayAfter(until), timeZone) ?? null),
  });
}
