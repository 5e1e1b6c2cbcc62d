/** 发送测试: one message now, outside of quiet hours and digests, and a line of it in the log. */
import type { Person } from "../access/actor.ts";
import type { Container } from "../container.ts";
import type { ChannelTested } from "../contract/types.ts";
import type { Channel, Letter, Sent } from "../external/notify/channel.ts";
import { isMailbox } from "../external/notify/check-settings.ts";
import { isPhone, maskAddress } from "../external/notify/mask.ts";
import { answer, refuse, refuseWith, type Outcome } from "../http/outcome.ts";
import { problem } from "../http/problems.ts";
import { channelFor, sendLetter } from "../jobs/deliver-letter.ts";
import { fillText } from "../jobs/fill-text.ts";
import { faultWords } from "../views/delivery.ts";

/** Where a test may go to: mail and SMS need an address, a robot speaks to its group. */
function isAddress(channel: Channel, to: string): boolean {
  if (channel.kind === "email") return isMailbox(to);
  if (channel.kind === "sms") return isPhone(to);
  return to === "" || /^[\w.@-]{1,64}$/.test(to);
}

function letterOf(
  { catalogue, ports }: Container,
  person: Person,
  street: string,
  id: string,
  address: string,
): Letter {
  const text = catalogue.message(street, "channelTest");
  if (text === undefined) throw new Error("Expected the message text channelTest, but the pack has none.");
  const now = ports.clock.now();
  const facts = { person: person.name, at: new Date(now).toISOString() };
  const reading = { facts, now, timeZone: catalogue.timeZone };
  return { id, address, title: fillText(text.title, reading)["zh-CN"], body: fillText(text.body, reading)["zh-CN"] };
}

interface Place {
  readonly street: string;
  readonly channel: Channel;
}

async function record(
  { store, ports }: Container,
  person: Person,
  { street, channel }: Place,
  letter: Letter,
  end: Sent,
) {
  const now = ports.clock.now();
  await store.write(async (tx) => {
    tx.insert("delivery", {
      ...{ street_id: street, id: letter.id, notice_id: null, person_id: person.id, channel: channel.kind },
      ...{ state: end.ok ? "sent" : "failed", urgent: 1, tries: 1, run_at: now, created_at: now },
      ...{ sent_at: end.ok ? now : null, letter_id: letter.id, address: maskAddress(letter.address), or_else: "[]" },
      error: end.ok ? null : JSON.stringify({ code: end.fault.code, detail: end.fault.detail }),
    });
    return Promise.resolve();
  });
}

export async function sendTest(
  container: Container,
  person: Person,
  place: Place,
  given: string,
): Promise<Outcome<ChannelTested>> {
  const { street, channel } = place;
  const to = given.trim();
  if (!isAddress(channel, to)) return refuse(problem("CHANNEL_TEST_ADDRESS", {}, { path: "/to" }));
  const office = { ...container, publicUrl: undefined };
  const opened = await channelFor(office, street, channel.kind, { evenOff: true });
  if (opened === undefined) return refuseWith("CHANNEL_NOT_SET_UP");
  if (!opened.ok) return refuseWith("CHANNEL_SECRET_UNREADABLE");
  const letter = letterOf(container, person, street, `test.${container.ports.ids.uuid()}`, to);
  const end = await sendLetter(office, channel, opened.settings, letter);
  await record(container, person, place, letter, end);
  const tested = { ok: end.ok, address: maskAddress(to) };
  if (end.ok) return answer(tested);
  return answer({ ...tested, error: { ...faultWords[end.fault.code] }, detail: end.fault.detail });
}
