/** A DMN decision table read from its XML for looking at; evaluation belongs to the engine. */
export interface DecisionColumn {
  readonly label: string;
  readonly expression: string;
  readonly type: string;
}

export interface DecisionRule {
  readonly id: string;
  readonly inputs: readonly string[];
  readonly outputs: readonly string[];
  readonly note: string;
}

export interface DecisionTableText {
  readonly name: string;
  readonly hitPolicy: string;
  readonly inputs: readonly DecisionColumn[];
  readonly outputs: readonly DecisionColumn[];
  readonly rules: readonly DecisionRule[];
}

/** Children by local name: DMN 1.1 to 1.5 differ in their namespace only. */
function children(of: Element, name: string): Element[] {
  return [...of.children].filter((child) => child.localName === name);
}

function textOf(of: Element | undefined): string {
  const text = of === undefined ? undefined : children(of, "text")[0];
  return (text?.textContent ?? "").trim();
}

function inputColumn(input: Element): DecisionColumn {
  const expression = children(input, "inputExpression")[0];
  return {
    label: input.getAttribute("label") ?? "",
    expression: textOf(expression),
    type: expression?.getAttribute("typeRef") ?? "",
  };
}

function outputColumn(output: Element): DecisionColumn {
  return {
    label: output.getAttribute("label") ?? "",
    expression: output.getAttribute("name") ?? "",
    type: output.getAttribute("typeRef") ?? "",
  };
}

function ruleOf(rule: Element): DecisionRule {
  const notes = children(rule, "annotationEntry").map(textOf);
  const described = children(rule, "description")[0]?.textContent?.trim() ?? "";
  return {
    id: rule.getAttribute("id") ?? "",
    inputs: children(rule, "inputEntry").map(textOf),
    outputs: children(rule, "outputEntry").map(textOf),
    note: [described, ...notes].filter((note) => note !== "").join("；"),
  };
}

function tableOf(decision: Element): DecisionTableText | undefined {
  const table = children(decision, "decisionTable")[0];
  if (table === undefined) return undefined;
  const aggregation = table.getAttribute("aggregation");
  return {
    name: decision.getAttribute("name") ?? decision.getAttribute("id") ?? "",
    hitPolicy: [table.getAttribute("hitPolicy") ?? "UNIQUE", ...(aggregation === null ? [] : [aggregation])].join(" "),
    inputs: children(table, "input").map(inputColumn),
    outputs: children(table, "output").map(outputColumn),
    rules: children(table, "rule").map(ruleOf),
  };
}

/** All decision tables of a DMN file in its order; empty when the text is not readable XML or has none. */
export function readDecisions(xml: string): readonly DecisionTableText[] {
  const parsed = new DOMParser().parseFromString(xml, "text/xml");
  const decisions = [...parsed.getElementsByTagName("*")].filter((element) => element.localName === "decision");
  return decisions.flatMap((decision) => tableOf(decision) ?? []);
}
