/**
 * What was written into a branch that is not shown any more is kept in the draft and comes back with the branch; it is never sent
 * (decided.md 6, forms.md §3.3). rjsf alone would lose it at the first wrong tap.
 */
import { getDefaultFormState, retrieveSchema, type RJSFSchema } from "@rjsf/utils";
import type { Form } from "../../../server/contract/types.ts";
import type { FormData } from "./environment.tsx";
import { isJson } from "./schema.ts";
import type { FormValidator } from "./verdict.ts";

/** The top-level items that the form shows for these values. */
export function activeKeys(form: Form, validator: FormValidator, data: FormData): ReadonlySet<string> {
  const schema = form.schema as RJSFSchema;
  const { properties } = retrieveSchema(validator, schema, schema, data);
  return new Set(Object.keys(isJson(properties) ? properties : {}));
}

/** The values with the defaults of everything the form shows, so that what one sees is what is checked and sent. */
export function withDefaults(form: Form, validator: FormValidator, data: FormData): FormData {
  const schema = form.schema as RJSFSchema;
  return getDefaultFormState(validator, schema, data, schema, false, defaultsOf) as FormData;
}

/** An untouched list stays empty: no empty rows are made for `minItems`. */
export const defaultsOf = { arrayMinItems: { populate: "never" } } as const;

export interface Filled {
  /** What is shown and sent. */
  readonly data: FormData;
  /** What waits for its branch. */
  readonly kept: FormData;
}

const pick = (data: FormData, wanted: (key: string) => boolean): FormData =>
  Object.fromEntries(Object.entries(data).filter(([key, value]) => wanted(key) && value !== undefined));

/** A restored value may itself open a branch; forms nest no deeper than this. */
const turns = 5;

/** Sorts values into shown and kept: `keysOf` says what the form shows for given values. */
export function sortOut(next: FormData, kept: FormData, keysOf: (data: FormData) => ReadonlySet<string>): Filled {
  let data = next;
  let waiting = kept;
  for (let turn = 0; turn < turns; turn += 1) {
    const keys = keysOf(data);
    const back = pick(waiting, (key) => keys.has(key) && data[key] === undefined);
    const gone = pick(data, (key) => !keys.has(key));
    data = { ...pick(data, (key) => keys.has(key)), ...back };
    waiting = { ...pick(waiting, (key) => !keys.has(key)), ...gone };
    if (Object.keys(back).length === 0 && Object.keys(gone).length === 0) break;
  }
  return { data, kept: waiting };
}

/** After a change by the person: `before` is what was shown. A value that rjsf dropped with its branch goes to the kept ones. */
export function afterChange(before: Filled, next: FormData, keysOf: (data: FormData) => ReadonlySet<string>): Filled {
  const keys = keysOf(next);
  const dropped = pick(before.data, (key) => !keys.has(key) && next[key] === undefined);
  // An item that is still shown and empty now was emptied by the person.
  return sortOut(next, { ...before.kept, ...dropped }, keysOf);
}
