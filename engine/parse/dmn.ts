/** DMN files → decisions: everything the engine cannot decide is refused here, by element id (engine.md §1, §5). */
import type { DmnDefinitions, DmnDrgElement } from "dmn-moddle";
import { checkDecision } from "../decisions/index.ts";
import type { Decision } from "../model/decision.ts";
import type { Problem, Result } from "../model/problem.ts";
import { linkRequirements } from "./dmn-requirements.ts";
import type { ParsedTable } from "./dmn-requirements.ts";
import { readDmn } from "./dmn-source.ts";
import { tableOf, unsupported } from "./dmn-table.ts";

export { DMN_LIMIT } from "./dmn-source.ts";

export interface ParsedDmn {
  readonly decisions: Decision[];
  readonly warnings: Problem[];
}

/** Elements that document a model and decide nothing. */
const SILENT = new Set(["dmn:InputData", "dmn:KnowledgeSource"]);
const KEY = /^[a-z][A-Za-z0-9]*(__[a-z][A-Za-z0-9]*)?$/;

/**
 * In: a DMN 1.2–1.5 file of at most 2 MiB. Out: its decision tables with every FEEL cell compiled once, and warnings
 * about what is kept but not used. Problems: `XML_DOCTYPE`, `DMN_TOO_LARGE`, `DMN_INVALID`, `DMN_UNKNOWN_ELEMENT`,
 * `DMN_DUPLICATE_ID`, `DMN_UNSUPPORTED`, `DMN_EMPTY` and those of `checkDecision`.
 */
export async function parseDmn(xml: string): Promise<Result<ParsedDmn>> {
  const source = await readDmn(xml);
  if (!source.ok) return source;
  const { definitions, warnings } = source.value;
  const results = (definitions.drgElement ?? [])
    .filter((element) => !SILENT.has(element.$type))
    .map((element) => decisionOf(element, definitions));
  const problems = [
    ...checkDefinitions(definitions),
    ...results.flatMap((result) => (result.ok ? [] : result.problems)),
  ];
  if (problems.length > 0) return { ok: false, problems };
  const linked = linkRequirements(results.flatMap((result) => (result.ok ? [result.value] : [])));
  if (!linked.ok) return linked;
  const decisions = linked.value;
  return {
    ok: true,
    value: { decisions, warnings: [...warnings, ...decisions.flatMap(warnKey), ...warnForeign(definitions)] },
  };
}

function decisionOf(element: DmnDrgElement, definitions: DmnDefinitions): Result<ParsedTable> {
  if (element.$type !== "dmn:Decision") {
    const type = element.$type.replace("dmn:", "");
    return { ok: false, problems: [unsupported(element.id ?? "", `不支持 ${type}`, `${type} is not supported`)] };
  }
  if (element.id === undefined) {
    return {
      ok: false,
      problems: [
        {
          code: "DMN_NO_ID",
          zh: `决策“${element.name ?? ""}”没有编号（id）`,
          en: `The decision "${element.name ?? ""}" has no id`,
        },
      ],
    };
  }
  const table = tableOf(element, definitions);
  if (!table.ok) return table;
  const problems = checkDecision(table.value);
  return problems.length > 0 ? { ok: false, problems } : { ok: true, value: { element, decision: table.value } };
}

function checkDefinitions(definitions: DmnDefinitions): Problem[] {
  const problems = (definitions.import ?? []).map((element) =>
    unsupported(
      element.id ?? definitions.id ?? "",
      "不支持导入（import）其他模型",
      "Importing other models is not supported",
    ),
  );
  const hasDecision = definitions.drgElement?.some((element) => element.$type === "dmn:Decision") === true;
  if (!hasDecision) problems.push({ code: "DMN_EMPTY", zh: "文件中没有决策", en: "The file has no decision" });
  return problems;
}

function warnKey({ key }: Decision): Problem[] {
  if (KEY.test(key)) return [];
  return [
    {
      code: "DMN_KEY",
      severity: "warning",
      elementId: key,
      zh: `决策编号“${key}”不符合键的写法（小写字母开头，仅字母与数字）`,
      en: `The decision id "${key}" is not a key: expected a small letter first, then letters and digits`,
    },
  ];
}

/** Attributes of other tools are kept in the file and mean nothing here (decided.md 14). */
function warnForeign(definitions: DmnDefinitions): Problem[] {
  return (definitions.drgElement ?? []).flatMap((element) => {
    const names = Object.keys(element.$attrs ?? {}).filter((name) => !name.startsWith("xmlns"));
    if (names.length === 0) return [];
    return [
      {
        code: "DMN_FOREIGN_ATTRIBUTE",
        severity: "warning" as const,
        elementId: element.id ?? "",
        zh: `未使用的扩展属性：${names.join("、")}`,
        en: `Attributes that are not used: ${names.join(", ")}`,
      },
    ];
  });
}
