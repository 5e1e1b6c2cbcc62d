/** 督办单 of a case, out of its story. */
import type { Supervision } from "../contract/types.ts";
import type { StoredEvent } from "../views/timeline.ts";
import type { People } from "./read-people.ts";

function opened({ at, body }: StoredEvent, people: People): Supervision | undefined {
  if (body.type !== "supervisionOpened") return undefined;
  const { id, requirement, openedBy, dueAt } = body.supervision;
  return {
    ...{ id, requirement, by: people.person(openedBy), at: new Date(at).toISOString() },
    ...(dueAt === undefined ? {} : { dueAt }),
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
export function supervisionsIn(events: readonly StoredEvent[], people: People): Supervision[] {
  const orders = events.flatMap((event) => opened(event, people) ?? []);
  const told = orders.map((order) => events.reduce((now, event) => answered(now, event, people), order)).toReversed();
  return [...told.filter((order) => order.reply === undefined), ...told.filter((order) => order.reply !== undefined)];
}
