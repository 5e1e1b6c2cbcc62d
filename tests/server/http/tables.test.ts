import assert from "node:assert/strict";
import { routes } from "../../../server/contract/routes.ts";
import { problem, problemTable, statusOf } from "../../../server/http/problems.ts";
import { matchHandlers } from "../../../server/http/router.ts";

const handlers = Object.fromEntries(routes.map((route) => [route.id, () => undefined]));

describe("routes and handlers", () => {
  it("are the same set", () => assert.doesNotThrow(() => matchHandlers(handlers)));

  it("stop the start when a route has no handler", () => {
    const { tasks: _tasks, ...rest } = handlers;
    assert.throws(() => matchHandlers(rest), /handler for the routes tasks/);
  });

  it("stop the start when a handler has no route", () => {
    assert.throws(
      () => matchHandlers({ ...handlers, "case.delete": () => undefined }),
      /route for the handlers case\.delete/,
    );
  });

  it("name each id and each address once", () => {
    assert.equal(new Set(routes.map((route) => route.id)).size, routes.length);
    assert.equal(new Set(routes.map((route) => `${route.method} ${route.path}`)).size, routes.length);
  });

  it("demand the token's session for everything that changes something, but for signing in", () => {
    const unsafe = routes
      .filter((route) => route.method !== "get" && route.access === "public")
      .map((route) => route.id);
    assert.deepEqual(unsafe, [
      "session.open",
      "setup",
      "demo.signIn",
      "join",
      // Residents have no account: what they send is held by its own gates (server/runtime/flood-limits.ts).
      "resident.photo",
      "resident.report",
      "resident.rate",
    ]);
  });
});

describe("the table of failures", () => {
  const rows = Object.entries(problemTable);

  it("is sorted, so that a code is found", () => {
    const codes = rows.map(([code]) => code);
    assert.deepEqual(codes, codes.toSorted());
  });

  it("says each failure in Chinese and English with a status of its own kind", () => {
    for (const [code, { status, zh, en }] of rows) {
      assert.match(code, /^[A-Z][A-Z0-9_]+$/);
      assert.ok(status >= 400 && status < 600, code);
      assert.match(zh, /\p{Script=Han}.*[。！？}]$/u, code);
      assert.match(en, /^[A-Z{].*[.!?}]$/, code);
      const gaps = (sentence: string) => [...sentence.matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? "").toSorted();
      assert.deepEqual(gaps(zh), gaps(en), code);
    }
  });

  it("fills the gaps of its sentences and takes an unknown code for content that does not fit", () => {
    assert.equal(problem("BODY_TOO_LARGE", { limit: "1 MiB" }).zh, "内容超过 1 MiB。");
    assert.equal(statusOf("FORM_TOO_DEEP"), 422);
    assert.equal(statusOf("toString"), 422);
  });
});
