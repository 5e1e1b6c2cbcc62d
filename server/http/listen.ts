/** The listening socket: http or https, taken before anything else is loaded, closed only when open requests are done. */
import { readFile } from "node:fs/promises";
import { createServer, type RequestListener, type Server } from "node:http";
import { createServer as createSecureServer } from "node:https";
import type { AddressInfo } from "node:net";
import type { Problem } from "../../engine/model/problem.ts";
import type { Settings } from "../config.ts";
import { lanAddresses, ownCertificate } from "../external/certificate.ts";

/** The address cannot be taken: the sentence says why. */
export class ListenRefused extends Error {
  override readonly name = "ListenRefused";
  readonly problem: Problem;
  constructor(problem: Problem) {
    super(`${problem.zh}\n${problem.en}`);
    this.problem = problem;
  }
}

export interface Listening {
  /** The settings with the port and address that were really taken. */
  readonly settings: Settings;
  serve(app: RequestListener): void;
  close(): Promise<void>;
}

/** Requests that are still open after this are cut off. */
const patienceMs = 10_000;

const starting: RequestListener = (_request, response) => {
  response.writeHead(503, { "content-type": "application/json", "retry-after": "2" });
  response.end('{"status":"starting"}');
};

async function createFor({ tls, dataDir }: Settings, onRequest: RequestListener): Promise<Server> {
  switch (tls.kind) {
    case "none":
      return createServer(onRequest);
    case "own":
      return createSecureServer(await ownCertificate(dataDir, Date.now()), onRequest);
    case "files": {
      const [cert, key] = await Promise.all([readFile(tls.cert), readFile(tls.key)]);
      return createSecureServer({ cert, key }, onRequest);
    }
  }
}

function refusal(error: NodeJS.ErrnoException, { host, port }: Settings): ListenRefused {
  const known: Readonly<Record<string, readonly [string, string]>> = {
    EADDRINUSE: [
      `端口 ${port} 已被占用，请关闭占用它的程序或用 --port 换一个。`,
      `Port ${port} is in use. Stop what uses it, or choose another with --port.`,
    ],
    EACCES: [
      `没有权限监听端口 ${port}，请用 --port 换一个大于 1023 的端口。`,
      `No permission to listen on port ${port}. Choose one above 1023 with --port.`,
    ],
    EADDRNOTAVAIL: [`本机没有地址 ${host}，请检查 HOST。`, `This machine has no address ${host}. Check HOST.`],
    ENOTFOUND: [`无法解析地址 ${host}，请检查 HOST。`, `The address ${host} cannot be resolved. Check HOST.`],
  };
  const [zh, en] = known[error.code ?? ""] ?? [`无法监听：${error.message}`, `Cannot listen: ${error.message}`];
  return new ListenRefused({ code: "LISTEN_REFUSED", zh, en });
}

function bind(server: Server, settings: Settings): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once("error", (error) => reject(refusal(error, settings)));
    server.listen(settings.port, settings.host, () => resolve((server.address() as AddressInfo).port));
  });
}

/** What people open, when PUBLIC_URL does not say: on a network, this machine's address there. */
function publicUrl({ publicUrl: given, lan }: Settings, isGiven: boolean, port: number): string {
  if (isGiven) return given;
  const address = new URL(given);
  if (lan) address.hostname = lanAddresses()[0] ?? "localhost";
  address.port = String(port);
  return address.origin;
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    const cut = setTimeout(() => server.closeAllConnections(), patienceMs);
    server.close(() => {
      clearTimeout(cut);
      resolve();
    });
    server.closeIdleConnections();
  });
}

/** Throws `ListenRefused` when the address or port cannot be taken. */
export async function listen(settings: Settings): Promise<Listening> {
  let app = starting;
  let isClosing = false;
  const server = await createFor(settings, (request, response) => {
    if (isClosing) response.setHeader("Connection", "close");
    app(request, response);
  });
  server.headersTimeout = 15_000;
  server.requestTimeout = 60_000;
  const port = await bind(server, settings);
  return {
    settings: { ...settings, port, publicUrl: publicUrl(settings, settings.isPublicUrlGiven, port) },
    serve: (next) => {
      app = next;
    },
    close: () => {
      isClosing = true;
      return close(server);
    },
  };
}
