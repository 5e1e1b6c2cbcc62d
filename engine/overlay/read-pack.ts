/** The files of a pack's folder → the pack. Reading the folder is the shell's work; what its files mean is decided here. */
import type { Json, JsonObject } from "../model/json.ts";
import type { Operation, Pack, PackDocument, PackHead } from "../model/pack.ts";
import type { Problem, Result } from "../model/problem.ts";
import { isKey } from "./keys.ts";
import type { JsonKind } from "./kinds/index.ts";
import { packProblem } from "./problems.ts";
import { checkTitle, isObject, textOf } from "./shape.ts";

/** Folder → kind of the JSON files in it. */
const FOLDERS: Readonly<Record<string, JsonKind>> = {
  organisation: "organisation",
  vocabulary: "vocabulary",
  matters: "matter",
  registers: "register",
  forms: "form",
  calendars: "calendar",
  ladders: "ladder",
  module: "module",
  messages: "message",
  residents: "resident",
  scenarios: "scenario",
  scorecards: "scorecard",
  reports: "report",
};
const LEVELS: readonly string[] = ["city", "district", "street", "community"];

type Part =
  | { readonly part: "head"; readonly head: PackHead }
  | { readonly part: "operations"; readonly operations: readonly Operation[] }
  | { readonly part: "document"; readonly document: PackDocument }
  | { readonly part: "rows"; readonly key: string; readonly rows: Json };

/**
 * In: path relative to the pack's folder (with `/`) → text. Out: the pack. Problems: `PACK_FILE_UNKNOWN`,
 * `PACK_JSON_INVALID`, `PACK_KEY_MISMATCH`, `PACK_HEAD_INVALID`, `PACK_DUPLICATE`; each names its file.
 */
export function readPack(files: Readonly<Record<string, string>>): Result<Pack> {
  const results = Object.entries(files)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([path, text]) => readFile(path, text));
  const parts = results.flatMap((result) => (result.ok ? [result.value] : []));
  const problems = [...results.flatMap((result) => (result.ok ? [] : result.problems)), ...checkParts(parts)];
  const head = parts.find((part) => part.part === "head")?.head;
  if (problems.length > 0 || head === undefined) return { ok: false, problems };
  const documents = parts.flatMap((part) => (part.part === "document" ? [withRows(part.document, parts)] : []));
  const operations = parts.flatMap((part) => (part.part === "operations" ? part.operations : []));
  return { ok: true, value: { head, documents, operations } };
}

function readFile(path: string, text: string): Result<Part> {
  const [folder = "", name = ""] = path.includes("/") ? path.split("/") : ["", path];
  if (folder === "processes" && name.endsWith(".bpmn")) return xmlPart("process", name.slice(0, -5), text);
  if (folder === "decisions" && name.endsWith(".dmn")) return xmlPart("decision", name.slice(0, -4), text);
  const json = readJson(path, text);
  if (!json.ok) return json;
  if (path === "pack.json") return readHead(json.value);
  if (path === "differential.json") return readOperations(json.value);
  if (path === "parameters.json")
    return documentPart("parameter", "parameters", { key: "parameters", parameters: json.value });
  const kind = Object.hasOwn(FOLDERS, folder) ? FOLDERS[folder] : undefined;
  if (kind === undefined || path.split("/").length !== 2) return unknownFile(path);
  return readDocument(kind, name, path, json.value);
}

function readDocument(kind: JsonKind, name: string, path: string, json: Json): Result<Part> {
  if (name.endsWith(".rows.json")) return { ok: true, value: { part: "rows", key: name.slice(0, -10), rows: json } };
  if (name.endsWith(".geojson") && isObject(json))
    return documentPart(kind, name.slice(0, -8), { key: name.slice(0, -8), ...json });
  if (!name.endsWith(".json")) return unknownFile(path);
  const key = name.slice(0, -5);
  if (kind === "organisation") return documentPart(kind, key, { key, [key]: json });
  if (isObject(json) && json["key"] === key && isKey(key)) return documentPart(kind, key, json);
  const problem = packProblem(
    "PACK_KEY_MISMATCH",
    path,
    "文件名与编号（key）不一致",
    `expected the key "${key}" as in the file's name`,
  );
  return { ok: false, problems: [problem] };
}

