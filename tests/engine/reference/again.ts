/** `node --import tsx tests/engine/reference/again.ts SEED PATH`: prints a random process and leads one life of it. */
import { asBpmn } from "./as-bpmn.ts";
import { asJson, live, prepare } from "./run-both.ts";

const [seed = 0, path = 0] = process.argv.slice(2).map(Number);
const prepared = await prepare(seed);
console.log(asBpmn(prepared.process).replaceAll("><", ">\n<"));
const { steps, isOver } = await live(prepared, path, asJson);
console.log(`${steps} steps, ${isOver ? "over" : "not over"}: engine and reference agree`);
