/** Notices to persons and to everybody in a group, once each, and with them what goes out by other channels. */
import type { JsonObject } from "../../engine/model/json.ts";
import type { MessageText } from "../runtime/catalogue-type.ts";
import type { RuntimeContext } from "../runtime/context.ts";
import type { CaseRow } from "../store/cases.ts";
import type { Tx } from "../store/index.ts";
import { peopleAt } from "../store/people.ts";
import type { NoticeRow } from "../store/rows.ts";
import { fillText, type Reading } from "./fill-text.ts";
import { planDeliveries } from "./plan-deliveries.ts";

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

/** A notice that is about no case, or one whose facts are known. */
export interface TellWish {
  readonly street: string;
  readonly message: string;
  readonly people: Iterable<string>;
  readonly facts: JsonObject;
  readonly caseId?: string;
  readonly announcementId?: string;
  /** Its receivers are asked to confirm it. */
  readonly confirm?: boolean;
  /** Urgent although the text itself is not. */
  readonly isUrgent?: boolean;
}

function noticeOf(wish: TellWish, text: MessageText, reading: Reading): Omit<NoticeRow, "id" | "person_id"> {
  const { street, message, caseId = null, announcementId = null, confirm = false } = wish;
  return {
    ...{ street_id: street, at: reading.now, message, case_id: caseId, read_at: null, confirmed_at: null },
    title: JSON.stringify(fillText(text.title, reading)),
    body: JSON.stringify(fillText(text.body, reading)),
    brief: text.brief === undefined ? null : JSON.stringify(fillText(text.brief, reading)),
    urgent: text.isUrgent || wish.isUrgent === true ? 1 : 0,
    ...{ announcement_id: announcementId, confirm: confirm ? 1 : 0 },
  };
}

/** Throws when the pack has no text of this key: an incident, not a silent loss. */
export async function tell(context: RuntimeContext, tx: Tx, wish: TellWish): Promise<void> {
  const { catalogue, ports } = context;
  const text = catalogue.message(wish.street, wish.message);
  if (text === undefined) throw new Error(`没有通知文本“${wish.message}” There is no message text "${wish.message}"`);
  const reading = { facts: wish.facts, now: ports.clock.now(), timeZone: catalogue.timeZone };
  const shared = noticeOf(wish, text, reading);
  const rows = [...wish.people].map((person) => ({ ...shared, id: ports.ids.uuid(), person_id: person }));
  for (const row of rows) tx.insert("notice", row);
  await planDeliveries(context, tx, rows, text.channels);
}

/** Tells people about a case. */
export async function writeNotices(context: RuntimeContext, tx: Tx, row: CaseRow, wish: NoticeWish): Promise<void> {
  const people = await receivers(tx, wish);
  const facts = factsOf(context, row, wish.facts);
  await tell(context, tx, { street: row.street_id, message: wish.message, people, facts, caseId: row.id });
}
