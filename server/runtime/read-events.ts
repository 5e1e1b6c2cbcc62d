/** Stored events, with their bodies as the engine made them. */
import type { Actor } from "../../engine/model/actor.ts";
import type { EventOf, EventType } from "../../engine/model/event.ts";
import type { EventRow } from "../store/rows.ts";
import type { StoredEvent } from "../views/timeline.ts";

function actorOf(text: string): Actor {
  const colon = text.indexOf(":");
  const [kind, id] = [text.slice(0, colon), text.slice(colon + 1)];
  return kind === "person" ? { kind, id, groups: [] } : ({ kind, id } as Actor);
}

/** The event of a row; the groups that a person acted with are not kept. */
export function storedEvent(row: EventRow): StoredEvent {
  const actor = actorOf(row.actor);
  const at = new Date(row.at).toISOString();
  return {
    at: row.at,
    by: actor.kind === "person" ? actor.id : undefined,
    elementId: row.element_id ?? undefined,
    body: { seq: row.seq, at, actor, ...(JSON.parse(row.body) as object) } as EventOf<EventType>,
  };
}
