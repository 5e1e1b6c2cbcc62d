/** Which channels a notice also goes out by: what the content says for the person's roles, and what he wishes. */
import { channels } from "../external/notify/index.ts";
import { isChannelKind, type ChannelKind } from "../external/notify/channel.ts";
import type { Catalogue, ChannelRule } from "../runtime/catalogue-type.ts";
import type { RuntimeContext } from "../runtime/context.ts";
import { openKinds } from "../store/channels.ts";
import { contactsOf, rolesOf, type ContactRow } from "../store/contacts.ts";
import type { Tx } from "../store/index.ts";
import type { DeliveryRow, NoticeRow } from "../store/rows.ts";
import { sendableAt } from "./quiet-hours.ts";

/** What a person wishes; it does not hold for what is urgent. */
export interface NoticeWishes {
  readonly off: readonly ChannelKind[];
  readonly language: "zh-CN" | "en";
}

export function readWishes(text: string | null): NoticeWishes {
  const wishes = (text === null ? {} : JSON.parse(text)) as Partial<NoticeWishes>;
  return { off: (wishes.off ?? []).filter(isChannelKind), language: wishes.language === "en" ? "en" : "zh-CN" };
}

/** The unit whose channels serve every street that has none of its own. */
export const cityOf = ({ tree }: Pick<Catalogue, "tree">): string =>
  tree.units.find((unit) => unit.parent === undefined)?.code ?? "";

interface Route {
  readonly first: readonly ChannelKind[];
  readonly orElse: readonly ChannelKind[];
  /** A channel that is open, but by which the person cannot be reached, when nothing else is left. */
  readonly missing?: ChannelKind;
}

interface Receiver {
  readonly roles: ReadonlySet<string>;
  readonly contact: ContactRow | undefined;
  readonly isUrgent: boolean;
}

/** In: the rules of a message and the kinds that are switched on. Out: by what this person is told. */
function routeOf(rules: readonly ChannelRule[], open: ReadonlySet<string>, receiver: Receiver): Route {
  const rule = rules.find((each) => each.roles.length === 0 || each.roles.some((role) => receiver.roles.has(role)));
  const { off } = readWishes(receiver.contact?.wishes ?? null);
  const wanted = (kind: ChannelKind) => open.has(kind) && (receiver.isUrgent || !off.includes(kind));
  const reaches = (kind: ChannelKind) =>
    receiver.contact !== undefined && channels[kind].addressOf(receiver.contact) !== null;
  const send = (rule?.send ?? []).filter(wanted);
  const orElse = (rule?.orElse ?? []).filter(wanted);
  const first = send.filter(reaches);
  const spare = orElse.filter(reaches);
  if (first.length > 0) return { first, orElse: spare.filter((kind) => !first.includes(kind)) };
  if (spare.length > 0) return { first: spare.slice(0, 1), orElse: spare.slice(1) };
  const [missing] = [...send, ...orElse];
  return { first: [], orElse: [], ...(missing === undefined ? {} : { missing }) };
}

function deliveryRow(notice: NoticeRow, channel: ChannelKind, runAt: number): DeliveryRow {
  return {
    ...{ street_id: notice.street_id, id: `${notice.id}.${channel}`, notice_id: notice.id, channel },
    ...{ person_id: notice.person_id, state: "waiting", urgent: notice.urgent, tries: 0, run_at: runAt },
    ...{ created_at: notice.at, sent_at: null, letter_id: null, address: "", or_else: "[]", error: null },
  };
}

const noAddress = JSON.stringify({ code: "NO_ADDRESS", detail: "" });

function rowsOf(notice: NoticeRow, { first, orElse, missing }: Route, runAt: number): readonly DeliveryRow[] {
  if (missing !== undefined) return [{ ...deliveryRow(notice, missing, runAt), state: "failed", error: noAddress }];
  return first.map((kind) => ({ ...deliveryRow(notice, kind, runAt), or_else: JSON.stringify(orElse) }));
}

/** In: notices of one street that are being written. Adds their deliveries to the same transaction. */
export async function planDeliveries(
  { catalogue, signal }: RuntimeContext,
  tx: Tx,
  notices: readonly NoticeRow[],
  rules: readonly ChannelRule[],
): Promise<void> {
  const [one] = notices;
  if (one === undefined || rules.length === 0) return;
  const open = await openKinds(tx, one.street_id, cityOf(catalogue));
  if (open.size === 0) return;
  const ids = notices.map((notice) => notice.person_id);
  const [contacts, roles] = [await contactsOf(tx, ids), await rolesOf(tx, ids)];
  const isUrgent = one.urgent === 1;
  const runAt = sendableAt(catalogue, one.street_id, one.at, isUrgent);
  for (const notice of notices) {
    const contact = contacts.get(notice.person_id);
    const route = routeOf(rules, open, { roles: roles.get(notice.person_id) ?? new Set(), contact, isUrgent });
    for (const row of rowsOf(notice, route, runAt)) tx.insert("delivery", row);
  }
  tx.afterCommit(() => signal.wake());
}
