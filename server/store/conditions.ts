/** Builds the WHERE of a list query: every value is a parameter, and the scope is never left out. */
import type { Scope } from "../access/actor.ts";
import type { Value } from "./session.ts";

export interface Conditions {
  /** Adds a value; gives its placeholder. */
  readonly value: (value: Value) => string;
  /** Adds `column IN (…)`. */
  readonly isOneOf: (column: string, values: readonly Value[]) => void;
  readonly add: (condition: string) => void;
  readonly values: Value[];
  /** All conditions joined by AND. */
  readonly text: () => string;
}

export function conditions(): Conditions {
  const parts: string[] = [];
  const values: Value[] = [];
  const value = (one: Value) => `$${values.push(one)}`;
  return {
    values,
    value,
    add: (condition) => void parts.push(condition),
    isOneOf(column, many) {
      parts.push(many.length === 0 ? "1 = 0" : `${column} IN (${many.map(value).join(", ")})`);
    },
    text: () => (parts.length === 0 ? "1 = 1" : parts.join(" AND ")),
  };
}

/** `LIKE` pattern that finds `text` anywhere, with the pattern's own signs taken literally. */
export const containing = (text: string): string => `%${text.toLowerCase().replaceAll(/[\\%_]/g, "\\$&")}%`;

/** Throws without a scope: a list that forgot it must not show everything (reliability S15). */
export function requireScope(scope: Scope | undefined): Scope {
  if (scope === undefined || scope.streets.length === 0)
    throw new Error("Expected the scope of a person, but the query has none.");
  return scope;
}

/** A unit path is at or below one of the paths; ranges, so that an index can be used. */
export function isBelow(where: Conditions, column: string, paths: readonly string[]): string {
  if (paths.length === 0) return "1 = 0";
  // '0' is the character after '/': the range holds exactly what starts with `path/`.
  const below = (path: string) =>
    `(${column} = ${where.value(path)} OR (${column} > ${where.value(`${path}/`)} AND ${column} < ${where.value(`${path}0`)}))`;
  return `(${paths.map(below).join(" OR ")})`;
}

/** Who a person is in `case_involved`: himself, his groups and his units. */
function identitiesOf(scope: Scope): readonly string[] {
  const units = scope.groups.map((group) => group.slice(0, group.indexOf("/")));
  return [
    `person:${scope.personId}`,
    ...new Set(units.map((unit) => `unit:${unit}`)),
    ...scope.groups.map((group) => `group:${group}`),
  ];
}

/** The cases `c` that a scope sees: those of its units, and wherever it is or was at work, those it works on. */
export function addCaseScope(where: Conditions, scope: Scope): void {
  const list = (values: readonly string[]) => (values.length === 0 ? "''" : values.map(where.value).join(", "));
  const own = `(c.street_id IN (${list(scope.streets)}) AND ${isBelow(where, "c.unit_path", scope.paths)})`;
  const involved = `(c.street_id IN (${list(scope.reach)}) AND EXISTS (SELECT 1 FROM case_involved i
    WHERE i.street_id = c.street_id AND i.case_id = c.id AND i.who IN (${list(identitiesOf(scope))})))`;
  where.add(`(${own} OR ${involved})`);
}
