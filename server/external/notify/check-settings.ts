/** Are these the settings of a channel? Each wrong one is named; addresses are looked up and must be public. */
import type { Problem } from "../../../engine/model/problem.ts";
import { problem } from "../../http/problems.ts";
import type { Channel, ChannelField, ChannelSettings } from "./channel.ts";
import { NetRefused, type Net } from "./net.ts";

const mailbox = /^[^\s@<>(),;:"[\]\\]{1,64}@[A-Za-z0-9](?:[A-Za-z0-9.-]{0,250}[A-Za-z0-9])?$/;
export const isMailbox = (text: string): boolean => text.length <= 254 && mailbox.test(text);

type Where = { readonly path: string };

async function checkAddress(net: Net, value: string, schemes: readonly string[], where: Where): Promise<Problem[]> {
  const url = URL.canParse(value) ? new URL(value) : undefined;
  if (url === undefined || url.hostname === "" || !schemes.includes(url.protocol))
    return [problem("CHANNEL_ADDRESS_WRONG", { schemes: schemes.map((each) => `${each}//`).join(", ") }, where)];
  if (url.username !== "" || url.password !== "") return [problem("CHANNEL_ADDRESS_LOGIN", {}, where)];
  const defaults: Readonly<Record<string, number>> = { "https:": 443, "http:": 80, "smtps:": 465, "smtp:": 587 };
  const port = Number(url.port || (defaults[url.protocol] ?? 0));
  if (url.protocol === "http:" && !net.isAllowed(url.hostname, port))
    return [problem("CHANNEL_ADDRESS_PLAIN", { host: url.hostname }, where)];
  try {
    await net.resolve(url.hostname, port);
    return [];
  } catch (error) {
    if (!(error instanceof NetRefused)) throw error;
    const code = error.code === "ADDRESS_REFUSED" ? "CHANNEL_ADDRESS_PRIVATE" : "CHANNEL_ADDRESS_UNKNOWN";
    return [problem(code, { host: url.hostname }, where)];
  }
}

function isJson(text: string): boolean {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value !== null;
  } catch {
    return false;
  }
}

async function checkField(net: Net, field: ChannelField, value: string): Promise<readonly Problem[]> {
  const where = { path: `/settings/${field.name}` };
  if (value === "") return field.isRequired ? [problem("CHANNEL_SETTING_MISSING", {}, where)] : [];
  switch (field.value) {
    case "text":
      return [];
    case "mailbox":
      return isMailbox(value) ? [] : [problem("MAILBOX_WRONG", {}, where)];
    case "json":
      return isJson(value) ? [] : [problem("CHANNEL_BODY_NOT_JSON", {}, where)];
    case "httpUrl":
      return checkAddress(net, value, ["https:", "http:"], where);
    case "smtpUrl":
      return checkAddress(net, value, ["smtps:", "smtp:"], where);
  }
}

/** Out: a problem for each wrong setting, its path `/settings/<name>`. */
export async function checkSettings(
  net: Net,
  channel: Channel,
  settings: ChannelSettings,
): Promise<readonly Problem[]> {
  const found = await Promise.all(
    channel.fields.map((field) => checkField(net, field, (settings[field.name] ?? "").trim())),
  );
  return found.flat();
}
