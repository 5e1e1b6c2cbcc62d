/** Ends a transaction that has written already: everything is rolled back and the caller gets the problems. */
import type { JsonObject } from "../../engine/model/json.ts";
import type { Problem } from "../../engine/model/problem.ts";
import type { Outcome } from "../http/outcome.ts";
import { problem } from "../http/problems.ts";

export class Refusal extends Error {
  override readonly name = "Refusal";
  readonly problems: readonly Problem[];
  readonly details: JsonObject | undefined;
  constructor(problems: readonly Problem[], details?: JsonObject) {
    super(problems.map((problem) => problem.en).join(" "));
    this.problems = problems;
    this.details = details;
  }
}

/** The phone named files that it has not uploaded; the first form item that names one is told. */
export function filesMissing(missing: readonly string[], items: ReadonlyMap<string, string>): Refusal {
  const [first = ""] = missing;
  return new Refusal([
    problem("ATTACHMENT_MISSING", { count: missing.length }, { path: `/${items.get(first) ?? ""}` }),
  ]);
}

/** Runs `work`; a `Refusal` in it becomes the outcome. */
export async function orRefused<T>(work: Promise<Outcome<T>>): Promise<Outcome<T>> {
  try {
    return await work;
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const { problems, details } = error;
    return details === undefined ? { ok: false, problems } : { ok: false, problems, details };
  }
}
