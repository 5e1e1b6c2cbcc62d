/** The example of engine/README.md is run as it stands there. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import * as engine from "../../../engine/index.ts";
import type { Coverage, InstanceState, Problem } from "../../../engine/index.ts";

interface Ended {
  readonly story: readonly string[];
  readonly status: InstanceState["status"];
  readonly scopes: InstanceState["scopes"];
  readonly coverage: Readonly<Record<string, Coverage>>;
  readonly refused: Problem | undefined;
}

/** As a module of its own: the engine's door in front, what it ended with behind. */
async function run(block: string): Promise<Ended> {
  const names = ["deploy", "Simulation", "coverageOf"].join(", ");
  const source = `export async function example({ ${names} }) {\n${block}\nreturn { story, status, scopes, coverage, refused };\n}`;
  const module = (await import(`data:text/javascript,${encodeURIComponent(source)}`)) as {
    readonly example: (door: typeof engine) => Promise<Ended>;
  };
  return module.example(engine);
}

describe("the example of engine/README.md", () => {
  it("runs as it stands there", async () => {
    const readme = readFileSync(join(import.meta.dirname, "../../../engine/README.md"), "utf8");
    const [, block = ""] = /```ts\n([\s\S]*?)```/.exec(readme) ?? [];
    const { story, status, scopes, coverage, refused } = await run(block);
    assert.equal(status, "completed");
    assert.deepEqual(scopes["s1"]?.variables, { number: "A-1", fee: 20, receipt: "R7" });
    assert.equal(refused?.code, "SIMULATION_NOTHING_OPEN");
    assert.equal(coverage["permit"]?.share, 1);
    assert.deepEqual(story, [
      "start permit",
      "enter start",
      "complete start",
      "flow f1",
      "enter check",
      "timer late 2026-03-04T01:00:00.000Z",
      "task check",
      "timer fired",
      "enter late",
      "complete late",
      "flow f4",
      "enter reminded",
      "complete reminded",
      "task completed check",
      'set {"fee":20}',
      "complete check",
      "flow f2",
      "enter payment",
      "wait payment message paid",
      "message correlated",
      'set {"receipt":"R7"}',
      "complete payment",
      "flow f3",
      "enter granted",
      "complete granted",
      "processCompleted",
    ]);
  });
});
