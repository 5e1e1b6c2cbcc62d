import assert from "node:assert/strict";
import fc from "fast-check";
import type { QueryParameter, Route } from "../../../server/contract/route.ts";
import { routes } from "../../../server/contract/routes.ts";
import { arbitraryText, arbitraryValue, schemaNamed } from "../../support/arbitrary-value.ts";
import { hasPostgres, newPostgresDatabase } from "../../support/postgres.ts";
import { sendReport } from "../../support/reports.ts";
import { startTestServer, type Client, type TestServer } from "../../support/server.ts";

/** These change who is asking or when, under the feet of the other calls. */
const apart: ReadonlySet<string> = new Set([
  ...["session.open", "session.close", "setup", "demo.signIn", "demo.clock"],
]);
const asked = (routes as readonly Route[]).filter((route) => !apart.has(route.id));

const posts = [
  ["gridWorker", "xingfuGrid1"],
  ["handler", "nanyuanPolice"],
  ["dispatcher", "nanyuan"],
  ["leader", "nanyuan"],
  ["designer"],
  ["systemAdmin"],
] as const;

interface Call {
  readonly who: number;
  readonly names: readonly string[];
  readonly query: Readonly<Record<string, unknown>>;
  readonly body: unknown;
}

const arbitraryQuery = ({ type, enum: choices }: QueryParameter): fc.Arbitrary<unknown> =>
  arbitraryValue(choices === undefined ? { type } : { type, enum: choices });

function arbitraryCall(route: Route, real: readonly string[]): fc.Arbitrary<Call> {
  const query: Readonly<Record<string, QueryParameter>> = route.query ?? {};
  const hasJson = route.body !== undefined && route.body !== "file";
  return fc.record({
    who: fc.nat(posts.length - 1),
    names: fc.array(fc.oneof(arbitraryText, fc.constantFrom(...real)), { minLength: 6, maxLength: 6 }),
    query: fc.record(Object.fromEntries(Object.entries(query).map(([name, each]) => [name, arbitraryQuery(each)])), {
      requiredKeys: Object.keys(query).filter((name) => query[name]?.required === true),
    }),
    body: hasJson ? arbitraryValue(schemaNamed(route.body)) : fc.constant(undefined),
  });
}

function addressOf(route: Route, { names, query }: Call): string {
  let next = 0;
  const path = route.path.replaceAll(/:\w+/g, () => encodeURIComponent(names[next++] ?? "") || "x");
  const words = new URLSearchParams(Object.entries(query).map(([name, value]) => [name, String(value)]));
  return words.size === 0 ? path : `${path}?${words.toString()}`;
}

async function send(client: Client, route: Route, call: Call): Promise<number> {
  const address = addressOf(route, call);
  switch (route.method) {
    case "get":
      return (await client.get(address)).status;
    case "delete":
      return (await client.delete(address)).status;
    case "put":
      return (await client.put(address, call.body)).status;
    case "post":
      return (await client.post(address, call.body)).status;
  }
}

function anyInput(database: string, url: () => Promise<string> | undefined): void {
  describe(`any input on ${database}`, function () {
    this.timeout(120_000);
    let server: TestServer;
    let clients: readonly Client[];
    let real: readonly string[];
    before(async () => {
      const databaseUrl = await url();
      server = await startTestServer(databaseUrl === undefined ? {} : { databaseUrl });
      clients = await Promise.all(posts.map(([role, unit]) => server.as(role, unit)));
      const sent = await sendReport(clients[0] as Client, { matter: "noise" });
      const waiting = await clients[1]?.get<{ items: readonly { id: string }[] }>("/tasks?view=todo");
      real = ["nanyuan", sent.body.case?.id ?? "", waiting?.body.items[0]?.id ?? ""];
    });
    after(() => server.stop());

    for (const route of asked)
      it(`never breaks ${route.method} ${route.path}`, () =>
        fc.assert(
          fc.asyncProperty(arbitraryCall(route, real), async (call) => {
            const status = await send(clients[call.who] as Client, route, call);
            assert.ok(status >= 200 && status < 500, `${String(status)} from ${addressOf(route, call)}`);
          }),
          { numRuns: 20 },
        ));
  });
}

anyInput("SQLite", () => undefined);
if (hasPostgres) anyInput("PostgreSQL", newPostgresDatabase);
