/**
 * Refuses hostile XML before any parser sees it (reliability S7). It only counts: tags, their depth and attributes, over
 * the text once, so it cannot itself be made slow. What it misreads, the parser behind it still refuses.
 */
import type { Problem } from "../model/problem.ts";

export interface XmlLimits {
  readonly bytes: number;
  readonly elements: number;
  readonly depth: number;
  readonly attributes: number;
}

const XML_LIMITS: XmlLimits = { bytes: 2 * 1024 * 1024, elements: 5_000, depth: 100, attributes: 64 };

/** In: a document as text. Out: why it is refused, or `undefined`. Any DOCTYPE is refused, wherever it stands. */
export function checkXml(xml: string, limits: XmlLimits = XML_LIMITS): Problem | undefined {
  if (exceeds(xml, limits.bytes)) {
    const size = `${Math.floor(limits.bytes / 1024 / 1024)} MiB`;
    return problem("XML_TOO_LARGE", `文件超过 ${size}`, `The document is larger than ${size}`);
  }
  if (/<!\s*(?:DOCTYPE|ENTITY)/i.test(xml)) {
    return problem(
      "XML_DOCTYPE",
      "文件含 DOCTYPE 或 ENTITY 声明，不予接受",
      "A DOCTYPE or ENTITY declaration is refused",
    );
  }
  return checkTags(xml, limits);
}

function exceeds(text: string, bytes: number): boolean {
  if (text.length > bytes) return true;
  if (text.length * 3 <= bytes) return false;
  let size = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    // A surrogate pair is four bytes: two for each half.
    size += code < 0x80 ? 1 : code < 0x800 || (code >= 0xd800 && code < 0xe000) ? 2 : 3;
  }
  return size > bytes;
}

function checkTags(xml: string, limits: XmlLimits): Problem | undefined {
  let elements = 0;
  let depth = 0;
  for (let at = xml.indexOf("<"); at !== -1; at = xml.indexOf("<", at)) {
    const skipped = endOfOther(xml, at);
    if (skipped !== undefined) {
      at = skipped;
      continue;
    }
    const tag = readTag(xml, at + 1);
    at = tag.end;
    if (tag.isClosing) depth -= 1;
    else elements += 1;
    if (elements > limits.elements) return tooMany("XML_TOO_MANY_ELEMENTS", limits.elements, "个元素", "elements");
    if (tag.attributes > limits.attributes) {
      return tooMany("XML_TOO_MANY_ATTRIBUTES", limits.attributes, "个属性（单个元素）", "attributes of one element");
    }
    if (!tag.isClosing && !tag.isEmpty) depth += 1;
    if (depth > limits.depth) return tooMany("XML_TOO_DEEP", limits.depth, "层嵌套", "levels of nesting");
  }
  return undefined;
}

const OTHERS = [
  ["<!--", "-->"],
  ["<![CDATA[", "]]>"],
  ["<?", "?>"],
] as const;

/** Where a comment, CDATA section or processing instruction that begins here ends. */
function endOfOther(xml: string, at: number): number | undefined {
  const other = OTHERS.find(([open]) => xml.startsWith(open, at));
  if (other === undefined) return undefined;
  const end = xml.indexOf(other[1], at + other[0].length);
  return end === -1 ? xml.length : end + other[1].length;
}

interface Tag {
  readonly end: number;
  readonly isClosing: boolean;
  readonly isEmpty: boolean;
  readonly attributes: number;
}

function readTag(xml: string, from: number): Tag {
  let attributes = 0;
  let quote = "";
  let at = from;
  for (; at < xml.length; at += 1) {
    const character = xml.charAt(at);
    if (quote !== "") {
      if (character === quote) quote = "";
    } else if (character === '"' || character === "'") {
      quote = character;
    } else if (character === "=") {
      attributes += 1;
    } else if (character === ">") {
      break;
    }
  }
  return { end: at + 1, isClosing: xml[from] === "/", isEmpty: xml[at - 1] === "/", attributes };
}

function tooMany(code: string, most: number, zh: string, en: string): Problem {
  return problem(code, `文件超过 ${most} ${zh}`, `The document has more than ${most} ${en}`);
}

function problem(code: string, zh: string, en: string): Problem {
  return { code, zh, en };
}
