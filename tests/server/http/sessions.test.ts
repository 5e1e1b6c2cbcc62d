import assert from "node:assert/strict";
import type { Route } from "../../../server/contract/route.ts";
import { routes } from "../../../server/contract/routes.ts";
import type { Session, Welcome } from "../../../server/contract/types.ts";
import { systemClock } from "../../../server/ports.ts";
import { startTestServer, type Failure, type TestServer } from "../../support/server.ts";

const json = { "content-type": "application/json" };
const post = (body: unknown, headers: Record<string, string> = {}): RequestInit => ({
  method: "POST",
  headers: { ...json, ...headers },
  body: JSON.stringify(body),
});
const failure = async (response: Response) => ((await response.json()) as Failure).error;

describe("sessions in the demo", () => {
  let server: TestServer;
  before(async () => {
    server = await startTestServer();
  });
  after(() => server.stop());

  it("open by choosing a person, say who it is and what it may do, and close", async () => {
    const worker = await server.as("gridWorker");
    const { body } = await worker.get<Session>("/session");
    assert.equal(body.person.id, worker.id);
    assert.equal(body.grants[0]?.role, "gridWorker");
    assert.ok(body.permissions.includes("submission.create") && !body.permissions.includes("definition.deploy"));
    assert.equal((await worker.delete("/session")).status, 204);
    assert.equal((await worker.get("/session")).status, 401);
  });

  it("take a new id at every sign-in and cannot be set by the visitor", async () => {
    const [one, two] = [await server.as("gridWorker"), await server.as("gridWorker")];
    assert.notEqual(one.cookie, two.cookie);
    const [somebody] = await server.people();
    const fixed = await server.raw("/api/demo/session", post({ personId: somebody?.id }, { cookie: two.cookie }));
    assert.notEqual(fixed.headers.getSetCookie()[0]?.split(";")[0], two.cookie);
    assert.equal((await two.get("/session")).status, 401, "the old id is dead");
  });

  it("keep a cookie that scripts cannot read and other sites do not send", async () => {
    const [somebody] = await server.people();
    const response = await server.raw("/api/demo/session", post({ personId: somebody?.id }));
    assert.match(response.headers.getSetCookie()[0] ?? "", /^gridloom=.*; Path=\/; .*HttpOnly; SameSite=Lax$/);
  });

  it("keep only a hash of the cookie's id in the table", async () => {
    const worker = await server.as("gridWorker");
    const id = decodeURIComponent(worker.cookie).slice("gridloom=s:".length).split(".")[0] ?? "";
    const rows = await server.running.container.store.read.all<{ id_hash: string }>("SELECT id_hash FROM session");
    assert.ok(id.length > 40 && rows.length > 0 && rows.every((row) => !row.id_hash.includes(id)));
  });

  it("end after 30 idle minutes and after 12 hours", async () => {
    const { store } = server.running.container;
    const worker = await server.as("gridWorker");
    const back = (minutes: number) =>
      store.write((tx) =>
        tx.run("UPDATE session SET expires_at = $1 WHERE person_id = $2", [
          systemClock.now() + minutes * 60_000,
          worker.id,
        ]),
      );
    await back(1);
    assert.equal((await worker.get("/session")).status, 200);
    await back(-1);
    assert.equal((await worker.get("/session")).status, 401);
  });

  it("end within a second when the person is disabled, and lose a role that is taken away", async () => {
    const { store } = server.running.container;
    const worker = await server.as("gridLeader");
    await store.write((tx) => tx.run("UPDATE person SET state = 'disabled' WHERE id = $1", [worker.id]));
    await new Promise((resolve) => setTimeout(resolve, 1_050));
    assert.equal((await worker.get("/session")).status, 401);
  });

  const unsafe = (routes as readonly Route[]).filter((route) => route.method !== "get");
  const address = (route: Route) => `/api${route.path.replaceAll(/:\w+/g, "x")}`;

  it("answer every unsafe route from another site with 403, in four shapes", async () => {
    const worker = await server.as("gridWorker");
    const shapes: Record<string, string>[] = [
      { origin: "http://evil.example", "x-csrf-token": worker.session.csrfToken },
      { origin: "null", "x-csrf-token": worker.session.csrfToken },
      { "sec-fetch-site": "cross-site", "x-csrf-token": worker.session.csrfToken },
      { origin: `${server.url}.evil.example`, "x-csrf-token": worker.session.csrfToken },
    ];
    for (const route of unsafe)
      for (const shape of shapes) {
        const response = await server.raw(address(route), {
          method: route.method.toUpperCase(),
          headers: { cookie: worker.cookie, ...json, ...shape },
          ...(route.method === "delete" ? {} : { body: "{}" }),
        });
        assert.equal(response.status, 403, `${route.id} ${JSON.stringify(shape)}`);
        assert.equal((await failure(response)).code, "ORIGIN_REFUSED");
      }
    assert.equal((await worker.get("/session")).status, 200, "still signed in");
  });

  it("answer every unsafe route that needs a session without its token with 403", async () => {
    const worker = await server.as("gridWorker");
    for (const route of unsafe.filter((each) => each.access !== "public"))
      for (const token of [undefined, "", worker.session.csrfToken.slice(1)]) {
        const response = await server.raw(address(route), {
          method: route.method.toUpperCase(),
          headers: { cookie: worker.cookie, ...json, ...(token === undefined ? {} : { "x-csrf-token": token }) },
        });
        assert.equal((await failure(response)).code, "CSRF_REFUSED", route.id);
      }
  });

  it("answer every route that needs one with 401 when nobody is signed in", async () => {
    for (const route of (routes as readonly Route[]).filter((each) => each.access !== "public")) {
      const response = await server.raw(address(route), { method: route.method.toUpperCase(), headers: json });
      assert.equal(response.status, 401, route.id);
      const { code, zh, en, requestId } = await failure(response);
      assert.deepEqual([code, zh, en], ["NOT_SIGNED_IN", "请先登录。", "Sign in first."]);
      assert.match(requestId, /^[0-9a-f-]{36}$/);
    }
  });
});

