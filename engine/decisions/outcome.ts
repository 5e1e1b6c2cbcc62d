/** From matched rules to the table's answer: output cells, defaults, allowed values and aggregation (DMN §8.2.11). */
import type { FeelValue, Session } from "../feel/index.ts";
import type { Decision } from "../model/decision.ts";
import type { Json } from "../model/json.ts";
import type { Problem, Result } from "../model/problem.ts";
import { problemOf } from "./compile-decision.ts";
import type { CompiledDecision, CompiledRule } from "./compile-decision.ts";

type Row = readonly FeelValue[];

const AGGREGATES = { SUM: "sum", MIN: "min", MAX: "max" } as const;

export function outcomeOf(
  decision: Decision,
  table: CompiledDecision,
  matched: readonly CompiledRule[],
  session: Session,
): Result<Json> {
  const rows = matched.length > 0 ? matched.map((rule) => rowOf(rule, session)) : defaultRows(table, session);
  const problems = rows.flatMap((row) => checkOutputs(decision, table, row, session));
  if (problems.length > 0) return { ok: false, problems };
  if (decision.hitPolicy === "COLLECT") return { ok: true, value: collect(decision, rows, session) };
  const [row] = rows;
  return { ok: true, value: row === undefined ? null : json(decision, row, session) };
}

function rowOf(rule: CompiledRule, session: Session): Row {
  return rule.outputs.map((output) => (output === undefined ? null : session.evaluateStrict(output)));
}

/** Without a match the default output entries answer, if the table has any (DMN §8.2.10). */
function defaultRows(table: CompiledDecision, session: Session): readonly Row[] {
  if (table.outputs.every((output) => output.fallback === undefined)) return [];
  return [table.outputs.map(({ fallback }) => (fallback === undefined ? null : session.evaluateStrict(fallback)))];
}

function checkOutputs(decision: Decision, table: CompiledDecision, row: Row, session: Session): readonly Problem[] {
  return table.outputs.flatMap(({ allowed }, at) => {
    const value = row[at] ?? null;
    if (allowed === undefined || value === null || session.matches(allowed, value)) return [];
    const output = decision.outputs[at];
    const text = JSON.stringify(session.json(value));
    const name = output?.label === undefined || output.label === "" ? (output?.name ?? "") : output.label;
    return [
      problemOf(
        "DECISION_OUTPUT_NOT_ALLOWED",
        output?.id ?? decision.key,
        `输出“${name}”的值 ${text} 不在允许范围内`,
        `The value ${text} of the output "${name}" is not allowed`,
      ),
    ];
  });
}

/** C is the list of outputs; C+ C< C> aggregate it (null without a match), C# counts it (0 without one). */
function collect(decision: Decision, rows: readonly Row[], session: Session): Json {
  const { aggregation } = decision;
  if (aggregation === undefined) return rows.map((row) => json(decision, row, session));
  if (aggregation === "COUNT") return rows.length;
  return session.json(
    session.call(
      AGGREGATES[aggregation],
      rows.map((row) => row[0] ?? null),
    ),
  );
}

function json(decision: Decision, row: Row, session: Session): Json {
  if (decision.outputs.length === 1) return session.json(row[0] ?? null);
  return Object.fromEntries(decision.outputs.map((output, at) => [output.name, session.json(row[at] ?? null)]));
}
