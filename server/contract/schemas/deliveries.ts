/** Channels by which notices go out, and the log of what went out. Addresses are masked, secrets never shown. */
import { key, instant, id, flag, count, list, ref, object, short, text } from "../schema-parts.ts";

const channel = { enum: ["email", "wecom", "dingtalk", "sms"] } as const;
const settings = {
  type: "object",
  maxProperties: 20,
  additionalProperties: { type: "string", maxLength: 4000 },
} as const;

export const deliveriesSchemas = {
  ChannelField: object(
    {
      ...{ name: short, title: ref("Title"), help: ref("Title"), secret: flag, required: flag },
      /** Kept already. */
      ...{ set: flag, value: text, kind: { enum: ["text", "httpUrl", "smtpUrl", "mailbox", "json"] } },
    },
    ["value"],
  ),
  Channel: object(
    {
      ...{ kind: channel, street: key, streetTitle: ref("Title"), title: ref("Title"), on: flag, isSetUp: flag },
      /** From the city, for a street that has none of its own. */
      ...{ inherited: flag, readable: flag, revision: count, changedAt: instant, changedBy: short },
      fields: list(ref("ChannelField")),
    },
    ["changedAt", "changedBy"],
  ),
  ChannelChange: object({ on: flag, revision: count, settings }),
  ChannelTest: object({ to: { type: "string", maxLength: 254 } }, ["to"]),
  ChannelTested: object({ ok: flag, address: short, error: ref("Title"), detail: short }, ["error", "detail"]),
  Delivery: object(
    {
      ...{ id: { type: "string", maxLength: 80 }, street: key, streetTitle: ref("Title"), channel, person: short },
      ...{
        title: ref("Title"),
        address: short,
        urgent: flag,
        state: { enum: ["waiting", "retrying", "sent", "failed"] },
      },
      ...{ tries: count, at: instant, nextAt: instant, sentAt: instant, error: ref("Title"), detail: short },
      /** How many notices went out in the same message. */
      ...{ personId: id, together: flag },
    },
    ["nextAt", "sentAt", "error", "detail"],
  ),
  DeliveryCounts: object({ waiting: count, retrying: count, sent: count, failed: count }),
  DeliveryPage: object({ items: list(ref("Delivery")), total: count, cursor: short, counts: ref("DeliveryCounts") }, [
    "cursor",
  ]),
};
