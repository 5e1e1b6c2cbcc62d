/** SMS through any HTTP gateway: a JSON body made from a pattern, with the gateway's template id and parameters. */
import type { Json } from "../../../engine/model/json.ts";
import { cutToBytes, type Channel, type ChannelSettings, type Letter } from "./channel.ts";
import { byStatus, guarded } from "./http-answer.ts";
import { mobileOf } from "./mask.ts";

/** About three messages of seventy signs; gateways cut or refuse more. */
const MOST_BYTES = 600;

const usual: Json = {
  ...{ id: "{id}", phone: "{phone}", template: "{template}", sign: "{sign}" },
  parameters: { title: "{title}", text: "{text}" },
};

/** Fills gaps inside the pattern's texts, never in its source: what is filled in cannot change the shape. */
function filled(pattern: Json, values: Readonly<Record<string, string>>): Json {
  if (typeof pattern === "string") return pattern.replaceAll(/\{(\w+)\}/g, (gap, name: string) => values[name] ?? gap);
  if (Array.isArray(pattern)) return pattern.map((each) => filled(each, values));
  if (typeof pattern !== "object" || pattern === null) return pattern;
  return Object.fromEntries(Object.entries(pattern).map(([name, value]) => [name, filled(value, values)]));
}

function bodyOf({ body = "", template = "", sign = "" }: ChannelSettings, letter: Letter): Json {
  const pattern = body === "" ? usual : (JSON.parse(body) as Json);
  const { id, address: phone, title } = letter;
  return filled(pattern, { id, phone, title, template, sign, text: cutToBytes(letter.body, MOST_BYTES) });
}

export const sms: Channel = {
  kind: "sms",
  title: { "zh-CN": "短信网关", en: "SMS gateway" },
  isBrief: true,
  fields: [
    {
      ...{ name: "url", value: "httpUrl", isSecret: false, isRequired: true },
      title: { "zh-CN": "网关地址", en: "Gateway address" },
      help: { "zh-CN": "以 https:// 开头，接收 JSON", en: "Starts with https:// and takes JSON" },
    },
    {
      ...{ name: "key", value: "text", isSecret: true, isRequired: true },
      title: { "zh-CN": "访问密钥", en: "Access key" },
      help: {
        "zh-CN": "以 Authorization: Bearer 发送；加密保存，不再显示",
        en: "Sent as Authorization: Bearer; kept encrypted",
      },
    },
    {
      ...{ name: "template", value: "text", isSecret: false, isRequired: true },
      title: { "zh-CN": "模板编号", en: "Template id" },
      help: { "zh-CN": "在短信平台报备的模板", en: "The template registered with the gateway" },
    },
    {
      ...{ name: "sign", value: "text", isSecret: false, isRequired: false },
      title: { "zh-CN": "短信签名", en: "Signature" },
      help: { "zh-CN": "例如 南苑街道", en: "For example Nanyuan Street" },
    },
    {
      ...{ name: "body", value: "json", isSecret: false, isRequired: false },
      title: { "zh-CN": "请求内容格式", en: "Pattern of the request" },
      help: {
        "zh-CN": "JSON，可用 {id} {phone} {template} {sign} {title} {text}；不填用默认格式",
        en: "JSON with {id} {phone} {template} {sign} {title} {text}; empty for the usual one",
      },
    },
  ],
  addressOf: (contact) => mobileOf(contact.phone),
  send: (net, settings, letter) =>
    guarded(async () => {
      const headers = { authorization: `Bearer ${settings["key"] ?? ""}`, "idempotency-key": letter.id };
      return byStatus(await net.postJson(settings["url"] ?? "", bodyOf(settings, letter), headers));
    }),
};
