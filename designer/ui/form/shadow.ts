/**
 * What was written into a branch that is not shown any more is kept in the draft and comes back with the branch; it is never sent
 * (decided.md 6, forms.md §3.3). rjsf alone would lose it at the first wrong tap. Defaults are set here too, once, when an item first
 * shows: rjsf's own would answer required yes-no questions with "no" and give consents (`const: true`) that nobody gave.
 */
import { retrieveSchema, type RJSFSchema } from "@rjsf/utils";
import type { Form } from "../../../server/contract/types.ts";
import type { FormData } from "./environment.tsx";
import { isJson, type Json } from "./schema.ts";
import type { FormValidator } from "./verdict.ts";

/** Told to rjsf: it sets nothing that nobody touched. */
export const noDefaults = {
  arrayMinItems: { populate: "never" },
  constAsDefaults: "never",
  emptyObjectFields: "skipDefaults",
} as const;

/** Top-level items that a form shows for given values, with their schemas. */
export type ShownItems = Readonly<Record<string, unknown>>;

export function shownItems(form: Form, validator: FormValidator, data: FormData): ShownItems {
  const schema = form.schema as RJSFSchema;
  const { properties } = retrieveSchema(validator, schema, schema, data);
  return properties ?? {};
}

export interface Filled {
  /** What is shown and sent. */
  readonly data: FormData;
  /** What waits for its branch. */
  readonly kept: FormData;
  /** Items that show for this data. */
  readonly shown: ReadonlySet<string>;
}

type ShownFor = (data: FormData) => ShownItems;

/** rjsf gives a form with branches an empty object for each position that nobody set; sent, it would be a position without numbers. */
const isSomething = (value: unknown): boolean =>
  value !== undefined && !(isJson(value) && Object.keys(value).length === 0);

const pick = (data: FormData, wanted: (key: string) => boolean): FormData =>
  Object.fromEntries(Object.entries(data).filter(([key, value]) => wanted(key) && isSomething(value)));

function defaultsOf(items: ShownItems, wanted: (key: string) => boolean): FormData {
  const fresh = Object.entries(items).filter(([key]) => wanted(key));
  const withDefault = fresh.filter((entry): entry is [string, Json] => isJson(entry[1]) && "default" in entry[1]);
  return Object.fromEntries(withDefault.map(([key, item]) => [key, item["default"]]));
}

/** A restored value may itself open a branch; forms nest no deeper than this. */
const turns = 5;

/** Sorts values into shown and kept; items not in `before` that show now get what was kept of them, else their default. */
export function sortOut(next: FormData, kept: FormData, before: ReadonlySet<string>, shownFor: ShownFor): Filled {
  let filled: Filled = { data: next, kept, shown: before };
  for (let turn = 0; turn < turns; turn += 1) {
    const { data, kept: waiting, shown } = filled;
    const items = shownFor(data);
    const isShown = (key: string) => key in items;
    const back = pick(waiting, (key) => isShown(key) && data[key] === undefined);
    const fresh = defaultsOf(items, (key) => !shown.has(key) && data[key] === undefined && back[key] === undefined);
    const gone = pick(data, (key) => !isShown(key));
    filled = {
      data: { ...pick(data, isShown), ...fresh, ...back },
      kept: { ...pick(waiting, (key) => !isShown(key)), ...gone },
      shown: new Set(Object.keys(items)),
    };
    if ([back, fresh, gone].every((part) => Object.keys(part).length === 0)) break;
  }
  return filled;
}

/** After a change by the person: a value that rjsf dropped with its branch goes to the kept ones. */
export function afterChange(before: Filled, next: FormData, shownFor: ShownFor): Filled {
  const items = shownFor(next);
  // An item that still shows and is empty now was emptied by the person.
  const dropped = pick(before.data, (key) => !(key in items) && next[key] === undefined);
  return sortOut(next, { ...before.kept, ...dropped }, before.shown, shownFor);
}
