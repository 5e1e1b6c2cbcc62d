/**
 * What indicators may ask of one case: a fold over its events, by the stages of the flow (`gl:stage`, decided.md 12;
 * standards.md §3.6). Pure, and the same whether it is given one step or the whole story.
 */
import type { Event } from "../model/event.ts";
import type { Json, JsonObject } from "../model/json.ts";
import type { FlowNode } from "../model/process.ts";
import type { BudgetState } from "../model/state.ts";
import type { Clock } from "../model/time.ts";

export interface CaseFacts {
  /** Instants as epoch milliseconds. */
  readonly openedAt: number;
  /** 立案: the case went beyond dispatch, to disposal, verification or filing away. */
  readonly filedAt: number | null;
  /** The limit of the work as a whole: the clock on a sub-process of the stage disposal, with what was granted. */
  readonly dueAt: number | null;
  /** Clock of that limit; null before there is one. */
  readonly clock: Clock | null;
  /** When that limit's work ended last; null while it runs. */
  readonly handledAt: number | null;
  readonly closedAt: number | null;
  readonly outcome: "closed" | "dismissed" | "cancelled" | null;
  /** Where it was solved, or stands now: grid, community, street, district. */
  readonly level: string;
  readonly channel: "staff" | "resident";
  /** Unit that leads the work. */
  readonly lead: string | null;
  /** Somebody else than the finder had to work on it. */
  readonly disposed: boolean;
  /** A limit of disposal has been passed. */
  readonly late: boolean;
  readonly returns: number;
  readonly reworks: number;
  readonly reopens: number;
  readonly extended: boolean;
  readonly suspended: boolean;
  /** 缓办: from and to of each suspension, epoch milliseconds; the last is open while it lasts. */
  readonly pauses: readonly (readonly [from: number, to: number | null])[];
  readonly escalated: boolean;
  readonly yellow: number;
  readonly red: number;
  /** 督办 and 批示: given, and not answered yet. */
  readonly supervisions: number;
  readonly supervisionsOpen: number;
  readonly instructions: number;
  readonly instructionsOpen: number;
  /** Unit that was asked last to sign for it (签收). */
  readonly signUnit: string | null;
  readonly signedAt: number | null;
  readonly signLate: boolean;
  /** A limit of dispatch was passed: it was filed late. */
  readonly dispatchLate: boolean;
  /** Somebody was asked to verify the result, and a limit of that was passed. */
  readonly verified: boolean;
  readonly verifyLate: boolean;
  readonly rating: string | null;
}

/** Finds a flow node of any process of the case's bundle. */
export type FindNode = (elementId: string) => FlowNode | undefined;

const nothing: CaseFacts = {
  ...{ openedAt: 0, filedAt: null, dueAt: null, clock: null, handledAt: null, closedAt: null, outcome: null },
  ...{ level: "", channel: "staff", lead: null, disposed: false, late: false, returns: 0, reworks: 0, reopens: 0 },
  ...{ extended: false, suspended: false, pauses: [], escalated: false, yellow: 0, red: 0 },
  ...{ supervisions: 0, supervisionsOpen: 0, instructions: 0, instructionsOpen: 0 },
  ...{ signUnit: null, signedAt: null, signLate: false, rating: null },
  ...{ dispatchLate: false, verified: false, verifyLate: false },
};

/** State of the case in which a unit is asked to sign for it (vocabulary `caseState`). */
const SIGNING = "signing";

const isObject = (value: Json | undefined): value is JsonObject =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** Variables of the event loop that facts rely on (definitions/README.md), in whatever scope they are set. */
function withVariables(facts: CaseFacts, variables: JsonObject): CaseFacts {
  const { level, owner, returns, reworks, rating, reporter } = variables;
  const lead = isObject(owner) && typeof owner["lead"] === "string" && owner["lead"] !== "" ? owner["lead"] : null;
  return {
    ...facts,
    ...(typeof level === "string" ? { level } : {}),
    ...(owner === undefined ? {} : { lead }),
    ...(typeof returns === "number" ? { returns } : {}),
    ...(typeof reworks === "number" ? { reworks } : {}),
    ...(typeof rating === "string" ? { rating } : {}),
    ...(isObject(reporter) && reporter["role"] === "resident" ? { channel: "resident" as const } : {}),
  };
}

/** Work that begins again after the case was closed: 重办. */
const reopened = (facts: CaseFacts): CaseFacts =>
  facts.outcome === "closed" ? { ...facts, closedAt: null, outcome: null, reopens: facts.reopens + 1 } : facts;

function inStage(facts: CaseFacts, stage: string | undefined, at: number): CaseFacts {
  switch (stage) {
    case "dispatch":
      // Whoever was asked to sign has handed it back: the next unit is asked anew.
      return { ...reopened(facts), signUnit: null, signedAt: null, signLate: false };
    case "disposal":
      return { ...reopened(facts), filedAt: facts.filedAt ?? at, disposed: true };
    case "feedback":
      return { ...facts, filedAt: facts.filedAt ?? at };
    case "verification":
      return { ...facts, filedAt: facts.filedAt ?? at, verified: true };
    case "evaluation":
      return facts.outcome === null
        ? { ...facts, filedAt: facts.filedAt ?? at, closedAt: at, outcome: "closed" }
        : facts;
    default:
      return facts;
  }
}

