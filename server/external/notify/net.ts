/**
 * The way out to addresses that people typed in: https to public hosts only, the checked address is the one that is
 * connected to (no second lookup), no redirects, small answers, a deadline. Hosts of `allowed` may be private and
 * without TLS: an intranet's gateway, a test's listener.
 */
import { lookup } from "node:dns/promises";
import { request as httpRequest, type IncomingMessage, type RequestOptions } from "node:http";
import { request as httpsRequest } from "node:https";
import { BlockList, isIP, type LookupFunction } from "node:net";

export interface Answer {
  readonly status: number;
  readonly text: string;
}

/** The address may not be called, or cannot. `isFinal`: it may not, however often it is tried. */
export class NetRefused extends Error {
  override readonly name = "NetRefused";
  readonly code: "ADDRESS_REFUSED" | "TIMED_OUT" | "UNREACHABLE";
  constructor(code: NetRefused["code"], detail: string) {
    super(detail);
    this.code = code;
  }
}

/** A host with the one address that was checked. */
export interface Resolved {
  readonly address: string;
  readonly family: number;
  readonly isAllowed: boolean;
}

export interface Net {
  readonly timeoutMs: number;
  /** Throws `NetRefused`. */
  resolve(host: string, port: number): Promise<Resolved>;
  /** Posts JSON. Throws `NetRefused`. */
  postJson(url: string, body: unknown, headers?: Readonly<Record<string, string>>): Promise<Answer>;
  /** May be written without TLS and stand in a private network. */
  isAllowed(host: string, port: number): boolean;
}

const MOST_BYTES = 65_536;

type Block = readonly [network: string, bits: number];
const blocks4: readonly Block[] = [
  ...([
    ["0.0.0.0", 8],
    ["10.0.0.0", 8],
    ["100.64.0.0", 10],
    ["127.0.0.0", 8],
    ["169.254.0.0", 16],
  ] as const),
  ...([
    ["172.16.0.0", 12],
    ["192.0.0.0", 24],
    ["192.0.2.0", 24],
    ["192.168.0.0", 16],
    ["198.18.0.0", 15],
  ] as const),
  ...([
    ["198.51.100.0", 24],
    ["203.0.113.0", 24],
    ["224.0.0.0", 4],
    ["240.0.0.0", 4],
  ] as const),
];
const blocks6: readonly Block[] = [
  ...([
    ["::", 128],
    ["::1", 128],
    ["::ffff:0:0", 96],
    ["64:ff9b::", 96],
    ["64:ff9b:1::", 48],
    ["100::", 64],
  ] as const),
  ...([
    ["2001::", 23],
    ["2001:db8::", 32],
    ["2002::", 16],
    ["fc00::", 7],
    ["fe80::", 10],
    ["fec0::", 10],
  ] as const),
  ["ff00::", 8],
];

// Two lists: in one, the rule for IPv4 addresses written as IPv6 would catch every IPv4 address.
function listOf(blocks: readonly Block[], family: "ipv4" | "ipv6"): BlockList {
  const list = new BlockList();
  for (const [network, bits] of blocks) list.addSubnet(network, bits, family);
  return list;
}
const closed4 = listOf(blocks4, "ipv4");
const closed6 = listOf(blocks6, "ipv6");

/** True for addresses of the machine itself, of its networks, and for those that are no host of the internet. */
export const isPrivate = (address: string): boolean => {
  const family = isIP(address);
  if (family === 0) return true;
  return family === 6 ? closed6.check(address, "ipv6") : closed4.check(address, "ipv4");
};

const bare = (host: string) => host.replace(/^\[|\]$/g, "").toLowerCase();

function pinned({ address, family }: Resolved): LookupFunction {
  return (_host, options, answer) => {
    if (options.all === true) answer(null, [{ address, family }]);
    else answer(null, address, family);
  };
}

async function readAnswer(message: IncomingMessage): Promise<Answer> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of message as AsyncIterable<Buffer>) {
    size += part.length;
    if (size > MOST_BYTES) break;
    parts.push(part);
  }
  return { status: message.statusCode ?? 0, text: Buffer.concat(parts).toString("utf8") };
}

function exchange(url: URL, options: RequestOptions, body: string): Promise<Answer> {
  const request = url.protocol === "https:" ? httpsRequest : httpRequest;
  return new Promise((resolve, reject) => {
    const call = request(url, options, (message) => readAnswer(message).then(resolve, reject));
    call.on("error", reject);
    call.end(body);
  });
}

function asRefused(error: unknown): NetRefused {
  if (error instanceof NetRefused) return error;
  const name = error instanceof Error ? error.name : "";
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  const isLate = name === "AbortError" || name === "TimeoutError" || code === "ABORT_ERR" || code === "ETIMEDOUT";
  return new NetRefused(isLate ? "TIMED_OUT" : "UNREACHABLE", code || name || "unknown");
}

type Allowed = (host: string, port: number) => boolean;

async function resolveHost(host: string, port: number, isAllowed: Allowed): Promise<Resolved> {
  const found = await lookup(bare(host), { all: true }).catch((error: unknown) => {
    throw asRefused(error);
  });
  const [first] = found;
  if (first === undefined) throw new NetRefused("UNREACHABLE", "ENOTFOUND");
  const free = isAllowed(host, port);
  if (!free && found.some((each) => isPrivate(each.address))) throw new NetRefused("ADDRESS_REFUSED", bare(host));
  return { ...first, isAllowed: free };
}

/** What is posted, and until when. */
interface Posting {
  readonly url: URL;
  readonly text: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly timeoutMs: number;
}

async function post({ url, text, headers, timeoutMs }: Posting, isAllowed: Allowed): Promise<Answer> {
  const port = Number(url.port || (url.protocol === "https:" ? 443 : 80));
  const mayBePlain = url.protocol === "http:" && isAllowed(url.hostname, port);
  if (url.protocol !== "https:" && !mayBePlain) throw new NetRefused("ADDRESS_REFUSED", url.protocol);
  const signal = AbortSignal.timeout(timeoutMs);
  const own = { "content-type": "application/json; charset=utf-8", "content-length": Buffer.byteLength(text) };
  const found = await resolveHost(url.hostname, port, isAllowed);
  const options = { method: "POST", agent: false, signal, lookup: pinned(found), headers: { ...headers, ...own } };
  return exchange(url, options, text);
}

/** In: hosts (`host` or `host:port`) that may be private, and the deadline of one call. */
export function openNet(allowed: readonly string[], timeoutMs = 10_000): Net {
  const hosts = new Set(allowed.map((each) => each.trim().toLowerCase()).filter((each) => each !== ""));
  const isAllowed: Allowed = (host, port) => hosts.has(bare(host)) || hosts.has(`${bare(host)}:${port}`);
  return {
    timeoutMs,
    isAllowed,
    resolve: (host, port) => resolveHost(host, port, isAllowed),
    async postJson(address, body, headers = {}) {
      try {
        return await post({ url: new URL(address), text: JSON.stringify(body), headers, timeoutMs }, isAllowed);
      } catch (error) {
        throw asRefused(error);
      }
    },
  };
}
