/** A line of the delivery log as people read it. */
import type { Delivery, Title } from "../contract/types.ts";
import { isChannelKind, type SendFault } from "../external/notify/channel.ts";
import type { LoggedDelivery } from "../store/delivery-log.ts";

export const faultWords: Readonly<Record<SendFault["code"], Title>> = {
  ADDRESS_REFUSED: {
    "zh-CN": "地址是内网或未加密地址，已拒绝连接",
    en: "The address is private or not encrypted and was refused",
  },
  CHANNEL_OFF: { "zh-CN": "渠道已停用或未设置", en: "The channel is switched off or not set up" },
  NO_ADDRESS: { "zh-CN": "此人没有登记该渠道的联系方式", en: "This person has no address for the channel" },
  REDIRECTED: {
    "zh-CN": "对方要求转到另一个地址，已拒绝",
    en: "The other side redirected elsewhere, which is refused",
  },
  REJECTED: { "zh-CN": "对方拒收", en: "The other side refused it" },
  SETTINGS_WRONG: { "zh-CN": "渠道设置有误或密钥无法读取", en: "The channel's settings are wrong or cannot be read" },
  TIMED_OUT: { "zh-CN": "对方没有及时回应", en: "The other side did not answer in time" },
  UNREACHABLE: { "zh-CN": "无法连接对方服务器", en: "The other side cannot be reached" },
};

const test: Title = { "zh-CN": "渠道测试", en: "Channel test" };

function stateOf({ state, tries }: LoggedDelivery): Delivery["state"] {
  return state === "waiting" && tries > 0 ? "retrying" : state;
}

function errorOf(json: string | null): Pick<Delivery, "error" | "detail"> {
  if (json === null) return {};
  const { code, detail } = JSON.parse(json) as Pick<SendFault, "code" | "detail">;
  return { error: { ...faultWords[code] }, detail };
}

/** In: the row, and the words of its street. */
export function deliveryView(row: LoggedDelivery, streetTitle: Title): Delivery {
  return {
    ...{
      id: row.id,
      street: row.street_id,
      streetTitle: { ...streetTitle },
      person: row.person,
      personId: row.person_id,
    },
    channel: isChannelKind(row.channel) ? row.channel : "email",
    title: row.title === null ? { ...test } : (JSON.parse(row.title) as Title),
    ...{ address: row.address, urgent: row.urgent === 1, state: stateOf(row), tries: row.tries },
    at: new Date(row.created_at).toISOString(),
    together: row.letter_id !== null && row.letter_id !== row.id,
    ...(row.state === "waiting" ? { nextAt: new Date(row.run_at).toISOString() } : {}),
    ...(row.sent_at === null ? {} : { sentAt: new Date(row.sent_at).toISOString() }),
    ...errorOf(row.error),
  };
}
