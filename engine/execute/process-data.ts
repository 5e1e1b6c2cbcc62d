/** Data inputs and outputs of a whole process (BPMN 2.0 §10.4.1): it sees what it is given, and gives what it names. */
import type { Json, JsonObject } from "../model/json.ts";
import type { ProcessData } from "../model/process.ts";
import { own } from "./read-state.ts";

/** Without data inputs of its own a process takes everything, without data outputs it gives everything. */
export function takenBy(data: ProcessData | undefined, variables: JsonObject): JsonObject {
  return data === undefined || data.inputs.length === 0 ? variables : picked(variables, data.inputs);
}

export function givenBy(data: ProcessData | undefined, variables: JsonObject): JsonObject {
  return data === undefined || data.outputs.length === 0 ? variables : picked(variables, data.outputs);
}

/** What is missing of the input set that misses least. */
export function missingFor(data: ProcessData | undefined, variables: JsonObject): readonly string[] {
  if (data?.needs === undefined) return [];
  const missing = data.needs.map((names) => names.filter((name) => (own(variables, name) ?? null) === null));
  return missing.reduce((least, names) => (names.length < least.length ? names : least));
}

export function picked(variables: JsonObject, names: readonly string[]): JsonObject {
  const entries = names.map((name): [string, Json | undefined] => [name, own(variables, name)]);
  return Object.fromEntries(entries.filter((entry): entry is [string, Json] => entry[1] !== undefined));
}
