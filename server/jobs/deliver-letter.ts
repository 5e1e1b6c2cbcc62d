/**
 * One try of one letter: claimed in a transaction, sent outside of any, its end recorded in another. A crash in
 * between leaves the claim, which runs out, and the letter goes once more under the same id (reliability P4).
 */
import { channels } from "../external/notify/index.ts";
import { fault, isChannelKind, type Channel, type ChannelSettings, type Sent } from "../external/notify/channel.ts";
import { maskAddress, withoutSecrets } from "../external/notify/mask.ts";
import type { Net } from "../external/notify/net.ts";
import { openSettings, type OpenedChannel } from "../external/notify/open-settings.ts";
import type { Clock, Ports } from "../ports.ts";
import type { Catalogue } from "../runtime/catalogue-type.ts";
import { findChannel } from "../store/channels.ts";
import { contactsOf } from "../store/contacts.ts";
import { claimLetter, endTry, holdDelivery, type DeliveryRow, type LetterRow } from "../store/deliveries.ts";
import type { Store, Tx } from "../store/index.ts";
import { composeLetter } from "./compose-letter.ts";
import { cityOf, readWishes } from "./plan-deliveries.ts";
import { mostTries, quietUntil } from "./quiet-hours.ts";

export interface PostOffice {
  readonly store: Store;
  readonly ports: Ports;
  readonly wall: Clock;
  readonly catalogue: Catalogue;
  /** The installation's secret, under which settings are sealed. */
  readonly secret: string;
  readonly net: Net;
  readonly publicUrl: string | undefined;
}

/** Longer than any call may last: nobody else takes a letter that is on its way. */
const LEASE = 60_000;
const FIRST_DELAY = 60_000;
const LONGEST_DELAY = 3_600_000;

/** The channel of a street, or the city's when the street has none of its own. */
export async function channelFor(
  { store, catalogue, secret }: Pick<PostOffice, "store" | "catalogue" | "secret">,
  street: string,
  kind: string,
  { evenOff = false }: { readonly evenOff?: boolean } = {},
): Promise<OpenedChannel | undefined> {
  const row = (await findChannel(store.read, street, kind)) ?? (await findChannel(store.read, cityOf(catalogue), kind));
  return row === undefined || (row.is_on === 0 && !evenOff) ? undefined : openSettings(secret, row);
}

interface Tried {
  readonly address: string;
  readonly result: Sent;
}

/** Sends, and takes whatever is secret out of what the other side said. */
export async function sendLetter(
  { net, wall }: Pick<PostOffice, "net" | "wall">,
  channel: Channel,
  settings: ChannelSettings,
  letter: Parameters<Channel["send"]>[2],
): Promise<Sent> {
  const result = await channel.send(net, settings, letter, wall.now());
  if (result.ok) return result;
  const secrets = channel.fields.filter((field) => field.isSecret).map((field) => settings[field.name] ?? "");
  const parts = secrets.flatMap((each) => [each, ...each.split(/[/?&=]/).filter((part) => part.length > 11)]);
  const detail = withoutSecrets(result.fault.detail, [...parts, letter.address]);
  return { ok: false, fault: { ...result.fault, detail } };
}

async function attempt(office: PostOffice, rows: readonly LetterRow[]): Promise<Tried> {
  const [row] = rows;
  if (row === undefined || !isChannelKind(row.channel)) return { address: "", result: fault("CHANNEL_OFF", "", true) };
  const channel = channels[row.channel];
  const contact = (await contactsOf(office.store.read, [row.person_id])).get(row.person_id);
  const address = contact === undefined ? null : channel.addressOf(contact);
  if (contact === undefined || address === null) return { address: "", result: fault("NO_ADDRESS", "", true) };
  const masked = maskAddress(address);
  const opened = await channelFor(office, row.street_id, row.channel);
  if (opened === undefined) return { address: masked, result: fault("CHANNEL_OFF", "", true) };
  if (!opened.ok) return { address: masked, result: fault("SETTINGS_WRONG", "", true) };
  const { language } = readWishes(contact.wishes);
  const { catalogue, ports, publicUrl } = office;
  const words = composeLetter(rows, { catalogue, channel, language, now: ports.clock.now(), publicUrl });
  const result = await sendLetter(office, channel, opened.settings, { id: row.letter_id ?? row.id, address, ...words });
  return { address: masked, result };
}

/** Doubling waits with some chance in them, and none of them into the night unless it is urgent. */
function nextTryAt({ ports, catalogue }: PostOffice, row: LetterRow): number {
  const [chance = 0] = ports.random.bytes(1);
  const wait = Math.min(FIRST_DELAY * 2 ** (row.tries - 1), LONGEST_DELAY) * (1 + chance / 1024);
  const at = ports.clock.now() + Math.round(wait);
  return row.urgent === 1 ? at : (quietUntil(catalogue, row.street_id, at) ?? at);
}

/** The same notices by the next channel, each once: a row that is there already stays as it is. */
function fallBack(tx: Tx, rows: readonly LetterRow[], now: number): void {
  for (const row of rows) {
    const [next, ...rest] = JSON.parse(row.or_else) as readonly string[];
    if (next === undefined || row.notice_id === null) continue;
    tx.insert("delivery", {
      ...{ street_id: row.street_id, id: `${row.notice_id}.${next}`, notice_id: row.notice_id, channel: next },
      ...{ person_id: row.person_id, state: "waiting", urgent: row.urgent, tries: 0, run_at: now, created_at: now },
      ...{ sent_at: null, letter_id: null, address: "", or_else: JSON.stringify(rest), error: null },
    });
  }
}

async function record(office: PostOffice, rows: readonly LetterRow[], { address, result }: Tried): Promise<void> {
  const { store, ports, catalogue } = office;
  const [row] = rows;
  if (row === undefined) return;
  const now = ports.clock.now();
  const letter = row.letter_id ?? row.id;
  await store.write(async (tx) => {
    if (result.ok) {
      const done = { state: "sent", runAt: now, sentAt: now, address, error: null } as const;
      return endTry(tx, row.street_id, letter, done);
    }
    const { code, detail, isFinal } = result.fault;
    const isOver = isFinal || row.tries >= mostTries(catalogue, row.street_id, now);
    const next = { runAt: isOver ? now : nextTryAt(office, row), sentAt: null, address };
    const error = JSON.stringify({ code, detail });
    await endTry(tx, row.street_id, letter, { state: isOver ? "failed" : "waiting", ...next, error });
    if (isOver) fallBack(tx, rows, now);
  });
}

/** Out: whether a try was made here and now. */
export async function deliverLetter(office: PostOffice, due: DeliveryRow): Promise<boolean> {
  const { store, ports, catalogue } = office;
  const now = ports.clock.now();
  const quiet = due.urgent === 1 ? undefined : quietUntil(catalogue, due.street_id, now);
  if (quiet !== undefined) {
    await store.write((tx) => holdDelivery(tx, due, quiet));
    return false;
  }
  const rows = await store.write((tx) => claimLetter(tx, due, now + LEASE));
  if (rows.length === 0) return false;
  await record(office, rows, await attempt(office, rows));
  return true;
}
