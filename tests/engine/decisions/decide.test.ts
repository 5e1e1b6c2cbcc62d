import assert from "node:assert/strict";
import { checkDecision, decide } from "../../../engine/decisions/index.ts";
import type { Decision } from "../../../engine/model/decision.ts";
import type { JsonObject } from "../../../engine/model/json.ts";
import { contextOf, table } from "./tables.ts";

function output(decision: Decision, variables: JsonObject): unknown {
  const result = decide(decision, contextOf(variables));
  return result.ok ? result.value.output : `!${result.problems.map((problem) => problem.code).join()}`;
}

const ROWS = [
  ['"sewer"', "< 3", '"urban"'],
  ['"sewer", "road"', ">= 3", '"water"'],
  ['"noise"', "-", '"police"'],
];

describe("A decision table with hit policy U", () => {
  const unique = table({ inputs: ["matter.key", "severity"], outputs: ["lead"], rows: ROWS });

  it("answers with the one rule that matches, and says which and on what inputs", () => {
    const result = decide(unique, contextOf({ matter: { key: "sewer" }, severity: 1 }));
    assert.deepEqual(result, {
      ok: true,
      value: { output: "urban", ruleIds: ["rule1"], inputs: { "matter.key": "sewer", severity: 1 } },
    });
  });

  it("answers null when no rule matches", () => {
    assert.equal(output(unique, { matter: { key: "tree" }, severity: 1 }), null);
    assert.equal(output(unique, {}), null);
  });

  it("is a problem when two rules match, naming them", () => {
    const overlapping = table({
      inputs: ["n"],
      outputs: ["out"],
      rows: [
        ["> 1", "1"],
        ["> 2", "2"],
        ["> 9", "3"],
      ],
    });
    assert.equal(output(overlapping, { n: 2 }), 1);
    const result = decide(overlapping, contextOf({ n: 5 }));
    assert.equal(result.ok, false);
    const [problem] = result.ok ? [] : result.problems;
    assert.equal(problem?.code, "DECISION_NOT_UNIQUE");
    assert.equal(problem?.elementId, "responsibility");
    assert.match(problem?.zh ?? "", /责任划分.*rule1、rule2/);
  });

  it("gives several outputs as a context by name", () => {
    const wide = table({
      inputs: ["n"],
      outputs: ["lead", "assist"],
      rows: [
        ["1", '"urban"', '["police", "water"]'],
        ["2", '"water"', ""],
      ],
    });
    assert.deepEqual(output(wide, { n: 1 }), { lead: "urban", assist: ["police", "water"] });
    assert.deepEqual(output(wide, { n: 2 }), { lead: "water", assist: null });
  });

  it("answers with the defaults when no rule matches", () => {
    const rows = [["1", '"urban"', "4"]];
    const defaults = table({ inputs: ["n"], outputs: [{ name: "lead", default: '"dispatch"' }, "hours"], rows });
    assert.deepEqual(output(defaults, { n: 7 }), { lead: "dispatch", hours: null });
    const single = table({
      inputs: ["n"],
      outputs: [{ name: "lead", default: '"dispatch"' }],
      rows: [["1", '"urban"']],
    });
    assert.equal(output(single, { n: 7 }), "dispatch");
  });

  it("without inputs has rules that always match", () => {
    assert.equal(output(table({ inputs: [], outputs: ["out"], rows: [["42"]] }), {}), 42);
  });

  it("keeps dates as dates between input and cell", () => {
    const dated = table({
      inputs: ["date(day)"],
      outputs: ["out"],
      rows: [
        ['< date("2026-05-01")', '"before"'],
        ['>= date("2026-05-01")', '"after"'],
      ],
    });
    assert.equal(output(dated, { day: "2026-04-30" }), "before");
    assert.equal(output(dated, { day: "2026-05-01" }), "after");
  });
});

describe("A decision table with hit policy F", () => {
  const first = table({
    hitPolicy: "FIRST",
    inputs: ["n"],
    outputs: ["out"],
    rows: [
      ["> 5", '"big"'],
      ["-", '"any"'],
      ["> 7", '"never"'],
    ],
  });
  it("answers with the first match", () => {
    assert.equal(output(first, { n: 9 }), "big");
    assert.equal(output(first, { n: 1 }), "any");
  });
});

