/**
 * What one step changes in the tables, gathered before anything is written: what is made and undone within the
 * same step leaves no trace, and the rest goes out in few statements.
 */
import type { CaseChange } from "../store/cases.ts";
import type {
  CaseRow,
  IncidentRow,
  JobRow,
  MessageRow,
  SignalRow,
  SignalWaitRow,
  SubscriptionRow,
  TaskCandidateRow,
  TaskRow,
  TimerRow,
} from "../store/rows.ts";
import type { TaskChange } from "../store/tasks.ts";

/** Facts of the step that every effect may need. */
export interface StepFacts {
  readonly street: string;
  readonly caseId: string;
  /** Epoch milliseconds of the command. */
  readonly at: number;
  /** Person who sent the command, if one did. */
  readonly person: string | undefined;
  /** Submission that completes a task in this step. */
  readonly submissionId: string | undefined;
  /** The case before the step. */
  readonly before: Pick<CaseRow, "yellow" | "red" | "closed_at">;
  readonly newId: () => string;
}

type Writable<T> = { -readonly [K in keyof T]: T[K] };

export interface Ledger {
  readonly facts: StepFacts;
  readonly caseChange: Writable<CaseChange>;
  readonly newTasks: Map<string, TaskRow>;
  readonly changedTasks: Map<string, TaskChange>;
  /** Candidates of new and changed tasks, by task row id. */
  readonly candidates: Map<string, readonly TaskCandidateRow[]>;
  readonly involved: Set<string>;
  readonly newTimers: Map<string, TimerRow>;
  readonly goneTimers: Set<string>;
  readonly newJobs: Map<string, JobRow>;
  readonly goneJobs: Set<string>;
  readonly newSubscriptions: Map<string, SubscriptionRow>;
  readonly goneSubscriptions: Set<string>;
  readonly messages: MessageRow[];
  readonly newSignalWaits: Map<string, SignalWaitRow>;
  readonly goneSignalWaits: Set<string>;
  readonly signals: SignalRow[];
  readonly newIncidents: Map<string, IncidentRow>;
  readonly goneIncidents: Set<string>;
}

export function ledger(facts: StepFacts): Ledger {
  return {
    facts,
    caseChange: {},
    newTasks: new Map(),
    changedTasks: new Map(),
    candidates: new Map(),
    involved: new Set(),
    newTimers: new Map(),
    goneTimers: new Set(),
    newJobs: new Map(),
    goneJobs: new Set(),
    newSubscriptions: new Map(),
    goneSubscriptions: new Set(),
    messages: [],
    newSignalWaits: new Map(),
    goneSignalWaits: new Set(),
    signals: [],
    newIncidents: new Map(),
    goneIncidents: new Set(),
  };
}

/** The row id of an engine's task or job id: unique in the street. */
export const rowId = (caseId: string, engineId: string): string => `${caseId}.${engineId}`;

/** Case and engine id of a task row id. */
export function splitRowId(id: string): { readonly caseId: string; readonly engineId: string } {
  const dot = id.lastIndexOf(".");
  return { caseId: id.slice(0, Math.max(dot, 0)), engineId: id.slice(dot + 1) };
}
