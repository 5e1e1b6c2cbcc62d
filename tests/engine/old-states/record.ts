/**
 * `node --import tsx tests/engine/old-states/record.ts FORMAT SEED …`: keeps a life of a random process, cut in its
 * middle, as a file: done once for each format of the state, so that whoever changes the format must still load it.
 */
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { asBpmn } from "../reference/as-bpmn.ts";
import { inMemory, live, prepare } from "../reference/run-both.ts";

const [format = "1", ...seeds] = process.argv.slice(2);
for (const seed of seeds.map(Number)) {
  const prepared = await prepare(seed);
  const { commands, states, isOver } = await live(prepared, 0, inMemory);
  if (!isOver || commands.length < 4) throw new Error(`Expected a longer life of ${seed}`);
  const middle = Math.floor(commands.length / 2);
  const kept = {
    state: JSON.parse(states[middle - 1] ?? "") as unknown,
    commands: commands.slice(middle),
    end: JSON.parse(states.at(-1) ?? "") as unknown,
    kinds: [...new Set([...prepared.nodes.values()].map(({ kind }) => kind))].toSorted(),
    bpmn: asBpmn(prepared.process),
  };
  await writeFile(join(import.meta.dirname, `format-${format}-${seed}.json`), `${JSON.stringify(kept, null, 2)}\n`);
}
