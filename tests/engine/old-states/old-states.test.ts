/** States that were written down when their format was new still load, and go on to the same end. */
import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { advance } from "../../../engine/index.ts";
import type { Command, InstanceState } from "../../../engine/index.ts";
import { bundleFrom } from "../../support/bpmn-builder.ts";
import { GRADE } from "../reference/grade.ts";

interface Kept {
  readonly state: InstanceState;
  readonly commands: readonly Command[];
  readonly end: InstanceState;
  readonly kinds: readonly string[];
  readonly bpmn: string;
}

const folder = import.meta.dirname;
const files = readdirSync(folder).filter((name) => name.endsWith(".json"));
const read = (file: string): Kept => JSON.parse(readFileSync(join(folder, file), "utf8")) as Kept;

describe("states of an older format", () => {
  for (const file of files) {
    it(`${file} goes on to its end`, async () => {
      const { state, commands, end, bpmn } = read(file);
      const bundle = await bundleFrom(bpmn, { decisions: { grade: GRADE } });
      const last = commands.reduce((before, command) => {
        const result = advance(bundle, before, command);
        assert.ok(result.ok, result.ok ? "" : `${command.type}: ${result.problem.code}`);
        return result.state;
      }, state);
      assert.equal(last.status, end.status);
      assert.deepEqual(last.scopes["s1"]?.variables, end.scopes["s1"]?.variables);
    });
  }

  it("are there of format 1, waiting at every kind of work", () => {
    const waiting = files.map((file) => read(file).state);
    assert.ok(waiting.length >= 12 && waiting.every(({ format }) => format === 1));
    for (const kind of ["tasks", "jobs", "timers", "subscriptions", "signals", "conditions", "compensations"] as const)
      assert.ok(
        waiting.some((state) => state[kind] !== undefined),
        `no state with ${kind}`,
      );
    assert.ok(
      waiting.some((state) => Object.values(state.tokens ?? {}).some(({ arrivedBy }) => arrivedBy)),
      "a join",
    );
    assert.ok(
      waiting.some((state) => Object.values(state.scopes).some(({ loop }) => loop)),
      "a loop",
    );
  });
});
