/** The table of channels. A new one is one file and one line here, and a word in the content's list of channels. */
import type { Channel, ChannelKind } from "./channel.ts";
import { dingtalk } from "./dingtalk.ts";
import { email } from "./email.ts";
import { sms } from "./sms.ts";
import { wecom } from "./wecom.ts";

export const channels: Readonly<Record<ChannelKind, Channel>> = { email, wecom, dingtalk, sms };
