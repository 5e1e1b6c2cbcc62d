/** Notices to persons and to everybody in a group, once each. */
import type { JsonObject } from "../../engine/model/json.ts";
import type { RuntimeContext } from "../runtime/context.ts";
import type { CaseRow } from "../store/cases.ts";
import type { Tx } from "../store/index.ts";
import { peopleAt } from "../store/people.ts";
import { fillText } from "./fill-text.ts";

export interface NoticeWish {
  readonly message: string;
  readonly people: readonly string[];
  readonly groups: readonly string[];
  readonly facts: JsonObject;
}

async function receivers(tx: Tx, wish: NoticeWish): Promise<ReadonlySet<string>> {
  const found = new Set(wish.people);
  for (const group of wish.groups) {
    const [unit = "", role = ""] = group.split("/");
    for (const person of await peopleAt(tx, unit, role)) found.add(person.id);
  }
  return found;
}

/** What every text may mention, besides what the flow or ladder gives. */
function factsOf({ catalogue }: RuntimeContext, row: CaseRow, own: JsonObject): JsonObject {
  const title = catalogue.matter(row.street_id, row.matter)?.title ?? { "zh-CN": row.title };
  return {
    ...own,
    case: { id: row.id, number: row.number, address: row.address },
    matter: { key: row.matter, title: { ...title } },
  };
}

/** Throws when the pack has no text of this key: an incident, not a silent loss. */
export async function writeNotices(context: RuntimeContext, tx: Tx, row: CaseRow, wish: NoticeWish): Promise<void> {
  const { catalogue, ports } = context;
  const text = catalogue.message(row.street_id, wish.message);
  if (text === undefined) throw new Error(`没有通知文本“${wish.message}” There is no message text "${wish.message}"`);
  const now = ports.clock.now();
  const reading = { facts: factsOf(context, row, wish.facts), now, timeZone: catalogue.timeZone };
  const title = JSON.stringify(fillText(text.title, reading));
  const body = JSON.stringify(fillText(text.body, reading));
  for (const person of await receivers(tx, wish))
    tx.insert("notice", {
      ...{ street_id: row.street_id, id: ports.ids.uuid(), person_id: person, at: now, title, body },
      ...{ case_id: row.id, read_at: null },
    });
}
