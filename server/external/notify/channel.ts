/** What every way of telling somebody outside the application has in common: one small adapter each, in one table. */
import type { Title } from "../../contract/types.ts";
import type { Net } from "./net.ts";

export const channelKinds = ["email", "wecom", "dingtalk", "sms"] as const;
export type ChannelKind = (typeof channelKinds)[number];
export const isChannelKind = (word: string): word is ChannelKind => (channelKinds as readonly string[]).includes(word);

/** One setting of a channel. What is secret is kept sealed and never shown again. */
export interface ChannelField {
  readonly name: string;
  readonly title: Title;
  readonly help: Title;
  readonly isSecret: boolean;
  readonly isRequired: boolean;
  /** How it is written; the address kinds are also checked against private networks. */
  readonly value: "text" | "httpUrl" | "smtpUrl" | "mailbox" | "json";
}

export type ChannelSettings = Readonly<Record<string, string>>;

/** Where a person can be reached. */
export interface Contact {
  readonly email: string | null;
  readonly phone: string | null;
  readonly wecomId: string | null;
  readonly dingtalkId: string | null;
}

export interface Letter {
  /** The same on every try: a receiver that has seen it drops the second. */
  readonly id: string;
  readonly address: string;
  readonly title: string;
  readonly body: string;
}

type FaultCode =
  | "ADDRESS_REFUSED"
  | "CHANNEL_OFF"
  | "NO_ADDRESS"
  | "REDIRECTED"
  | "REJECTED"
  | "SETTINGS_WRONG"
  | "TIMED_OUT"
  | "UNREACHABLE";

/** Why a letter did not arrive. */
export interface SendFault {
  readonly code: FaultCode;
  /** True when the same letter will fail again however often it is tried. */
  readonly isFinal: boolean;
  /** What the other side said, without secrets; short. */
  readonly detail: string;
}

export type Sent = { readonly ok: true } | { readonly ok: false; readonly fault: SendFault };

export interface Channel {
  readonly kind: ChannelKind;
  readonly title: Title;
  readonly fields: readonly ChannelField[];
  /** True for those whose groups are read by many: they get the brief text. */
  readonly isBrief: boolean;
  addressOf(contact: Contact): string | null;
  /** Sends once. `now` is the wall clock (epoch milliseconds): signatures expire by it. Never throws. */
  send(net: Net, settings: ChannelSettings, letter: Letter, now: number): Promise<Sent>;
}

export const sent: Sent = { ok: true };

export const fault = (code: SendFault["code"], detail: string, isFinal = false): Sent => ({
  ok: false,
  fault: { code, detail: detail.slice(0, 200), isFinal },
});

/** As much of a text as fits into so many bytes of UTF-8, with an ellipsis when something is cut. */
export function cutToBytes(text: string, most: number): string {
  if (Buffer.byteLength(text) <= most) return text;
  let kept = "";
  let size = Buffer.byteLength("…");
  for (const sign of text) {
    size += Buffer.byteLength(sign);
    if (size > most) break;
    kept += sign;
  }
  return `${kept}…`;
}
