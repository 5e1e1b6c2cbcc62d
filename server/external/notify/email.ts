/** E-mail by SMTP: TLS from the start (smtps) or STARTTLS; without TLS only to hosts that the installation allows. */
import { isIP } from "node:net";
import { createTransport } from "nodemailer";
import { fault, sent, type Channel, type ChannelSettings, type Letter, type Sent } from "./channel.ts";
import { guarded } from "./http-answer.ts";
import type { Net } from "./net.ts";

async function transportOf(net: Net, settings: ChannelSettings) {
  const url = new URL(settings["server"] ?? "");
  const isTls = url.protocol === "smtps:";
  const port = Number(url.port || (isTls ? 465 : 587));
  const found = await net.resolve(url.hostname, port);
  const { user = "", password = "" } = settings;
  return createTransport({
    ...{ host: found.address, port, secure: isTls, requireTLS: !isTls && !found.isAllowed },
    tls: {
      // The address was looked up and checked by us; the certificate is the name's.
      ...(isIP(url.hostname.replace(/^\[|\]$/g, "")) === 0 ? { servername: url.hostname } : {}),
      // A mail server of the own network often signs its certificate itself.
      rejectUnauthorized: !found.isAllowed,
    },
    ...(user === "" ? {} : { auth: { user, pass: password } }),
    ...{ connectionTimeout: net.timeoutMs, greetingTimeout: net.timeoutMs, socketTimeout: net.timeoutMs },
    ...{ disableFileAccess: true, disableUrlAccess: true },
  });
}

const domainOf = (mailbox: string) => mailbox.slice(mailbox.lastIndexOf("@") + 1);

function mailOf({ from = "", fromName = "" }: ChannelSettings, { id, address, title, body }: Letter) {
  return {
    from: { name: fromName, address: from },
    to: { name: "", address },
    ...{ subject: title, text: body, messageId: `<${id}@${domainOf(from)}>` },
    headers: { "X-Gridloom-Delivery": id, "Auto-Submitted": "auto-generated" },
  };
}

/** A mailbox that does not exist is final; a busy server, a wrong password or a broken line is not. */
function faultOf(error: unknown): Sent {
  const { code, responseCode } = (error instanceof Error ? error : {}) as { code?: unknown; responseCode?: unknown };
  const status = typeof responseCode === "number" ? responseCode : 0;
  const word = typeof code === "string" ? code : "unknown";
  if (word === "EAUTH") return fault("SETTINGS_WRONG", `SMTP ${status} EAUTH`);
  if (status > 0) return fault("REJECTED", `SMTP ${status}`, status >= 500);
  return fault(word === "ETIMEDOUT" ? "TIMED_OUT" : "UNREACHABLE", word);
}

async function post(net: Net, settings: ChannelSettings, letter: Letter): Promise<Sent> {
  const transport = await transportOf(net, settings);
  // Each step of the talk has its own limit; a server that answers drop by drop meets this one.
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<Sent>((resolve) => {
    timer = setTimeout(() => resolve(fault("TIMED_OUT", "SMTP")), 2 * net.timeoutMs);
  });
  const done = transport.sendMail(mailOf(settings, letter)).then(() => sent, faultOf);
  return Promise.race([done, late]).finally(() => {
    clearTimeout(timer);
    transport.close();
  });
}

export const email: Channel = {
  kind: "email",
  title: { "zh-CN": "电子邮件", en: "E-mail" },
  isBrief: false,
  fields: [
    {
      ...{ name: "server", value: "smtpUrl", isSecret: false, isRequired: true },
      title: { "zh-CN": "发信服务器", en: "Mail server" },
      help: { "zh-CN": "例如 smtps://smtp.example.cn:465", en: "For example smtps://smtp.example.cn:465" },
    },
    {
      ...{ name: "from", value: "mailbox", isSecret: false, isRequired: true },
      title: { "zh-CN": "发件地址", en: "Sender's address" },
      help: { "zh-CN": "收件人看到的发件邮箱", en: "The mailbox that receivers see" },
    },
    {
      ...{ name: "fromName", value: "text", isSecret: false, isRequired: false },
      title: { "zh-CN": "发件人名称", en: "Sender's name" },
      help: { "zh-CN": "例如 南苑街道网格中心", en: "For example Nanyuan grid centre" },
    },
    {
      ...{ name: "user", value: "text", isSecret: false, isRequired: false },
      title: { "zh-CN": "登录账号", en: "Account" },
      help: { "zh-CN": "服务器要求登录时填写", en: "When the server asks for one" },
    },
    {
      ...{ name: "password", value: "text", isSecret: true, isRequired: false },
      title: { "zh-CN": "登录密码或授权码", en: "Password" },
      help: { "zh-CN": "加密保存，不再显示", en: "Kept encrypted and never shown again" },
    },
  ],
  addressOf: (contact) => contact.email,
  send: (net, settings, letter) => guarded(() => post(net, settings, letter)),
};
