import assert from "node:assert/strict";
import { readFileSync } from "node:fs";

interface Lock {
  readonly packages: Readonly<
    Record<string, { readonly optionalDependencies?: Record<string, string>; readonly resolved?: string }>
  >;
}

const lock = JSON.parse(readFileSync(new URL("../../package-lock.json", import.meta.url), "utf8")) as Lock;

describe("the lock file", () => {
  it("has an entry for every platform binary, else `npm ci` fails on other machines", () => {
    const present = new Set(Object.keys(lock.packages).map((path) => path.split("node_modules/").at(-1)));
    const missing = Object.entries(lock.packages).flatMap(([path, entry]) =>
      Object.keys(entry.optionalDependencies ?? {})
        .filter((name) => !present.has(name))
        .map((name) => `${path} → ${name}`),
    );
    assert.deepEqual(missing, []);
  });

  it("takes nothing from git or from an address of its own", () => {
    const foreign = Object.entries(lock.packages).filter(([, entry]) =>
      /^(git|file|https?:\/\/(?!registry\.npmjs\.org))/.test(entry.resolved ?? ""),
    );
    assert.deepEqual(foreign, []);
  });
});
