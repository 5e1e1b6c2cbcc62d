/** The ledgers of forms: tables to read and files to take along. */
import { scopeOf } from "../access/may-do.ts";
import type { Container } from "../container.ts";
import type { Handlers } from "../http/call.ts";

export function records({ catalogue, runtime }: Container): Pick<Handlers, "records" | "records.export"> {
  return {
    records: ({ principal, params, query }) =>
      runtime.records(principal, scopeOf(principal, catalogue.tree), params.form, query),
    "records.export": ({ principal, params, body }) =>
      runtime.exportRecords(principal, scopeOf(principal, catalogue.tree), params.form, body),
  };
}
