/** 企业微信群机器人: a message to the robot's group that names the person it is for. */
import { cutToBytes, type Channel } from "./channel.ts";
import { byCode, guarded } from "./http-answer.ts";
import { isPhone, mobileOf } from "./mask.ts";

/** The robot refuses longer text. */
const MOST_BYTES = 2_048;
/** System busy; called too often. */
const busy = new Set([-1, 45_009]);

export const wecom: Channel = {
  kind: "wecom",
  title: { "zh-CN": "企业微信群机器人", en: "WeCom group robot" },
  isBrief: true,
  fields: [
    {
      ...{ name: "webhook", value: "httpUrl", isSecret: true, isRequired: true },
      title: { "zh-CN": "Webhook 地址", en: "Webhook address" },
      help: {
        "zh-CN": "在企业微信群里添加机器人后复制；地址含密钥，加密保存，不再显示",
        en: "Copied from the robot in the group; it holds a key, is kept encrypted and never shown again",
      },
    },
  ],
  addressOf: (contact) => contact.wecomId ?? mobileOf(contact.phone),
  send: (net, settings, { id, address, title, body }) =>
    guarded(async () => {
      const mention = isPhone(address) ? { mentioned_mobile_list: [address] } : { mentioned_list: [address] };
      const text = { content: cutToBytes(`${title}\n${body}`, MOST_BYTES), ...(address === "" ? {} : mention) };
      const headers = { "idempotency-key": id };
      const answer = await net.postJson(settings["webhook"] ?? "", { msgtype: "text", text }, headers);
      return byCode(answer, (code) => busy.has(code));
    }),
};
