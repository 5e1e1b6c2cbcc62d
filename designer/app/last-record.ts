/** Which of a case's records whoever acts now has to read first. */
import type { CaseDetail, Submission } from "../../server/contract/types.ts";

/** What the facts of a case already tell of its report. */
const told = new Set(["photos", "matter", "place", "position", "description", "severity"]);

const isAnswered = (value: unknown): boolean => value !== undefined && value !== false && value !== "";

/** A report may say more than its facts, such as what was done about it on the spot. */
function saysMore(report: Submission): boolean {
  return Object.entries(report.data).some(([key, value]) => !told.has(key) && isAnswered(value));
}

/** Records besides what the facts tell, oldest first. */
export function recordsOf({ report, submissions }: CaseDetail): readonly Submission[] {
  return submissions
    .filter((record) => record.id !== report?.id || saysMore(record))
    .sort((a, b) => a.at.localeCompare(b.at));
}
