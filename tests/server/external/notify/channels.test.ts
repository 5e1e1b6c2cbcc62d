/** Each adapter against a real listener: what arrives, and what a refusal means. */
import assert from "node:assert/strict";
import { createHmac } from "node:crypto";
import type { ChannelSettings, Letter, Sent } from "../../../../server/external/notify/channel.ts";
import { cutToBytes } from "../../../../server/external/notify/channel.ts";
import { channels } from "../../../../server/external/notify/index.ts";
import { maskAddress } from "../../../../server/external/notify/mask.ts";
import { openNet } from "../../../../server/external/notify/net.ts";
import { listenHttp, listenMail, readMail, type Answering, type HeardRequest } from "../../../support/listeners.ts";

const net = openNet(["127.0.0.1"], 2_000);
const now = Date.parse("2026-11-23T02:00:00Z");
const letter: Letter = {
  ...{ id: "n1.wecom", address: "13812345678", title: "督办通知" },
  body: "南苑-20261123-0007 占道经营：请立即办理",
};

/** Sends once to a listener that answers like this. */
async function sendTo(
  kind: "wecom" | "dingtalk" | "sms",
  settings: (url: string) => ChannelSettings,
  answering?: Answering,
  own: Partial<Letter> = {},
): Promise<{ readonly sent: Sent; readonly heard: readonly HeardRequest[] }> {
  const listener = await listenHttp(answering);
  try {
    const sent = await channels[kind].send(net, settings(listener.url), { ...letter, ...own }, now);
    return { sent, heard: listener.heard };
  } finally {
    await listener.stop();
  }
}

const firstBody = ([one]: readonly HeardRequest[]): object => {
  assert.ok(typeof one?.body === "object" && one.body !== null);
  return one.body;
};

const webhook = (url: string) => ({ webhook: `${url}?key=robot-key` });

describe("e-mail", () => {
  it("arrives with Chinese subject, sender and text intact, under its own id", async () => {
    const server = await listenMail();
    try {
      const settings = { server: server.url, from: "grid@nanyuan.example.cn", fromName: "南苑街道网格中心" };
      const title = "督办通知：南苑-20261123-0007 占道经营长期未处置，请于今日十七时三十分前办结并回复";
      const body = "张三同志：\n请立即办理，并回复处理结果。\n2. 第二件事，“引号”与——破折号";
      const mail = { ...letter, id: "n1.email", address: "zhang@example.cn", title, body };
      assert.deepEqual(await channels.email.send(net, settings, mail, now), { ok: true });
      const [one] = server.mails;
      assert.ok(one);
      assert.deepEqual([one.from, one.to], ["grid@nanyuan.example.cn", ["zhang@example.cn"]]);
      const read = readMail(one);
      assert.equal(read.subject, title);
      assert.equal(read.text.trim(), body);
      assert.equal(read.header("Message-ID"), "<n1.email@nanyuan.example.cn>");
      assert.equal(read.header("X-Gridloom-Delivery"), "n1.email");
    } finally {
      await server.stop();
    }
  });

  it("to a mailbox that does not exist is final; to a server that is away it is not", async () => {
    const server = await listenMail();
    const settings = { server: server.url, from: "grid@example.cn" };
    const refused = await channels.email.send(net, settings, { ...letter, address: "nobody@example.cn" }, now);
    assert.ok(!refused.ok && refused.fault.isFinal && refused.fault.detail === "SMTP 550", JSON.stringify(refused));
    await server.stop();
    const away = await channels.email.send(net, settings, { ...letter, address: "a@example.cn" }, now);
    assert.ok(!away.ok && !away.fault.isFinal && away.fault.code === "UNREACHABLE", JSON.stringify(away));
  });

  it("to a private server that is not allowed is refused without a connection", async () => {
    const settings = { server: "smtps://10.0.0.25:465", from: "grid@example.cn" };
    const sent = await channels.email.send(openNet([]), settings, { ...letter, address: "a@example.cn" }, now);
    assert.ok(!sent.ok && sent.fault.code === "ADDRESS_REFUSED" && sent.fault.isFinal);
  });

  it("does not take a second header out of a title", async () => {
    const server = await listenMail();
    try {
      const settings = { server: server.url, from: "grid@example.cn" };
      const title = "通知\r\nBcc: evil@example.com";
      await channels.email.send(net, settings, { ...letter, address: "a@example.cn", title }, now);
      assert.equal(readMail(server.mails[0] ?? { from: "", to: [], source: "" }).header("Bcc"), "");
      assert.deepEqual(server.mails[0]?.to, ["a@example.cn"]);
    } finally {
      await server.stop();
    }
  });
});