function readJson(path: string, text: string): Result<Json> {
  try {
    return { ok: true, value: JSON.parse(text) as Json };
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error);
    return {
      ok: false,
      problems: [packProblem("PACK_JSON_INVALID", path, "不是有效的 JSON", `not valid JSON: ${detail}`)],
    };
  }
}

function readHead(json: Json): Result<Part> {
  const head = isObject(json) ? json : {};
  const fault = (pointer: string, zh: string, en: string) =>
    packProblem("PACK_HEAD_INVALID", `pack.json${pointer}`, zh, en);
  const problems = [
    ...checkTitle(head["title"], "/title", fault),
    ...["key", "level"].flatMap((name) => (isKey(head[name]) ? [] : [fault(`/${name}`, "缺少编号", "expected a key")])),
    ...(LEVELS.includes(textOf(head["levelKind"]))
      ? []
      : [fault("/levelKind", "层级不正确", `expected one of ${LEVELS.join(", ")}`)]),
    ...(Number.isInteger(head["version"]) ? [] : [fault("/version", "缺少版本号", "expected a whole number")]),
  ];
  return problems.length > 0
    ? { ok: false, problems }
    : { ok: true, value: { part: "head", head: head as unknown as PackHead } };
}

function readOperations(json: Json): Result<Part> {
  const operations = isObject(json) ? json["operations"] : undefined;
  const whole = Array.isArray(operations) && operations.every(isOperation);
  if (whole)
    return { ok: true, value: { part: "operations", operations: operations as unknown as readonly Operation[] } };
  const problem = packProblem(
    "PACK_JSON_INVALID",
    "differential.json",
    "缺少操作列表",
    "expected operations, each with id, target and op",
  );
  return { ok: false, problems: [problem] };
}

/** Enough of its shape that its faults can be told by name; `checkOperations` does the rest. */
function isOperation(value: Json): boolean {
  if (!isObject(value) || !isObject(value["target"])) return false;
  const { kind, definition, item } = value["target"];
  const named = textOf(kind) !== "" && textOf(definition) !== "" && (item === undefined || typeof item === "string");
  const added = value["op"] !== "add" || isObject(value["value"]);
  const filled = value["op"] !== "replace" || isKey(value["value"]);
  return named && added && filled && typeof value["id"] === "string";
}

function documentPart(kind: JsonKind, key: string, content: JsonObject): Result<Part> {
  return { ok: true, value: { part: "document", document: { kind, key, content } } };
}

function xmlPart(kind: "process" | "decision", key: string, xml: string): Result<Part> {
  return { ok: true, value: { part: "document", document: { kind, key, xml } } };
}

function unknownFile(path: string): Result<Part> {
  return {
    ok: false,
    problems: [packProblem("PACK_FILE_UNKNOWN", path, "不属于任何一类定义", "belongs to no kind of definition")],
  };
}

function checkParts(parts: readonly Part[]): readonly Problem[] {
  const names = parts.flatMap((part) =>
    part.part === "document" ? [`${part.document.kind}/${part.document.key}`] : [],
  );
  const twice = names.filter((name, at) => names.indexOf(name) !== at);
  const headless = parts.some((part) => part.part === "head")
    ? []
    : [packProblem("PACK_HEAD_INVALID", "pack.json", "缺少包说明", "the pack has no pack.json")];
  return [...headless, ...twice.map((name) => packProblem("PACK_DUPLICATE", name, "定义重复", "is there twice"))];
}

/** Rows of a register stand in a file of their own: they are many, and change without its schema. */
function withRows(document: PackDocument, parts: readonly Part[]): PackDocument {
  if (document.kind !== "register") return document;
  const rows = parts.find((part) => part.part === "rows" && part.key === document.key);
  return rows?.part === "rows" ? { ...document, content: { ...document.content, rows: rows.rows } } : document;
}
