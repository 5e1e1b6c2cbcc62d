/** What a route answers: a value or problems, as in the engine, plus the few answers that are not JSON. */
import type { Problem, Result } from "../../engine/model/problem.ts";
import type { JsonObject } from "../../engine/model/json.ts";
import { problem } from "./problems.ts";

/** An answer that is not JSON: text or bytes with their own headers. */
export class Content {
  readonly type: string;
  readonly body: string | Uint8Array;
  readonly headers: Readonly<Record<string, string>>;
  constructor(type: string, body: string | Uint8Array, headers: Readonly<Record<string, string>> = {}) {
    this.type = type;
    this.body = body;
    this.headers = headers;
  }
}

export type Outcome<T> = Result<T> | (Extract<Result<T>, { ok: false }> & { readonly details: JsonObject });

export const answer = <T>(value: T): Outcome<T> => ({ ok: true, value });

export const refuse = (...problems: readonly Problem[]): Outcome<never> => ({ ok: false, problems });

/** Refuses with one problem of the table. */
export const refuseWith = (...of: Parameters<typeof problem>): Outcome<never> => refuse(problem(...of));

export const notFound = (): Outcome<never> => refuseWith("NOT_FOUND");
