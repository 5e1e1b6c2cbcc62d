/** Small packs for the tests of this room: a base with one document of each useful kind, and children with operations. */
import type { JsonObject } from "../../../engine/model/json.ts";
import type { Operation, OperationBody, Pack, PackDocument, ResolvedPack } from "../../../engine/model/pack.ts";
import { resolve } from "../../../engine/overlay/index.ts";
import { valueOf } from "../../support/packs.ts";

const title = (zh: string) => ({ "zh-CN": zh, en: zh });

const vocabulary: JsonObject = {
  key: "level",
  title: title("层级"),
  codes: [
    { code: "grid", title: title("网格") },
    { code: "street", title: title("街道") },
  ],
};
const ladder: JsonObject = {
  key: "disposal",
  title: title("处置"),
  escalationCode: "overdue",
  rungs: [
    { id: "remind", percent: 80, action: "remind" },
    { id: "late", percent: 100, action: "yellowCard" },
  ],
};
export const form: JsonObject = {
  key: "visit",
  title: title("走访"),
  schema: {
    type: "object",
    properties: {
      met: { type: "boolean", title: "见到" },
      note: { type: "string", title: "情况", minLength: 2, maxLength: 100 },
      kind: { type: "string", title: "类型", enum: ["a", "b", "c"] },
    },
    required: ["met"],
    if: { properties: { met: { const: true } }, required: ["met"] },
    // oxlint-disable-next-line unicorn/no-thenable -- JSON Schema's own word
    then: { properties: { people: { type: "integer", title: "人数" } }, required: ["people"] },
    unevaluatedProperties: false,
  },
  uiSchema: { "ui:order": ["met", "people", "note", "kind"], kind: { "ui:enumNames": ["甲", "乙", "丙"] } },
  messages: {
    en: { met: { title: "Met" }, people: { title: "People" }, note: { title: "Note" }, kind: { title: "Kind" } },
  },
};
const parameters: JsonObject = {
  key: "parameters",
  parameters: [
    {
      key: "signLimit",
      type: "limit",
      title: title("签收时限"),
      help: title("签收"),
      group: "limits",
      default: { value: 2, clock: "workHour" },
      range: { min: { value: 1, clock: "workHour" }, max: { value: 8, clock: "workHour" } },
    },
    { key: "role", type: "role", title: title("岗位"), help: title("岗位"), group: "people", default: "leader" },
  ],
};

export const documents: readonly PackDocument[] = [
  { kind: "vocabulary", key: "level", content: vocabulary },
  { kind: "ladder", key: "disposal", content: ladder },
  { kind: "form", key: "visit", content: form },
  { kind: "parameter", key: "parameters", content: parameters },
  {
    kind: "organisation",
    key: "units",
    content: { key: "units", units: [{ code: "city", kind: "city", title: title("市") }] },
  },
];

export const base: Pack = {
  head: { key: "base", title: title("市"), level: "city", levelKind: "city", version: 1 },
  documents,
  operations: [],
};

export function childOf(
  parent: string,
  operations: readonly Operation[],
  key = "east",
  own: readonly PackDocument[] = [],
): Pack {
  const head = {
    key,
    title: title(key),
    level: key,
    levelKind: "street" as const,
    version: 3,
    base: { pack: parent, version: 1 },
  };
  return { head, documents: own, operations };
}

export function operation(target: string, body: OperationBody, id = "op1", was: Operation["was"] = null): Operation {
  const [kind = "", definition = "", item] = target.split("/");
  const place = { kind, definition, ...(item === undefined ? {} : { item }) } as Operation["target"];
  return { id, target: place, was, by: "wang", at: "2026-01-05", why: "试行", ...body };
}

export function resolved(operations: readonly Operation[]): ResolvedPack {
  return valueOf(resolve(base, [childOf("base", operations)])).pack;
}

export function codesOf(operations: readonly Operation[], own: readonly PackDocument[] = []): readonly string[] {
  const result = resolve(base, [childOf("base", operations, "east", own)]);
  return result.ok ? [] : result.problems.map(({ code }) => code);
}

export function documentIn(
  pack: ResolvedPack,
  name: string,
): {
  readonly content: JsonObject;
  readonly provenance: Readonly<Record<string, Readonly<Record<string, { readonly pack: string }>>>>;
} {
  const document = pack.documents[name];
  if (document === undefined || !("content" in document)) throw new Error(`no ${name}`);
  return document;
}