const isWholeLimit = (node: FlowNode | undefined): boolean => node?.kind === "subProcess" && node.stage === "disposal";

function withLimit(facts: CaseFacts, budget: BudgetState, node: FlowNode | undefined): CaseFacts {
  if (!isWholeLimit(node)) return facts;
  // Once late, the deadline that was missed stays the one to tell.
  const dueAt = facts.late ? facts.dueAt : Date.parse(budget.dueAt);
  return { ...facts, dueAt, clock: budget.limit.clock, handledAt: null };
}

function limitEnded(facts: CaseFacts, overdue: boolean, node: FlowNode | undefined, at: number): CaseFacts {
  if (node?.caseState === SIGNING) return overdue ? { ...facts, signLate: true } : facts;
  if (node?.stage === "dispatch") return overdue ? { ...facts, dispatchLate: true } : facts;
  if (node?.stage === "verification") return overdue ? { ...facts, verifyLate: true } : facts;
  return isWholeLimit(node) ? { ...facts, handledAt: at, late: facts.late || overdue } : facts;
}

const unitOf = (group: string | undefined): string | null =>
  group === undefined ? null : group.slice(0, group.indexOf("/"));

/** An end that no stage of evaluation has told before: refused, or cancelled. */
const ended = (facts: CaseFacts, outcome: NonNullable<CaseFacts["outcome"]>, at: number): CaseFacts =>
  facts.outcome === null ? { ...facts, closedAt: at, outcome } : facts;

/** A suspension that stands is not begun twice, and one that does not is not ended. */
function paused({ pauses }: CaseFacts, at: number): Pick<CaseFacts, "suspended" | "pauses"> {
  const isOpen = pauses.at(-1)?.[1] === null;
  return { suspended: true, pauses: isOpen ? pauses : [...pauses, [at, null]] };
}

function resumed({ pauses }: CaseFacts, at: number): Pick<CaseFacts, "suspended" | "pauses"> {
  return { suspended: false, pauses: pauses.map(([from, to]) => [from, to ?? at] as const) };
}

function withSupervision(facts: CaseFacts, unit: string | undefined): CaseFacts {
  return unit === undefined
    ? { ...facts, supervisions: facts.supervisions + 1, supervisionsOpen: facts.supervisionsOpen + 1 }
    : { ...facts, instructions: facts.instructions + 1, instructionsOpen: facts.instructionsOpen + 1 };
}

function withAnswer(facts: CaseFacts, unit: string | undefined): CaseFacts {
  return unit === undefined
    ? { ...facts, supervisionsOpen: Math.max(0, facts.supervisionsOpen - 1) }
    : { ...facts, instructionsOpen: Math.max(0, facts.instructionsOpen - 1) };
}

function afterEvent(facts: CaseFacts, event: Event, find: FindNode): CaseFacts {
  const at = Date.parse(event.at);
  switch (event.type) {
    case "processStarted":
      return withVariables(
        event.scope.parent === undefined ? { ...facts, openedAt: at } : facts,
        event.scope.variables,
      );
    case "scopeEntered":
      return withVariables(facts, event.scope.variables);
    case "variablesSet":
      return withVariables(facts, event.variables);
    case "tokenEntered":
      return inStage(facts, find(event.token.elementId)?.stage, at);
    case "taskCreated":
      // An added signature (加签) is asked of somebody beside whoever signs for the case.
      return event.task.signing === undefined && find(event.task.elementId)?.caseState === SIGNING
        ? { ...facts, signUnit: unitOf(event.task.candidateGroups?.[0]), signedAt: null, signLate: false }
        : facts;
    case "taskClosed":
      if (event.signingOf !== undefined || find(event.elementId)?.caseState !== SIGNING) return facts;
      return event.outcome === "completed" ? { ...facts, signedAt: at } : { ...facts, signUnit: null };
    case "budgetStarted":
      return withLimit(facts, event.budget, find(event.budget.elementId));
    case "budgetChanged":
      return {
        ...withLimit(facts, event.budget, find(event.budget.elementId)),
        extended: facts.extended || event.change === "extended",
      };
    case "budgetClosed":
      return limitEnded(facts, event.overdue, find(event.elementId), at);
    case "rungReached":
      return {
        ...facts,
        yellow: facts.yellow + (event.action === "yellowCard" ? 1 : 0),
        red: facts.red + (event.action === "redCard" ? 1 : 0),
      };
    case "escalationRaised":
      return { ...facts, escalated: true };
    case "supervisionOpened":
      return withSupervision(facts, event.supervision.unit);
    case "supervisionClosed":
      return withAnswer(facts, event.unit);
    case "instanceSuspended":
      return { ...facts, ...paused(facts, at) };
    case "instanceResumed":
      return { ...facts, ...resumed(facts, at) };
    case "processForceClosed":
      return ended(facts, "closed", at);
    case "processCompleted":
      return ended(facts, "dismissed", at);
    case "processCancelled":
      return ended(facts, "cancelled", at);
    default:
      return facts;
  }
}

/** In: the facts before (none for a new case) and what happened since, in order. Out: the facts now. */
export function factsAfter(before: CaseFacts | undefined, events: readonly Event[], find: FindNode): CaseFacts {
  return events.reduce((facts, event) => afterEvent(facts, event, find), before ?? nothing);
}
