/** Real listeners on loopback that stand for a mail server, a robot and an SMS gateway. */
import { once } from "node:events";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { SMTPServer } from "smtp-server";

export interface HeardRequest {
  readonly path: string;
  readonly query: URLSearchParams;
  readonly headers: IncomingMessage["headers"];
  readonly body: unknown;
}

export interface HttpListener {
  readonly url: string;
  readonly host: string;
  readonly heard: readonly HeardRequest[];
  stop(): Promise<void>;
}

/** How the n-th request (from 0) is answered; `hang`: never. */
export type Answering = (
  request: HeardRequest,
  nth: number,
) => { readonly status: number; readonly body?: unknown; readonly headers?: Readonly<Record<string, string>> } | "hang";

const taken = () => ({ status: 200, body: { errcode: 0, errmsg: "ok" } });

async function bodyOf(request: IncomingMessage): Promise<unknown> {
  const parts: Buffer[] = [];
  for await (const part of request as AsyncIterable<Buffer>) parts.push(part);
  return JSON.parse(Buffer.concat(parts).toString("utf8"));
}

async function portOf(server: Server): Promise<number> {
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return (server.address() as AddressInfo).port;
}

export async function listenHttp(answering: Answering = taken): Promise<HttpListener> {
  const heard: HeardRequest[] = [];
  const hear = async (request: IncomingMessage, response: ServerResponse) => {
    const url = new URL(request.url ?? "/", "http://listener");
    const body = await bodyOf(request);
    const one = { path: url.pathname, query: url.searchParams, headers: request.headers, body };
    const answer = answering(one, heard.push(one) - 1);
    if (answer === "hang") return;
    response.writeHead(answer.status, answer.headers).end(JSON.stringify(answer.body ?? {}));
  };
  const server = createServer((request, response) => void hear(request, response));
  const port = await portOf(server);
  return {
    ...{ url: `http://127.0.0.1:${port}/hook`, host: `127.0.0.1:${port}`, heard },
    async stop() {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
}

export interface Mail {
  readonly from: string;
  readonly to: readonly string[];
  /** As it came over the line. */
  readonly source: string;
}

export interface MailListener {
  readonly url: string;
  readonly host: string;
  readonly mails: readonly Mail[];
  stop(): Promise<void>;
}

/** Takes every mail, but refuses receivers whose mailbox starts with `nobody`. */
export async function listenMail(): Promise<MailListener> {
  const mails: Mail[] = [];
  const server = new SMTPServer({
    authOptional: true,
    logger: false,
    onRcptTo({ address }, _session, done) {
      done(address.startsWith("nobody") ? Object.assign(new Error("no such mailbox"), { responseCode: 550 }) : null);
    },
    onData(stream, session, done) {
      const parts: Buffer[] = [];
      stream.on("data", (part: Buffer) => parts.push(part));
      stream.on("end", () => {
        const { mailFrom, rcptTo } = session.envelope;
        const from = mailFrom === false ? "" : mailFrom.address;
        mails.push({ from, to: rcptTo.map((each) => each.address), source: Buffer.concat(parts).toString("utf8") });
        done();
      });
    },
  });
  server.on("error", () => undefined);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.server.address() as AddressInfo;
  return {
    ...{ url: `smtp://127.0.0.1:${port}`, host: `127.0.0.1:${port}`, mails },
    stop: () => new Promise((resolve) => server.close(resolve)),
  };
}

const words = (text: string) =>
  text
    .replaceAll(/\?=\s+=\?/g, "?==?")
    .replaceAll(/=\?utf-8\?([bq])\?([^?]*)\?=/gi, (_, kind: string, code: string) =>
      kind.toLowerCase() === "b" ? `|${code}|` : quoted(code.replaceAll("_", " ")),
    )
    .replaceAll(/(?:\|[^|]*\|)+/g, (run) => Buffer.concat(base64Parts(run)).toString("utf8"));

const base64Parts = (run: string) =>
  run
    .split("|")
    .filter((part) => part !== "")
    .map((part) => Buffer.from(part, "base64"));

function quoted(text: string): string {
  const bytes = text
    .replaceAll(/=\r?\n/g, "")
    .replaceAll(/=([0-9A-F]{2})/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
  return Buffer.from(bytes, "latin1").toString("utf8");
}

/** Subject, headers and text of a mail as its reader sees them. */
export function readMail({ source }: Mail): {
  readonly subject: string;
  readonly text: string;
  header(name: string): string;
} {
  const [head = "", ...rest] = source.split(/\r?\n\r?\n/);
  const unfolded = head.replaceAll(/\r?\n[ \t]+/g, " ");
  const header = (name: string) => new RegExp(`^${name}: (.*)$`, "im").exec(unfolded)?.[1]?.trim() ?? "";
  const body = rest.join("\n\n");
  const encoding = header("Content-Transfer-Encoding").toLowerCase();
  const text =
    encoding === "base64"
      ? Buffer.from(body, "base64").toString("utf8")
      : encoding === "quoted-printable"
        ? quoted(body)
        : body;
  return { subject: words(header("Subject")), text: text.replaceAll("\r\n", "\n"), header };
}
