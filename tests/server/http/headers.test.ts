import assert from "node:assert/strict";
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { routes } from "../../../server/contract/routes.ts";
import type { Form } from "../../../server/contract/types.ts";
import { packageRoot } from "../../../server/config.ts";
import { startTestServer, type Client, type TestServer } from "../../support/server.ts";

describe("headers", () => {
  let server: TestServer;
  let worker: Client;
  before(async () => {
    server = await startTestServer();
    worker = await server.as("gridWorker");
  });
  after(() => server.stop());

  it("guard every route of the API, answered or refused", async () => {
    for (const route of routes) {
      const path = `/api${route.path.replaceAll(/:\w+/g, "x")}`;
      const { headers } = await server.raw(path, {
        method: route.method.toUpperCase(),
        headers: { cookie: worker.cookie },
      });
      const policy = headers.get("content-security-policy") ?? "";
      assert.match(policy, /script-src 'self';/, route.id);
      assert.doesNotMatch(policy, /unsafe-eval|upgrade-insecure-requests/, route.id);
      assert.match(policy, /frame-ancestors 'none'/, route.id);
      assert.equal(headers.get("x-content-type-options"), "nosniff", route.id);
      assert.equal(headers.get("referrer-policy"), "same-origin", route.id);
      assert.equal(headers.get("x-powered-by"), null, route.id);
      assert.match(headers.get("x-request-id") ?? "", /^[0-9a-f-]{36}$/, route.id);
    }
  });

  it("keep answers about people out of every cache", async () => {
    for (const path of ["/session", "/tasks", "/cases", "/home", "/nothing"])
      assert.equal((await worker.get(path)).headers.get("cache-control"), "no-store", path);
  });

  it("let compiled validators and their runtime be kept for ever", async () => {
    const { body: form } = await worker.get<Form>("/forms/eventReport");
    const module = await server.raw(form.validatorUrl);
    assert.deepEqual([module.status, module.headers.get("content-type")], [200, "text/javascript; charset=utf-8"]);
    const [, chunk = ""] = /from "\.\/(runtime-[0-9a-f]+\.js)"/.exec(await module.text()) ?? [];
    const runtime = await server.raw(`/api/validators/${chunk}`);
    for (const response of [module, runtime])
      assert.equal(response.headers.get("cache-control"), "public, max-age=31536000, immutable");
  });

  it("demand https only where the server speaks it", async () => {
    assert.equal((await server.raw("/api/welcome")).headers.get("strict-transport-security"), null);
  });
});

describe("behind a proxy that ends https", () => {
  let server: TestServer;
  before(async () => {
    server = await startTestServer({ env: { PUBLIC_URL: "https://gridloom.example", TRUST_PROXY: "1" } });
  });
  after(() => server.stop());
  const signIn = async (headers: Record<string, string>) => {
    const [somebody] = await server.people();
    return server.raw("/api/demo/session", {
      method: "POST",
      headers: { "content-type": "application/json", ...headers },
      body: JSON.stringify({ personId: somebody?.id }),
    });
  };

  it("the cookie is bound to this host and to https, and browsers are told to stay with https", async () => {
    const response = await signIn({ "x-forwarded-proto": "https", origin: "https://gridloom.example" });
    assert.match(
      response.headers.getSetCookie()[0] ?? "",
      /^__Host-gridloom=[^;]+; Path=\/; Expires=[^;]+; HttpOnly; Secure; SameSite=Lax$/,
    );
    assert.match(response.headers.get("strict-transport-security") ?? "", /max-age=31536000/);
  });

  it("another origin is refused although the proxy passes it on", async () => {
    assert.equal((await signIn({ "x-forwarded-proto": "https", origin: "https://evil.example" })).status, 403);
  });
});

describe("the built screens", () => {
  let server: TestServer;
  before(async () => {
    server = await startTestServer();
  });
  after(() => server.stop());
  const page = (path: string) => server.raw(path, { headers: { accept: "text/html,application/xhtml+xml,*/*;q=0.8" } });
  const folder = join(packageRoot(), "dist", "designer");

  it("come at their own addresses, always fresh", async () => {
    assert.ok(existsSync(join(folder, "index.html")), "npm run build makes them");
    for (const path of ["/", "/m/tasks", "/desk/cases/1", "/sign-in"]) {
      const response = await page(path);
      assert.deepEqual([response.status, response.headers.get("cache-control")], [200, "no-cache"], path);
      assert.match(await response.text(), /<div id="root">/);
    }
  });

  it("have files that may be kept for ever", async () => {
    const [name = ""] = readdirSync(join(folder, "assets"));
    const { headers } = await server.raw(`/assets/${name}`);
    assert.equal(headers.get("cache-control"), "public, max-age=31536000, immutable");
  });

  it("are not given for an address of the API, a missing file, or a path outside", async () => {
    for (const path of [
      "/api/nothing",
      "/assets/nothing.js",
      "/..%2f..%2fpackage.json",
      "/%2e%2e/package.json",
      "/.env",
    ])
      assert.equal((await page(path)).status >= 400, true, path);
  });
});

describe("health", () => {
  it("says that the process lives and that it takes work", async () => {
    const server = await startTestServer();
    assert.deepEqual(await (await server.raw("/healthz")).json(), { status: "ok" });
    assert.deepEqual(await (await server.raw("/readyz")).json(), { status: "ready" });
    await server.stop();
    await assert.rejects(server.raw("/healthz"));
  });
});
