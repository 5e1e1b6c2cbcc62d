/** Telling people: each notice is work for after the commit, so that a step never waits for who is in a group. */
import type { JsonObject } from "../../engine/model/json.ts";
import type { JobRow } from "../store/rows.ts";
import type { Ledger } from "./ledger.ts";

/** What the worker needs to write notices; the case's own facts it reads itself. */
export interface NoticeOrder {
  /** Key of the message text. */
  readonly message: string;
  readonly people: readonly string[];
  /** Candidate groups `<unit>/<role>`. */
  readonly groups: readonly string[];
  readonly facts: JsonObject;
}

function order(step: Ledger, notice: NoticeOrder): void {
  if (notice.people.length === 0 && notice.groups.length === 0) return;
  const { street, caseId, at, newId } = step.facts;
  const id = newId();
  const row: JobRow = {
    ...{ street_id: street, id, instance_id: caseId, job_id: null, type: "notice", status: "waiting", attempts: 0 },
    ...{ payload: JSON.stringify(notice), run_at: at, created_at: at, last_error: null },
  };
  step.newJobs.set(id, row);
}

export const tellPerson = (step: Ledger, message: string, person: string, facts: JsonObject): void =>
  order(step, { message, people: [person], groups: [], facts });

export const tellGroups = (step: Ledger, message: string, groups: readonly string[], facts: JsonObject): void =>
  order(step, { message, people: [], groups: [...new Set(groups)], facts });
