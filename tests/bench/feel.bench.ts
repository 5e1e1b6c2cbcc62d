/** Expressions and decision tables against feelin, which parses on every call, with equal answers in the same run. */
import assert from "node:assert/strict";
import { evaluate as interpret, unaryTest } from "feelin";
import { decide } from "../../engine/decisions/index.ts";
import { compile, evaluate } from "../../engine/feel/index.ts";
import type { FeelContext } from "../../engine/feel/index.ts";
import type { Decision } from "../../engine/model/decision.ts";
import type { JsonObject } from "../../engine/model/json.ts";
import type { BenchRow } from "./bench-row.ts";

const CONDITION = 'submission.severity >= 3 and matter.largeClass in ("sanitation", "roads") and not(place.isPrivate)';
const VARIABLES: JsonObject = {
  submission: { severity: 4 },
  matter: { largeClass: "roads", key: "class17" },
  place: { isPrivate: false, grid: "xingfuGrid3" },
};
const CONTEXT: FeelContext = {
  variables: (name) => (Object.hasOwn(VARIABLES, name) ? VARIABLES[name] : undefined),
  now: "2026-03-02T01:30:00.000Z",
  timeZone: "Asia/Shanghai",
};
const SAMPLES = 7;

/** A responsibility table of 100 rules, of which exactly one matches. */
const TABLE: Decision = {
  key: "responsibility",
  title: { "zh-CN": "责任划分" },
  hitPolicy: "UNIQUE",
  inputs: [
    { id: "i1", label: "", expression: "matter.key" },
    { id: "i2", label: "", expression: "place.grid" },
    { id: "i3", label: "", expression: "submission.severity" },
  ],
  outputs: [{ id: "o1", name: "lead", label: "" }],
  rules: Array.from({ length: 100 }, (_, at) => ({
    id: `rule${at}`,
    note: "",
    when: [`"class${at % 25}"`, `"xingfuGrid${Math.floor(at / 25) + 1}"`, at % 2 === 0 ? "< 3" : "[3..5]"],
    // oxlint-disable-next-line unicorn/no-thenable -- the model's word for the right side of a rule
    then: [`"unit${at}"`],
  })),
};

/** The same table the way one has to write it on feelin: every cell parsed again, as its API offers nothing else. */
function decideByOracle(): unknown {
  const values = TABLE.inputs.map((input): unknown => interpret(input.expression, VARIABLES).value);
  const matched = TABLE.rules.filter((rule) =>
    rule.when.every((test, at) => unaryTest(test, { ...VARIABLES, "?": values[at] }).value === true),
  );
  return matched.map((rule): unknown => interpret(rule.then[0] ?? "null", VARIABLES).value)[0];
}

/** Calls per second of `body`, several times, each over at least `milliseconds`. */
function rates(body: () => unknown, milliseconds: number): readonly number[] {
  body();
  return Array.from({ length: SAMPLES }, () => {
    const start = performance.now();
    let calls = 0;
    while (performance.now() - start < milliseconds) {
      for (let at = 0; at < 10; at += 1) body();
      calls += 10;
    }
    return (calls / (performance.now() - start)) * 1_000;
  });
}

function median(samples: readonly number[]): number {
  return samples.toSorted((a, b) => a - b)[samples.length >> 1] ?? 0;
}

function compared(name: string, bar: number, ours: () => unknown, theirs: () => unknown): BenchRow[] {
  assert.deepEqual(ours(), theirs());
  const mine = rates(ours, 100);
  const oracle = rates(theirs, 100);
  return [
    { name: `${name}, gridloom`, value: median(mine), unit: "1/s", better: "higher", samples: mine },
    { name: `${name}, feelin`, value: median(oracle), unit: "1/s", better: "higher", samples: oracle },
    {
      name: `${name}, times feelin`,
      value: median(mine) / median(oracle),
      unit: "×",
      better: "higher",
      bar,
      samples: mine.map((rate) => rate / median(oracle)),
    },
  ];
}

export async function bench(): Promise<BenchRow[]> {
  const compiled = compile(CONDITION);
  assert.ok(compiled.ok);
  const condition = (): unknown => {
    const result = evaluate(compiled.value, CONTEXT);
    return result.ok && result.value;
  };
  const table = (): unknown => {
    const result = decide(TABLE, CONTEXT);
    return result.ok && result.value.output;
  };
  assert.equal(table(), "unit67");
  return [
    ...compared("simple condition", 50, condition, () => interpret(CONDITION, VARIABLES).value),
    ...compared("100-rule decision table", 300, table, decideByOracle),
  ];
}