describe("an installation without the demo", () => {
  let server: TestServer;
  const password = "Shu-Ma-2026-xin";
  before(async () => {
    server = await startTestServer({ demo: false });
  });
  after(() => server.stop());

  const setup = (more: object = {}) =>
    server.raw(
      "/api/setup",
      post({ name: "陈静", login: "chenjing", password, setupCode: server.running.setupCode, ...more }),
    );
  const signIn = (login: string, word: string) => server.raw("/api/session", post({ login, password: word }));

  it("has no route of the demo", async () => {
    for (const [path, init] of [
      ["/api/demo/people", {}],
      ["/api/demo/session", post({ personId: "p" })],
      ["/api/demo/clock", post({ minutes: 1 })],
    ] as const)
      assert.equal((await failure(await server.raw(path, init))).code, "ROUTE_NOT_FOUND");
  });

  it("asks for the first administrator, whom only the code of the terminal makes", async () => {
    const welcome = (await (await server.raw("/api/welcome")).json()) as Welcome;
    assert.deepEqual([welcome.demo, welcome.needsSetup], [false, true]);
    assert.equal((await failure(await setup({ setupCode: "AAAA-BBBB-CCCC" }))).code, "SETUP_CODE_WRONG");
    assert.equal((await failure(await setup({ password: "12345678901" }))).code, "PASSWORD_TOO_WEAK");
    const made = await setup({ setupCode: server.running.setupCode?.toLowerCase().replaceAll("-", " ") });
    assert.equal(made.status, 201);
    const session = (await made.json()) as Session;
    assert.deepEqual(session.grants.map((grant) => grant.role).toSorted(), ["designer", "systemAdmin"]);
    assert.ok(session.permissions.includes("definition.deploy"));
  });

  it("is set up once", async () => {
    assert.equal((await failure(await setup())).code, "SETUP_DONE");
    assert.equal(((await (await server.raw("/api/welcome")).json()) as Welcome).needsSetup, false);
  });

  it("knows the administrator by login in any spelling, with argon2id kept", async () => {
    assert.equal((await signIn(" ChenJing ", password)).status, 201);
    const [row] = await server.running.container.store.read.all<{ password_hash: string }>(
      "SELECT password_hash FROM account",
    );
    assert.match(row?.password_hash ?? "", /^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  });

  it("locks a login after five failures, known or not, with the same words", async () => {
    const tried = async (login: string) => {
      const bodies = [];
      for (let attempt = 0; attempt < 6; attempt++) {
        const { code, zh, en, details = {} } = await failure(await signIn(login, "Wrong-word-1"));
        bodies.push({ code, zh, en, details: Object.keys(details) });
      }
      return bodies;
    };
    const [known, unknown] = [await tried("chenjing"), await tried("nobody")];
    assert.deepEqual(known, unknown);
    assert.deepEqual(
      known.map((body) => body.code),
      [...Array.from({ length: 5 }, () => "SIGN_IN_FAILED"), "SIGN_IN_LOCKED"],
    );
    assert.equal((await failure(await signIn("chenjing", password))).code, "SIGN_IN_LOCKED", "the right word too");
  });

  it("tries five of many guesses that come at once", async () => {
    const answers = await Promise.all(Array.from({ length: 40 }, () => signIn("many", "Wrong-word-1")));
    const codes = await Promise.all(answers.map(async (answer) => (await failure(answer)).code));
    assert.equal(codes.filter((code) => code === "SIGN_IN_FAILED").length, 5);
  });
});
