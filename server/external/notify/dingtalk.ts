/** 钉钉群机器人, with its signature (加签): HMAC-SHA256 over the moment, which the robot takes for an hour. */
import { createHmac } from "node:crypto";
import { cutToBytes, type Channel } from "./channel.ts";
import { byCode, guarded } from "./http-answer.ts";
import { isPhone, mobileOf } from "./mask.ts";

const MOST_BYTES = 20_000;
/** System busy; sent too often. */
const busy = new Set([-1, 130_101, 410_100]);

/** The webhook with moment (epoch milliseconds) and signature; as it is when the robot asks for none. */
function signedAddress(webhook: string, secret: string, now: number): string {
  if (secret === "") return webhook;
  const sign = createHmac("sha256", secret).update(`${now}\n${secret}`).digest("base64");
  const url = new URL(webhook);
  url.searchParams.set("timestamp", String(now));
  url.searchParams.set("sign", sign);
  return url.href;
}

export const dingtalk: Channel = {
  kind: "dingtalk",
  title: { "zh-CN": "钉钉群机器人", en: "DingTalk group robot" },
  isBrief: true,
  fields: [
    {
      ...{ name: "webhook", value: "httpUrl", isSecret: true, isRequired: true },
      title: { "zh-CN": "Webhook 地址", en: "Webhook address" },
      help: {
        "zh-CN": "在钉钉群里添加自定义机器人后复制；加密保存，不再显示",
        en: "Copied from the robot in the group; kept encrypted and never shown again",
      },
    },
    {
      ...{ name: "secret", value: "text", isSecret: true, isRequired: false },
      title: { "zh-CN": "加签密钥", en: "Signing secret" },
      help: {
        "zh-CN": "机器人安全设置选“加签”时填写，以 SEC 开头",
        en: "When the robot asks for signatures; starts with SEC",
      },
    },
  ],
  addressOf: (contact) => contact.dingtalkId ?? mobileOf(contact.phone),
  send: (net, settings, { id, address, title, body }, now) =>
    guarded(async () => {
      const at = isPhone(address) ? { atMobiles: [address] } : { atUserIds: [address] };
      const text = { content: cutToBytes(`${title}\n${body}`, MOST_BYTES) };
      const message = { msgtype: "text", text, ...(address === "" ? {} : { at }) };
      const url = signedAddress(settings["webhook"] ?? "", settings["secret"] ?? "", now);
      const answer = await net.postJson(url, message, { "idempotency-key": id });
      return byCode(answer, (code) => busy.has(code));
    }),
};
