import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

const root = join(import.meta.dirname, "..", "..");

/** Lints one planted file with the house's own configuration; gives the messages. */
function lint(files: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(join(tmpdir(), "gridloom-lint-"));
  try {
    cpSync(join(root, ".oxlintrc.json"), join(folder, ".oxlintrc.json"));
    for (const [path, source] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), source);
    }
    return spawnSync(join(root, "node_modules", ".bin", "oxlint"), ["."], { cwd: folder, encoding: "utf8" }).stdout;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const forbidden: readonly (readonly [string, string, string, RegExp])[] = [
  [
    "the engine may not import the server",
    "engine/execute/a.ts",
    'export { app } from "../../server/app.ts";',
    /nothing but engine/,
  ],
  ["the engine may not import Node", "engine/model/a.ts", 'export { readFileSync } from "node:fs";', /engine is pure/],
  [
    "the engine may not read the clock",
    "engine/feel/a.ts",
    "export const now = Date.now();",
    /no-restricted-properties/,
  ],
  [
    "the engine may not draw random numbers",
    "engine/feel/a.ts",
    "export const dice = Math.random();",
    /no-restricted-properties/,
  ],
  [
    "execution may not import the parser",
    "engine/execute/a.ts",
    'export { parseBpmn } from "../parse/bpmn.ts";',
    /works on the model/,
  ],
  [
    "screens may not import the server",
    "designer/desk/a.ts",
    'export { app } from "../../server/app.ts";',
    /contract types/,
  ],
  [
    "screens may not import values of the contract",
    "designer/app/a.ts",
    'import { routes } from "../../server/contract/routes.ts";\nexport const a = routes;',
    /types only/,
  ],
  ["the phone may not import antd", "designer/fill/a.ts", 'export { Button } from "antd";', /bundle stays small/],
  [
    "only the store may import Sequelize",
    "server/runtime/a.ts",
    'export { Sequelize } from "sequelize";',
    /Only server\/store/,
  ],
  [
    "only the HTTP rooms may import Express",
    "server/runtime/a.ts",
    'import express from "express";\nexport const a = express;',
    /know Express/,
  ],
  [
    "nobody may import resources",
    "server/jobs/a.ts",
    'export { cases } from "../resources/cases.ts";',
    /Nobody imports resources/,
  ],
  [
    "the server may not import screens",
    "server/http/a.ts",
    'export { tokens } from "../../designer/ui/tokens.ts";',
    /knows no screens/,
  ],
];

describe("the import rules", () => {
  for (const [name, path, source, message] of forbidden) {
    it(`${name}: a planted import is refused`, () => {
      assert.match(lint({ [path]: source }), message);
    });
  }

  it("refuses a cycle", () => {
    const cycle = {
      "engine/feel/a.ts": 'import { b } from "./b.ts";\nexport const a = () => b;',
      "engine/feel/b.ts": 'import { a } from "./a.ts";\nexport const b = () => a;',
    };
    assert.match(lint(cycle), /Dependency cycle/);
  });

  it("lets the engine import the engine", () => {
    assert.match(
      lint({ "engine/execute/a.ts": 'export { b } from "../model/b.ts";', "engine/model/b.ts": "export const b = 1;" }),
      /Found 0 warnings and 0 errors/,
    );
  });
});
