/**
 * The conditions of a form as people read them: when a field is shown, when it must be filled. They are plain JSON Schema
 * (`if` with `then` or `else`), so that every validator knows them; what is more than one question about one field stays as its
 * file has it and is only told of.
 */
import type { Json, JsonObject } from "../../../engine/model/json.ts";
import { codesPath, schemaPath, type Field, type FormContent } from "./fields.ts";
import { getIn, isObject, objectOf, own, textsOf, type Path } from "./json-path.ts";

/** "`field` is (or is not) one of `values`"; a field that is not filled in is none of them. */
export interface Condition {
  readonly field: string;
  readonly is: boolean;
  readonly values: readonly Json[];
}

export interface Rule {
  /** Path of what holds `if`: the schema, or one part of its `allOf`. */
  readonly path: Path;
  readonly branch: "then" | "else";
  /** Undefined when the condition is more than this editor can say. */
  readonly condition: Condition | undefined;
  readonly shows: readonly string[];
  readonly requires: readonly string[];
}

const branches = ["then", "else"] as const;

const only = (object: JsonObject, names: readonly string[]): boolean =>
  Object.keys(object).every((name) => names.includes(name));

/** What an `if` asks, when it asks one field for one of some values and counts an empty field as no. */
function askedOf(condition: Json | undefined): Omit<Condition, "is"> | undefined {
  if (!isObject(condition) || !only(condition, ["properties", "required"])) return undefined;
  const asked = Object.entries(objectOf(condition["properties"]));
  const [field, test] = asked[0] ?? [];
  if (field === undefined || asked.length !== 1 || !isObject(test) || !only(test, ["const", "enum"])) return undefined;
  if (JSON.stringify(condition["required"]) !== JSON.stringify([field])) return undefined;
  const { const: one, enum: several } = test;
  if (one !== undefined && several !== undefined) return undefined;
  if (one !== undefined) return { field, values: [one] };
  return Array.isArray(several) && several.length > 0 ? { field, values: several as readonly Json[] } : undefined;
}

function rulesIn(holder: JsonObject, path: Path): readonly Rule[] {
  const asked = askedOf(holder["if"]);
  const isAlone = !branches.every((branch) => isObject(holder[branch]));
  return branches.flatMap((branch): Rule[] => {
    const part = holder[branch];
    if (!isObject(part)) return [];
    const isSimple = isAlone && only(part, ["properties", "required"]);
    return [
      {
        ...{ path, branch, shows: Object.keys(objectOf(part["properties"])), requires: textsOf(part["required"]) },
        condition: asked === undefined || !isSimple ? undefined : { ...asked, is: branch === "then" },
      },
    ];
  });
}

/** In the order of the file. */
export function rulesOf(content: FormContent): readonly Rule[] {
  const schema = objectOf(own(content, "schema"));
  const parts = Array.isArray(schema["allOf"]) ? (schema["allOf"] as readonly Json[]) : [];
  return [
    ...(schema["if"] === undefined ? [] : rulesIn(schema, ["schema"])),
    ...parts.flatMap((part, at) => (isObject(part) ? rulesIn(part, ["schema", "allOf", at]) : [])),
  ];
}

/** Whether two conditions say the same, in whatever order their values stand. */
export function isSameCondition(a: Condition, b: Condition): boolean {
  const words = ({ values }: Condition) => values.map((value) => JSON.stringify(value)).sort();
  return a.field === b.field && a.is === b.is && JSON.stringify(words(a)) === JSON.stringify(words(b));
}

/** Rules that show a field, or require it; a field without any is always shown, or never required by one. */
export const rulesAbout = (content: FormContent, id: string, what: "shows" | "requires"): readonly Rule[] =>
  rulesOf(content).filter((rule) => rule[what].includes(id) && (what === "shows" || !rule.shows.includes(id)));

/** The values that a condition can ask of a field, or undefined when it has no list of them. */
export function valuesOf(content: FormContent, field: Field): readonly Json[] | undefined {
  if (field.schema["type"] === "boolean") return [true, false];
  const path = codesPath(field);
  // One of several answers cannot be asked for by `const`.
  if (path === undefined || path.length > schemaPath(field).length + 1) return undefined;
  return getIn(content, path) as readonly Json[];
}

/** Fields that `id` depends on, however far up: asking one of these about it would go round in a circle. */
function dependsOn(content: FormContent, id: string, seen: ReadonlySet<string> = new Set()): ReadonlySet<string> {
  const asked = rulesAbout(content, id, "shows").flatMap(({ condition }) =>
    condition === undefined ? [] : [condition.field],
  );
  return asked
    .filter((field) => !seen.has(field))
    .reduce((known, field) => dependsOn(content, field, new Set([...known, field])), seen);
}

/** Whether a condition of `id` may ask about `about`. */
export function mayAsk(content: FormContent, id: string, about: Field): boolean {
  if (about.id === id || dependsOn(content, about.id).has(id)) return false;
  return valuesOf(content, about) !== undefined || about.ui["ui:widget"] === "matter";
}
