/** Small tables for the tests of this room, and contexts to decide them in. */
import type { FeelContext } from "../../../engine/feel/index.ts";
import type { Decision } from "../../../engine/model/decision.ts";
import type { Json, JsonObject } from "../../../engine/model/json.ts";

interface Sketch {
  readonly hitPolicy?: Decision["hitPolicy"];
  readonly aggregation?: Decision["aggregation"];
  readonly inputs: readonly (string | { readonly expression: string; readonly allowed: string })[];
  readonly outputs: readonly (
    string | { readonly name: string; readonly allowed?: string; readonly default?: string }
  )[];
  /** `[…conditions, …outputs]` of rule 1, 2, … */
  readonly rows: readonly (readonly string[])[];
}

export function table(sketch: Sketch): Decision {
  const width = sketch.inputs.length;
  return {
    key: "responsibility",
    title: { "zh-CN": "责任划分" },
    hitPolicy: sketch.hitPolicy ?? "UNIQUE",
    ...(sketch.aggregation === undefined ? {} : { aggregation: sketch.aggregation }),
    inputs: sketch.inputs.map((input, at) => {
      const clause = typeof input === "string" ? { expression: input } : input;
      return { id: `input${at + 1}`, label: `列${at + 1}`, ...clause };
    }),
    outputs: sketch.outputs.map((output, at) => {
      const clause = typeof output === "string" ? { name: output } : output;
      return { id: `output${at + 1}`, label: "", ...clause };
    }),
    rules: sketch.rows.map((row, at) => ({
      id: `rule${at + 1}`,
      note: "",
      when: row.slice(0, width),
      // oxlint-disable-next-line unicorn/no-thenable -- the model's word for the right side of a rule
      then: row.slice(width),
    })),
  };
}

export function contextOf(variables: JsonObject): FeelContext {
  return {
    variables: (name): Json | undefined => (Object.hasOwn(variables, name) ? variables[name] : undefined),
    now: "2026-03-02T01:30:00.000Z",
    timeZone: "Asia/Shanghai",
  };
}
