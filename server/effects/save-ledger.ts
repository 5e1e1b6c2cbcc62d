/** Writes a ledger: what is gone first, then what has changed; new rows are staged for the end of the transaction. */
import { changeCase } from "../store/cases.ts";
import type { Tx } from "../store/index.ts";
import { removeIncidents } from "../store/incidents.ts";
import { removeJobsOf } from "../store/jobs.ts";
import { removeSubscriptions } from "../store/messages.ts";
import { removeSignalWaits } from "../store/signals.ts";
import { changeTask, removeCandidates } from "../store/tasks.ts";
import { removeTimers } from "../store/timers.ts";
import type { Ledger } from "./ledger.ts";

/** In: whether the case itself is new, so that nothing of it can be in the tables yet. */
export async function saveLedger(tx: Tx, step: Ledger, isNew: boolean): Promise<void> {
  if (!isNew) await saveChanges(tx, step);
  stageRows(tx, step);
}

async function saveChanges(tx: Tx, step: Ledger): Promise<void> {
  const { street, caseId } = step.facts;
  const known = [...step.candidates.keys()].filter((id) => !step.newTasks.has(id));
  await removeCandidates(tx, street, known);
  for (const [id, change] of step.changedTasks) await changeTask(tx, street, id, change);
  await removeTimers(tx, street, caseId, [...step.goneTimers]);
  await removeJobsOf(tx, street, caseId, [...step.goneJobs]);
  await removeSubscriptions(tx, street, caseId, [...step.goneSubscriptions]);
  await removeSignalWaits(tx, street, caseId, [...step.goneSignalWaits]);
  await removeIncidents(tx, street, caseId, [...step.goneIncidents]);
  await changeCase(tx, street, caseId, step.caseChange);
}

function stageRows(tx: Tx, step: Ledger): void {
  const { street, caseId } = step.facts;
  for (const row of step.newTasks.values()) tx.insert("task", row);
  for (const rows of step.candidates.values()) for (const row of rows) tx.insert("task_candidate", row);
  for (const who of step.involved) tx.insert("case_involved", { street_id: street, case_id: caseId, who });
  for (const row of step.newTimers.values()) tx.insert("timer", row);
  for (const row of step.newJobs.values()) tx.insert("job", row);
  for (const row of step.newSubscriptions.values()) tx.insert("subscription", row);
  for (const row of step.newSignalWaits.values()) tx.insert("signal_wait", row);
  for (const row of step.signals) tx.insert("signal", row);
  for (const row of step.messages) tx.insert("message", row);
  for (const row of step.newIncidents.values()) tx.insert("incident", row);
}
