/** DMN XML → its element tree: bounded, without DOCTYPE, 1.2 to 1.5 read by the 1.3 metamodel of dmn-moddle. */
import { DmnModdle } from "dmn-moddle";
import type { DmnDefinitions } from "dmn-moddle";
import type { Problem, Result } from "../model/problem.ts";
import { readingFailure } from "./reading-failure.ts";

/** Bytes of UTF-8 a file may have. */
export const DMN_LIMIT = 2 * 1024 * 1024;

/** Decision tables did not change from 1.2 to 1.5, only the namespaces did. */
const NAMESPACES: readonly (readonly [RegExp, string])[] = [
  [
    /(["'])https?:\/\/www\.omg\.org\/spec\/DMN\/(?:20180521|20211108|20230324)\/MODEL\/\1/g,
    "$1https://www.omg.org/spec/DMN/20191111/MODEL/$1",
  ],
  [
    /(["'])https?:\/\/www\.omg\.org\/spec\/DMN\/(?:20180521|20211108|20230324)\/DMNDI\/\1/g,
    "$1https://www.omg.org/spec/DMN/20191111/DMNDI/$1",
  ],
];

export interface DmnSource {
  readonly definitions: DmnDefinitions;
  readonly warnings: readonly Problem[];
}

export async function readDmn(xml: string): Promise<Result<DmnSource>> {
  const refused = refuse(xml);
  if (refused !== undefined) return { ok: false, problems: [refused] };
  const text = NAMESPACES.reduce((at, [pattern, uri]) => at.replace(pattern, uri), xml);
  try {
    const { rootElement, warnings } = await new DmnModdle().fromXML(text, "dmn:Definitions");
    return sort(
      rootElement,
      warnings.map(({ message }) => message),
    );
  } catch (error) {
    // moddle reports a file that is no DMN by throwing a plain Error.
    if (!(error instanceof Error)) throw error;
    return { ok: false, problems: [notDmn(error)] };
  }
}

function refuse(xml: string): Problem | undefined {
  if (xml.length > DMN_LIMIT || utf8Length(xml) > DMN_LIMIT) {
    return { code: "DMN_TOO_LARGE", zh: "DMN 文件过大：最多 2 MiB", en: "The DMN file is too large: at most 2 MiB" };
  }
  if (/<!\s*(?:DOCTYPE|ENTITY)/i.test(xml)) {
    return {
      code: "XML_DOCTYPE",
      zh: "文件含有 DOCTYPE 或实体声明，已拒绝",
      en: "The file has a DOCTYPE or entity declaration and is refused",
    };
  }
  return undefined;
}

function utf8Length(text: string): number {
  let length = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    // Each half of a surrogate pair stands for two of its four bytes.
    length += code < 0x80 ? 1 : code < 0x800 || (code >= 0xd800 && code <= 0xdfff) ? 2 : 3;
  }
  return length;
}

/** What moddle could not read would be lost in silence, so it is a problem; references it could not follow are only drawings'. */
function sort(definitions: DmnDefinitions, messages: readonly string[]): Result<DmnSource> {
  const problems = messages.filter((message) => message.startsWith("unparsable content")).map(unknownContent);
  const warnings = messages
    .filter((message) => !message.startsWith("unparsable content"))
    .map((message): Problem => ({
      code: "DMN_REFERENCE",
      severity: "warning",
      zh: `DMN 文件中的引用无效：${oneLine(message)}`,
      en: oneLine(message),
    }));
  return problems.length > 0 ? { ok: false, problems } : { ok: true, value: { definitions, warnings } };
}

function unknownContent(message: string): Problem {
  const text = oneLine(message);
  const id = /duplicate ID <([^>]*)>/.exec(message)?.[1];
  if (id !== undefined) {
    return { code: "DMN_DUPLICATE_ID", elementId: id, zh: `元素编号“${id}”重复`, en: `The id "${id}" is used twice` };
  }
  return {
    code: "DMN_UNKNOWN_ELEMENT",
    zh: `DMN 文件含有无法识别的内容：${text}`,
    en: `The DMN file has content that is not understood: ${text}`,
  };
}

function notDmn(error: Error): Problem {
  const { "zh-CN": zh, en } = readingFailure(error);
  return {
    code: "DMN_INVALID",
    zh: `不是有效的 DMN 1.2–1.5 文件：${zh}`,
    en: `Not a valid DMN 1.2–1.5 file: ${en}`,
  };
}

function oneLine(message: string): string {
  return message.replace(/\s+/g, " ").trim().slice(0, 300);
}
