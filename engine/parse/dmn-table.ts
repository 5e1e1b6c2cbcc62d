/** One DMN decision → a Decision of the model, or what keeps it from being one, by element id. */
import type { DmnDefinitions, DmnDrgElement, DmnElement, DmnInput, DmnOutput, DmnRule, DmnTable } from "dmn-moddle";
import type { Decision } from "../model/decision.ts";
import type { Problem, Result } from "../model/problem.ts";

const HIT_POLICIES = new Set(["UNIQUE", "FIRST", "COLLECT"]);
const AGGREGATIONS = new Set(["SUM", "MIN", "MAX", "COUNT"]);
/** Input types whose values arrive as JSON text and must become FEEL's own before cells compare them. */
const CONVERSIONS: Readonly<Record<string, string>> = {
  date: "date",
  time: "time",
  dateTime: "date and time",
  "date and time": "date and time",
  dayTimeDuration: "duration",
  "days and time duration": "duration",
  yearMonthDuration: "duration",
  "years and months duration": "duration",
};

export function tableOf(element: DmnDrgElement, definitions: DmnDefinitions): Result<Decision> {
  const key = element.id ?? "";
  const table = element.decisionLogic;
  const problems = [...checkLogic(element, key), ...checkRequirements(element, key)];
  if (table === undefined || problems.length > 0) return { ok: false, problems };
  problems.push(...checkPolicy(table, key), ...checkLanguages(table, key, definitions));
  if (problems.length > 0) return { ok: false, problems };
  return { ok: true, value: decisionOf(element, key, table, definitions) };
}

function decisionOf(element: DmnDrgElement, key: string, table: DmnTable, definitions: DmnDefinitions): Decision {
  const aggregation = table.aggregation as Decision["aggregation"];
  return {
    key,
    title: { "zh-CN": element.name ?? key },
    hitPolicy: (table.hitPolicy ?? "UNIQUE") as Decision["hitPolicy"],
    ...(aggregation === undefined ? {} : { aggregation }),
    inputs: (table.input ?? []).map((input, at) => inputOf(input, `${key}_input${at + 1}`, definitions)),
    outputs: (table.output ?? []).map((output, at) => outputOf(output, `${key}_output${at + 1}`, definitions)),
    rules: (table.rule ?? []).map((rule, at) => ruleOf(rule, `${key}_rule${at + 1}`)),
  };
}

function inputOf(input: DmnInput, id: string, definitions: DmnDefinitions): Decision["inputs"][number] {
  const source = textOf(input.inputExpression);
  const type = input.inputExpression?.typeRef;
  const conversion = type === undefined || !Object.hasOwn(CONVERSIONS, type) ? undefined : CONVERSIONS[type];
  const expression = conversion === undefined || source === "" ? source : `${conversion}(${source})`;
  const allowed = textOf(input.inputValues) || allowedBy(type, definitions);
  return { id: input.id ?? id, label: input.label ?? source, expression, ...(allowed === "" ? {} : { allowed }) };
}

function outputOf(output: DmnOutput, id: string, definitions: DmnDefinitions): Decision["outputs"][number] {
  const allowed = textOf(output.outputValues) || allowedBy(output.typeRef, definitions);
  const fallback = textOf(output.defaultOutputEntry);
  const name = output.name ?? "";
  return {
    id: output.id ?? id,
    name,
    label: output.label ?? name,
    ...(allowed === "" ? {} : { allowed }),
    ...(fallback === "" ? {} : { default: fallback }),
  };
}

function ruleOf(rule: DmnRule, id: string): Decision["rules"][number] {
  const annotations = (rule.annotationEntry ?? []).map(textOf).filter((text) => text !== "");
  return {
    id: rule.id ?? id,
    note: rule.description?.trim() ?? annotations.join(";"),
    when: (rule.inputEntry ?? []).map(textOf),
    // oxlint-disable-next-line unicorn/no-thenable -- the model's word for the right side of a rule; an array is no function
    then: (rule.outputEntry ?? []).map(textOf),
  };
}

function textOf(element: DmnElement | undefined): string {
  return element?.text?.trim() ?? "";
}

/** A type of the file that lists its values narrows the column that refers to it (DMN §7.3.2). */
function allowedBy(type: string | undefined, definitions: DmnDefinitions): string {
  if (type === undefined) return "";
  return textOf(definitions.itemDefinition?.find((item) => item.name === type)?.allowedValues);
}

function checkLogic(element: DmnDrgElement, key: string): Problem[] {
  const type = element.decisionLogic?.$type;
  if (type === "dmn:DecisionTable") return [];
  const found = type?.replace("dmn:", "") ?? "";
  return [
    found === ""
      ? unsupported(key, `决策“${key}”没有决策表`, `The decision "${key}" has no decision table`)
      : unsupported(
          key,
          `决策“${key}”使用 ${found}，目前只支持决策表`,
          `The decision "${key}" is a ${found}: only decision tables are supported`,
        ),
  ];
}

/** Knowledge (business knowledge models) is not supported; required decisions are linked by `dmn-requirements.ts`. */
function checkRequirements(element: DmnDrgElement, key: string): Problem[] {
  return (element.knowledgeRequirement ?? []).map((requirement) => {
    const needed = requirement.requiredKnowledge?.href ?? "";
    return unsupported(
      requirement.id ?? key,
      `决策“${key}”依赖业务知识模型“${needed}”，目前不支持`,
      `The decision "${key}" requires the business knowledge model "${needed}", which is not supported`,
    );
  });
}

function checkPolicy(table: DmnTable, key: string): Problem[] {
  const id = table.id ?? key;
  const problems: Problem[] = [];
  const policy = table.hitPolicy ?? "UNIQUE";
  if (!HIT_POLICIES.has(policy)) {
    problems.push(
      unsupported(
        id,
        `不支持命中策略 ${policy}（支持 UNIQUE、FIRST、COLLECT）`,
        `The hit policy ${policy} is not supported: use UNIQUE, FIRST or COLLECT`,
      ),
    );
  }
  if (table.aggregation !== undefined && !AGGREGATIONS.has(table.aggregation)) {
    problems.push(
      unsupported(id, `不支持聚合 ${table.aggregation}`, `The aggregation ${table.aggregation} is not supported`),
    );
  }
  return problems;
}

/** FEEL is the only language; anything that names another is refused (decided.md 13). */
function checkLanguages(table: DmnTable, key: string, definitions: DmnDefinitions): Problem[] {
  const cells = [
    definitions,
    ...(table.input ?? []).flatMap((input) => [input.inputExpression, input.inputValues]),
    ...(table.output ?? []).flatMap((output) => [output.outputValues, output.defaultOutputEntry]),
    ...(table.rule ?? []).flatMap((rule) => [...(rule.inputEntry ?? []), ...(rule.outputEntry ?? [])]),
  ];
  return cells.flatMap((cell) => {
    const language = cell?.expressionLanguage;
    if (language === undefined || /feel/i.test(language)) return [];
    return [
      unsupported(
        cell?.id ?? key,
        `不支持表达式语言“${language}”，只支持 FEEL`,
        `The expression language "${language}" is not supported: only FEEL is`,
      ),
    ];
  });
}

export function unsupported(elementId: string, zh: string, en: string): Problem {
  return { code: "DMN_UNSUPPORTED", elementId, zh, en };
}