describe("A decision table with hit policy C", () => {
  const rows = [
    ["> 1", "10"],
    ["> 2", "20"],
    ["> 2", "20.5"],
  ];
  const collect = (aggregation?: Decision["aggregation"]): Decision =>
    table({ hitPolicy: "COLLECT", aggregation, inputs: ["n"], outputs: ["out"], rows });

  it("lists the outputs of all matches, in the order of the rules", () => {
    assert.deepEqual(output(collect(), { n: 5 }), [10, 20, 20.5]);
    assert.deepEqual(output(collect(), { n: 0 }), []);
  });

  it("aggregates with + < > and #", () => {
    assert.equal(output(collect("SUM"), { n: 5 }), 50.5);
    assert.equal(output(collect("MIN"), { n: 5 }), 10);
    assert.equal(output(collect("MAX"), { n: 5 }), 20.5);
    assert.equal(output(collect("COUNT"), { n: 5 }), 3);
  });

  it("aggregates nothing to null, and counts nothing as 0", () => {
    assert.equal(output(collect("SUM"), { n: 0 }), null);
    assert.equal(output(collect("MIN"), { n: 0 }), null);
    assert.equal(output(collect("COUNT"), { n: 0 }), 0);
  });

  it("lists contexts when there are several outputs", () => {
    const wide = table({
      hitPolicy: "COLLECT",
      inputs: ["n"],
      outputs: ["a", "b"],
      rows: [
        ["-", "1", "2"],
        ["-", "3", "4"],
      ],
    });
    assert.deepEqual(output(wide, {}), [
      { a: 1, b: 2 },
      { a: 3, b: 4 },
    ]);
  });
});

describe("Allowed values", () => {
  it("refuse an input outside them, but let it be missing", () => {
    const checked = table({
      inputs: [{ expression: "severity", allowed: '"low", "high"' }],
      outputs: ["out"],
      rows: [
        ['"low"', "1"],
        ["null", "0"],
      ],
    });
    assert.equal(output(checked, { severity: "low" }), 1);
    assert.equal(output(checked, { severity: "medium" }), "!DECISION_INPUT_NOT_ALLOWED");
    assert.equal(output(checked, {}), 0);
  });

  it("refuse an output outside them", () => {
    const checked = table({
      inputs: ["n"],
      outputs: [{ name: "out", allowed: "[1..5]" }],
      rows: [
        ["1", "n"],
        ["9", "n"],
      ],
    });
    assert.equal(output(checked, { n: 1 }), 1);
    assert.equal(output(checked, { n: 9 }), "!DECISION_OUTPUT_NOT_ALLOWED");
  });
});

describe("Mistakes in a table", () => {
  it("in a cell are problems of its rule, at its path", () => {
    const broken = table({
      inputs: ["n"],
      outputs: ["out"],
      rows: [
        ["1", "1"],
        ["> ", "1"],
        ["2", "1 +"],
      ],
    });
    assert.deepEqual(
      checkDecision(broken).map(({ code, elementId, path }) => [code, elementId, path]),
      [
        ["FEEL_SYNTAX", "rule2", "/rules/1/when/0"],
        ["FEEL_SYNTAX", "rule3", "/rules/2/then/0"],
      ],
    );
    assert.equal(output(broken, { n: 1 }), "!FEEL_SYNTAX,FEEL_SYNTAX");
  });

  it("in its shape are named", () => {
    const codes = (sketch: Parameters<typeof table>[0]): readonly string[] =>
      checkDecision(table(sketch)).map((problem) => problem.code);
    assert.deepEqual(codes({ inputs: ["n"], outputs: [], rows: [] }), ["DECISION_NO_OUTPUT"]);
    assert.deepEqual(codes({ inputs: ["n"], outputs: ["a"], rows: [["1"]] }), ["DECISION_RULE_SHAPE"]);
    assert.deepEqual(codes({ inputs: ["n"], outputs: ["a", "a"], rows: [] }), ["DECISION_OUTPUT_NAME"]);
    assert.deepEqual(codes({ inputs: ["n"], outputs: ["a"], aggregation: "SUM", rows: [] }), ["DECISION_AGGREGATION"]);
    assert.deepEqual(
      codes({ hitPolicy: "COLLECT", inputs: ["n"], outputs: ["a", "b"], aggregation: "SUM", rows: [] }),
      ["DECISION_AGGREGATION"],
    );
  });

  it("an unquoted text in an output cell is an unknown variable, not a silent null", () => {
    assert.equal(
      output(table({ inputs: ["n"], outputs: ["out"], rows: [["1", "urban"]] }), { n: 1 }),
      "!FEEL_UNKNOWN_NAME",
    );
  });

  it("a cell that never ends is stopped by the budget", () => {
    const endless = table({
      inputs: ["n"],
      outputs: ["out"],
      rows: [["some i in 1..1000000000 satisfies i = ? - 2", "1"]],
    });
    assert.equal(output(endless, { n: 1 }), "!FEEL_BUDGET");
  });
});