describe("the WeCom robot", () => {
  it("gets the text, who it is for, and the id that stays the same", async () => {
    const { sent, heard } = await sendTo("wecom", webhook);
    assert.deepEqual(sent, { ok: true });
    const [one] = heard;
    assert.equal(one?.query.get("key"), "robot-key");
    assert.equal(one?.headers["idempotency-key"], "n1.wecom");
    const content = `${letter.title}\n${letter.body}`;
    assert.deepEqual(one?.body, { msgtype: "text", text: { content, mentioned_mobile_list: ["13812345678"] } });
  });

  it("is not sent more than it takes, cut between signs", async () => {
    const { heard } = await sendTo("wecom", webhook, undefined, { body: "网格".repeat(2_000) });
    const { text } = firstBody(heard) as { text: { content: string } };
    assert.ok(Buffer.byteLength(text.content) <= 2_048);
    assert.match(text.content, /[网格]…$/);
  });

  it("that is busy is tried again, that refuses is not", async () => {
    const busy = await sendTo("wecom", webhook, () => ({ status: 200, body: { errcode: 45_009, errmsg: "freq" } }));
    assert.ok(!busy.sent.ok && !busy.sent.fault.isFinal);
    const wrong = await sendTo("wecom", webhook, () => ({ status: 200, body: { errcode: 93_000, errmsg: "invalid" } }));
    assert.ok(!wrong.sent.ok && wrong.sent.fault.isFinal && /93000/.test(wrong.sent.fault.detail));
    const away = await sendTo("wecom", webhook, () => ({ status: 302, headers: { location: "https://example.com" } }));
    assert.ok(!away.sent.ok && away.sent.fault.code === "REDIRECTED" && away.sent.fault.isFinal);
  });
});

describe("the DingTalk robot", () => {
  it("gets a signature that it can check", async () => {
    const secret = "SEC000000000000000000000";
    const { sent, heard } = await sendTo("dingtalk", (url) => ({ webhook: `${url}?access_token=t`, secret }));
    assert.deepEqual(sent, { ok: true });
    const query = heard[0]?.query;
    const timestamp = query?.get("timestamp");
    assert.equal(timestamp, String(now));
    const expected = createHmac("sha256", secret).update(`${timestamp}\n${secret}`).digest("base64");
    assert.equal(query?.get("sign"), expected);
    assert.equal(query?.get("access_token"), "t");
    assert.deepEqual((firstBody(heard) as { at: unknown }).at, { atMobiles: ["13812345678"] });
  });

  it("is not signed to when it asks for none", async () => {
    const { heard } = await sendTo("dingtalk", webhook, undefined, { address: "zhangsan" });
    assert.equal(heard[0]?.query.get("sign"), null);
    assert.deepEqual((firstBody(heard) as { at: unknown }).at, { atUserIds: ["zhangsan"] });
  });
});

describe("the SMS gateway", () => {
  const settings = (url: string) => ({ url, key: "gateway-key", template: "T01", sign: "南苑街道" });

  it("gets template, number and parameters, with the key in a header", async () => {
    const { sent, heard } = await sendTo("sms", settings, () => ({ status: 202 }));
    assert.deepEqual(sent, { ok: true });
    assert.equal(heard[0]?.headers.authorization, "Bearer gateway-key");
    assert.deepEqual(heard[0]?.body, {
      ...{ id: "n1.wecom", phone: "13812345678", template: "T01", sign: "南苑街道" },
      parameters: { title: letter.title, text: letter.body },
    });
  });

  it("gets its own pattern filled without a way to change its shape", async () => {
    const body = '{"mobile":"{phone}","msg":{"tpl":"{template}","p":["{text}"]},"n":1}';
    const own = { body: '","admin":true,"x":"{phone}' };
    const { heard } = await sendTo(
      "sms",
      (url) => ({ ...settings(url), body }),
      () => ({ status: 200 }),
      own,
    );
    assert.deepEqual(heard[0]?.body, { mobile: "13812345678", msg: { tpl: "T01", p: [own.body] }, n: 1 });
  });

  it("that says 400 is not tried again, that says 500 or 429 is", async () => {
    for (const [status, isFinal] of [
      [400, true],
      [403, true],
      [500, false],
      [503, false],
      [429, false],
    ] as const) {
      const { sent } = await sendTo("sms", settings, () => ({ status }));
      assert.ok(!sent.ok);
      assert.equal(sent.fault.isFinal, isFinal, String(status));
    }
  });
});

describe("what logs show", () => {
  it("is enough to recognise and too little to use", () => {
    assert.equal(maskAddress("13812345678"), "138****5678");
    assert.equal(maskAddress("zhangsan@example.cn"), "z***@example.cn");
    assert.equal(maskAddress("zhangsan"), "z***");
    assert.equal(maskAddress(""), "");
  });

  it("cuts by bytes", () => {
    assert.equal(cutToBytes("网格", 6), "网格");
    assert.equal(cutToBytes("网格化", 6), "网…");
  });
});
