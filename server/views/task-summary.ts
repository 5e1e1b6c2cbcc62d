/** A task as the inbox shows it. */
import type { Person, TaskSummary } from "../contract/types.ts";
import type { Candidate, TaskRow } from "../store/tasks.ts";
import type { CaseRow } from "../store/cases.ts";
import { caseSummary, type Words } from "./case-summary.ts";
import { deadlineOf } from "./deadline.ts";

const iso = (at: number) => new Date(at).toISOString();

/** Names and candidates that belong to a page of tasks. */
export interface TaskFacts {
  readonly names: ReadonlyMap<string, string>;
  readonly candidates: readonly Candidate[];
}

/** Ids of residents begin so; who they are is known to nobody. */
export const residentPrefix = "resident-";

export const namedPerson = (id: string, names: ReadonlyMap<string, string>): Person => ({
  id,
  name: names.get(id) ?? (id.startsWith(residentPrefix) ? "居民" : id),
});

/** "南苑街道城管中队 · 处置人" of a candidate group, or a person's name. */
function candidateWords({ kind, candidate }: Candidate, words: Words, names: ReadonlyMap<string, string>): string {
  if (kind === "person") return names.get(candidate) ?? candidate;
  const [unit = "", role = ""] = candidate.split("/");
  return `${words.unit(unit)["zh-CN"]} · ${words.role(role)["zh-CN"]}`;
}

export function taskSummary(row: TaskRow, caseRow: CaseRow, words: Words, facts: TaskFacts): TaskSummary {
  const suspended = caseRow.suspended === 1;
  const deadline = deadlineOf(row, {
    calendar: words.calendar(row.street_id),
    now: words.now,
    startedAt: row.created_at,
    suspended,
    endedAt: row.closed_at,
  });
  const own = facts.candidates.filter((each) => each.task_id === row.id && each.kind !== "excluded");
  return {
    id: row.id,
    street: row.street_id,
    name: row.name,
    priority: row.priority,
    ...(row.stage === null ? {} : { stage: row.stage }),
    case: caseSummary(caseRow, words),
    ...(row.assignee === null ? {} : { assignee: namedPerson(row.assignee, facts.names) }),
    candidates: own.map((each) => candidateWords(each, words, facts.names).slice(0, 200)),
    createdAt: iso(row.created_at),
    ...(deadline === undefined ? {} : { deadline }),
    ...(row.closed_at === null ? {} : { completedAt: iso(row.closed_at) }),
    overdue: row.status === "open" && !suspended && row.due_at !== null && words.now > row.due_at,
  };
}
