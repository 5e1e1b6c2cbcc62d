/** BPMN XML → its element tree and what was lost in reading it: bounded, without DOCTYPE, nothing dropped in silence. */
import { BpmnModdle } from "bpmn-moddle";
import type { ModdleWarning } from "bpmn-moddle";
import zeebeModdle from "zeebe-bpmn-moddle/resources/zeebe.json" with { type: "json" };
import type { Problem, Result } from "../model/problem.ts";
import { diagramPart } from "./diagram-part.ts";
import { isElement, textOf } from "./element.ts";
import type { Element } from "./element.ts";
import { idsByPlace, placeOf } from "./id-at.ts";
import { glModdle } from "./gl-moddle.ts";
import { resolveQualifiedNames } from "./qualified-names.ts";
import { readingFailure } from "./reading-failure.ts";
import { checkXml } from "./xml-limits.ts";

export interface ReadBpmn {
  readonly definitions: Element;
  /** What moddle dropped or could not resolve: errors, but warnings where only the drawing is concerned. */
  readonly problems: readonly Problem[];
}

/** In: a document as text, with or without a byte order mark. Out: its tree, also when parts of it could not be read. */
export async function readBpmn(text: string): Promise<Result<ReadBpmn>> {
  const refusal = checkXml(text);
  if (refusal !== undefined) return { ok: false, problems: [refusal] };
  const xml = text.replace(/^\uFEFF/, "");
  try {
    const read = await new BpmnModdle({ zeebe: zeebeModdle, gl: glModdle }).fromXML(xml);
    const { rootElement } = read;
    if (!isElement(rootElement)) throw new Error("Expected a tree of BPMN elements");
    const warnings = resolveQualifiedNames({ ...read, rootElement });
    return { ok: true, value: { definitions: rootElement, problems: problemsOf(warnings, xml) } };
  } catch (error) {
    // moddle reports a text that is no BPMN by rejecting with a plain Error.
    if (!(error instanceof Error)) throw error;
    return { ok: false, problems: [unreadable(error)] };
  }
}

/** A foreign attribute is no warning to moddle; whatever is, would be lost or wrong (decided.md 14). */
function problemsOf(warnings: readonly ModdleWarning[], xml: string): readonly Problem[] {
  if (warnings.length === 0) return [];
  const [isOfDiagram, idAt] = [diagramPart(xml), idsByPlace(xml)];
  return warnings.map((warning) => {
    const encoding = /unsupported document encoding <([^>]*)>/.exec(warning.message)?.[1];
    if (encoding !== undefined) return encodedOtherwise(encoding, xml);
    const place = placeOf(warning.message);
    const problem = problemOf(warning, place === undefined ? undefined : idAt(place));
    return isOfDiagram(warning) ? drawnBadly(problem) : problem;
  });
}

/** The text has been decoded by whoever read the file; where that went wrong it holds the sign for what was lost. */
function encodedOtherwise(encoding: string, xml: string): Problem {
  const isLost = xml.includes("\uFFFD");
  return {
    code: "BPMN_ENCODING",
    zh: `文件声明的编码是 ${encoding}，按 UTF-8 读取${isLost ? "时有文字丢失：请另存为 UTF-8" : ""}`,
    en: `The document says that it is encoded as ${encoding}; it was read as UTF-8${isLost ? " and text was lost: save it as UTF-8" : ""}`,
    ...(isLost ? {} : { severity: "warning" }),
  };
}

function drawnBadly(problem: Problem): Problem {
  return {
    ...problem,
    code: "BPMN_DIAGRAM_BROKEN",
    zh: `图形有误，不影响执行：${problem.zh}`,
    en: `The drawing is faulty, which does not change execution: ${problem.en}`,
    severity: "warning",
  };
}

function unreadable(error: Error): Problem {
  const { "zh-CN": zh, en } = readingFailure(error);
  return {
    code: "BPMN_UNREADABLE",
    zh: `不是可读的 BPMN 2.0 文件：${zh}`,
    en: `This is not a readable BPMN 2.0 document: ${en}`,
  };
}

interface Kind {
  readonly pattern: RegExp;
  readonly code: string;
  /** What the warning names is the id of the element itself. */
  readonly isId?: true;
  readonly zh: (name: string) => string;
  readonly en: (name: string) => string;
}

/** What moddle's warnings mean, the most exact first. */
const KINDS: readonly Kind[] = [
  {
    pattern: /illegal ID <([^>]*)>/,
    code: "BPMN_ID_INVALID",
    isId: true,
    zh: (name) => `编号“${name}”无效：应为字母开头的字母、数字、下划线、点和连字符`,
    en: (name) => `The id "${name}" is not allowed`,
  },
  {
    pattern: /duplicate ID <([^>]*)>/,
    code: "BPMN_DUPLICATE_ID",
    isId: true,
    zh: (name) => `编号“${name}”重复`,
    en: (name) => `The id "${name}" is used twice`,
  },
  {
    pattern: /unresolved reference <([^>]*)>/,
    code: "BPMN_UNRESOLVED_REFERENCE",
    zh: (name) => `引用了不存在的元素“${name}”`,
    en: (name) => `There is no element "${name}", but it is referred to`,
  },
  {
    pattern: /unknown attribute <([^>]*)>/,
    code: "BPMN_UNKNOWN_ATTRIBUTE",
    zh: (name) => `未知属性“${name}”`,
    en: (name) => `The attribute "${name}" is unknown`,
  },
  {
    pattern: /(?:unknown type|unrecognized element|unexpected element) <([^>]*)>/,
    code: "BPMN_UNKNOWN_ELEMENT",
    zh: (name) => `未知元素“${name}”`,
    en: (name) => `The element "${name}" is unknown`,
  },
  {
    pattern: /unexpected body text <([^>]*)>/,
    code: "BPMN_UNEXPECTED_TEXT",
    zh: (name) => `元素之间有多余文字“${name}”`,
    en: (name) => `There is text "${name}" where none may stand`,
  },
];

/** `there`: the id of the tag that was not read. */
function problemOf({ message, element, value }: ModdleWarning, there: string | undefined): Problem {
  const where = isElement(element) ? idAround(element) : there;
  for (const { pattern, code, isId, zh, en } of KINDS) {
    const name = pattern.exec(message)?.[1];
    if (name === undefined) continue;
    const elementId = isId ? name : (where ?? (typeof value === "string" ? value : undefined));
    const problem = { code, zh: withPlace(zh(name), where), en: withPlace(en(name), where) };
    return elementId === undefined ? problem : { ...problem, elementId };
  }
  return unreadable(new Error(message));
}

/** Event definitions and the like seldom have an id: what stands around them is named. */
function idAround(element: Element): string | undefined {
  let around: Element | undefined = element;
  while (around !== undefined && textOf(around, "id") === undefined) around = around.$parent;
  return textOf(around, "id");
}

function withPlace(sentence: string, elementId: string | undefined): string {
  return elementId === undefined ? sentence : `${sentence} (${elementId})`;
}
