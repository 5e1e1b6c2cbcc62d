/** The text of a definition, as somebody uploaded or drafted it, read into the document that it is. */
import { parseDmn } from "../../engine/index.ts";
import type { JsonObject } from "../../engine/model/json.ts";
import type { Kind, PackDocument } from "../../engine/model/pack.ts";
import type { Result } from "../../engine/model/problem.ts";
import { problem } from "../http/problems.ts";
import { parseHere } from "./not-run-here.ts";

const keyPattern = /^[a-z][A-Za-z0-9]*(__[a-z][A-Za-z0-9]*)?$/;

const unreadable = (reason: string): Result<never> => ({
  ok: false,
  problems: [problem("CONTENT_UNREADABLE", { reason })],
});

/** The key of an XML file is that of its one executable process or its first decision. */
async function xmlDocument(kind: "process" | "decision", xml: string): Promise<Result<PackDocument>> {
  const parsed = kind === "process" ? await parseHere(xml) : await parseDmn(xml);
  if (!parsed.ok) return parsed;
  const [first] = "processes" in parsed.value ? parsed.value.processes : parsed.value.decisions;
  return first === undefined
    ? unreadable("没有可执行的流程 there is no executable process")
    : { ok: true, value: { kind, key: first.key, xml } };
}

function jsonDocument(kind: Exclude<Kind, "process" | "decision">, text: string): Result<PackDocument> {
  let content: unknown;
  try {
    content = JSON.parse(text);
  } catch (error) {
    return unreadable(`不是正确的 JSON (${error instanceof Error ? error.message : "invalid JSON"})`);
  }
  if (typeof content !== "object" || content === null || Array.isArray(content))
    return unreadable("应为一个 JSON 对象 expected a JSON object");
  const { key } = content as { readonly key?: unknown };
  if (typeof key !== "string" || !keyPattern.test(key)) return unreadable("缺少正确的 key expected a valid key");
  return { ok: true, value: { kind, key, content: content as JsonObject } };
}

export interface UploadedText {
  readonly kind: Kind;
  /** XML or JSON. */
  readonly content: string;
}

/** Out: the document with the key that its content says, or `CONTENT_UNREADABLE` and the parser's problems. */
export const documentOf = ({ kind, content }: UploadedText): Promise<Result<PackDocument>> | Result<PackDocument> =>
  kind === "process" || kind === "decision" ? xmlDocument(kind, content) : jsonDocument(kind, content);
