/** A real server on a free port and a fresh SQLite database, with clients that speak as people of the city. */
import { rmSync } from "node:fs";
import { readSettings } from "../../server/config.ts";
import type { DemoPerson, FailureBody, Session } from "../../server/contract/types.ts";
import { testClock, type MovableClock } from "../../server/ports.ts";
import { start, type Running } from "../../server/start.ts";
import { temporaryFolder } from "./stores.ts";

export interface Answer<T> {
  readonly status: number;
  /** The parsed body; undefined for 204. */
  readonly body: T;
  readonly headers: Headers;
}

export type Failure = { readonly error: FailureBody };

export interface Client {
  readonly session: Session;
  /** Person's id. */
  readonly id: string;
  readonly cookie: string;
  get<T>(path: string): Promise<Answer<T>>;
  post<T>(path: string, body?: unknown, headers?: Readonly<Record<string, string>>): Promise<Answer<T>>;
  put<T>(path: string, body: unknown): Promise<Answer<T>>;
  delete<T>(path: string): Promise<Answer<T>>;
  /** Sends one file as the field `file`. */
  upload<T>(path: string, bytes: Uint8Array, name?: string): Promise<Answer<T>>;
}

export interface TestServer {
  /** `http://127.0.0.1:<port>` */
  readonly url: string;
  readonly running: Running;
  /** Epoch milliseconds of the clock given to the server; moving it fires no timers by itself. */
  readonly clock: MovableClock;
  /** Signs in as somebody with this role, at this unit when it is named. */
  as(role: string, unit?: string): Promise<Client>;
  asPerson(id: string): Promise<Client>;
  people(): Promise<readonly DemoPerson[]>;
  /** One request without session, body sent as it is. */
  raw(path: string, init?: RequestInit): Promise<Response>;
  stop(): Promise<void>;
}

export interface TestServerOptions {
  /** Default true: sign-in by role works. */
  readonly demo?: boolean;
  /** With the demo's cases; default false: people and places only. */
  readonly city?: boolean;
  /** ISO instant at which the clock stands; default Monday 2026-11-23 10:00 in Shanghai. */
  readonly at?: string;
  /** Kept after `stop`, to start again on the same records. */
  readonly dataDir?: string;
  readonly databaseUrl?: string;
  /** More settings, as environment variables. */
  readonly env?: Readonly<Record<string, string>>;
}

const parsed = async <T>(response: Response): Promise<Answer<T>> => {
  const text = await response.text();
  const isJson = response.headers.get("content-type")?.startsWith("application/json") ?? false;
  return {
    status: response.status,
    body: (isJson ? JSON.parse(text) : text || undefined) as T,
    headers: response.headers,
  };
};

function clientOf(url: string, cookie: string, session: Session): Client {
  const send = async <T>(
    method: string,
    path: string,
    body?: string | FormData,
    more: Readonly<Record<string, string>> = {},
  ) =>
    parsed<T>(
      await fetch(`${url}/api${path}`, {
        method,
        headers: {
          cookie,
          ...(method === "GET" ? {} : { "x-csrf-token": session.csrfToken }),
          ...(typeof body === "string" ? { "content-type": "application/json" } : {}),
          ...more,
        },
        ...(body === undefined ? {} : { body }),
      }),
    );
  return {
    session,
    id: session.person.id,
    cookie,
    get: (path) => send("GET", path),
    post: (path, body = {}, headers) => send("POST", path, JSON.stringify(body), headers),
    put: (path, body) => send("PUT", path, JSON.stringify(body)),
    delete: (path) => send("DELETE", path),
    upload: (path, bytes, name = "photo.png") => {
      const form = new FormData();
      form.append("file", new Blob([new Uint8Array(bytes)]), name);
      return send("POST", path, form);
    },
  };
}

export async function signInAt(url: string, personId: string): Promise<Client> {
  const response = await fetch(`${url}/api/demo/session`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ personId }),
  });
  if (response.status !== 201) throw new Error(`Expected to sign in as ${personId} but got ${await response.text()}`);
  const [cookie = ""] = (response.headers.getSetCookie()[0] ?? "").split(";");
  return clientOf(url, cookie, (await response.json()) as Session);
}

export async function startTestServer(options: TestServerOptions = {}): Promise<TestServer> {
  const dataDir = options.dataDir ?? temporaryFolder();
  const argv = ["--port", "0", "--data-dir", dataDir, ...(options.demo === false ? ["--empty"] : [])];
  const env = {
    LOG_LEVEL: "silent",
    ...options.env,
    ...(options.databaseUrl === undefined ? {} : { DATABASE_URL: options.databaseUrl }),
  };
  const read = readSettings(argv, env);
  if (!read.ok || read.value === "help") throw new Error(JSON.stringify(read));
  const clock = testClock(options.at ?? "2026-11-23T10:00:00+08:00");
  const running = await start(read.value, { checkAnswers: true, clock, demoCases: options.city ?? false });
  const url = `http://127.0.0.1:${running.settings.port}`;
  const people = async () => (await parsed<readonly DemoPerson[]>(await fetch(`${url}/api/demo/people`))).body;
  return {
    url,
    running,
    clock: running.container.movableClock ?? clock,
    people,
    asPerson: (id) => signInAt(url, id),
    async as(role, unit) {
      const found = (await people()).find(
        (person) => person.role === role && (unit === undefined || person.unit === unit),
      );
      if (found === undefined) throw new Error(`Expected somebody with the role ${role} at ${unit ?? "any unit"}`);
      return signInAt(url, found.id);
    },
    raw: (path, init) => fetch(`${url}${path}`, init),
    async stop() {
      await running.stop();
      if (options.dataDir === undefined) rmSync(dataDir, { recursive: true, force: true });
    },
  };
}
