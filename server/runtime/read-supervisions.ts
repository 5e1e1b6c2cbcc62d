/** 督办 and 批示 of a case, out of its story. */
import type { Supervision, Title } from "../contract/types.ts";
import type { StoredEvent } from "../views/timeline.ts";
import type { People } from "./read-people.ts";

type SayUnit = (code: string) => Title;

function opened({ at, body }: StoredEvent, people: People, unitTitle: SayUnit): Supervision | undefined {
  if (body.type !== "supervisionOpened") return undefined;
  const { id, requirement, openedBy, dueAt, unit } = body.supervision;
  return {
    ...{ id, requirement, by: people.person(openedBy), at: new Date(at).toISOString() },
    ...(dueAt === undefined ? {} : { dueAt }),
    ...(unit === undefined ? {} : { unit, unitTitle: { ...unitTitle(unit) } }),
  };
}

function answered(order: Supervision, { at, by, body }: StoredEvent, people: People): Supervision {
  if (body.type !== "supervisionClosed" || body.supervisionId !== order.id) return order;
  return {
    ...{ ...order, reply: body.reply, repliedAt: new Date(at).toISOString() },
    ...(by === undefined ? {} : { repliedBy: people.person(by) }),
  };
}

/** Open ones first, then the newest. */
export function supervisionsIn(events: readonly StoredEvent[], people: People, unitTitle: SayUnit): Supervision[] {
  const orders = events.flatMap((event) => opened(event, people, unitTitle) ?? []);
  const told = orders.map((order) => events.reduce((now, event) => answered(now, event, people), order)).toReversed();
  return [...told.filter((order) => order.reply === undefined), ...told.filter((order) => order.reply !== undefined)];
}
