/** The case's columns as a small projection of the instance: what people search, sort and count by. */
import { budgetsOf, supervisionsOf, timersOf } from "../../engine/index.ts";
import type { Event } from "../../engine/model/event.ts";
import type { Json, JsonObject } from "../../engine/model/json.ts";
import type { BudgetState, InstanceState } from "../../engine/model/state.ts";
import type { CaseChange } from "../store/cases.ts";

/** Variables of the event loop that the case shows (definitions/README.md). */
const shown = ["level", "owner", "returns", "reworks", "rating", "reopens"] as const;
type Shown = (typeof shown)[number];

/** Variables that an event sets, in whatever scope: called processes say the level too. */
function variablesOf(event: Event): JsonObject | undefined {
  switch (event.type) {
    case "variablesSet":
      return event.variables;
    case "processStarted":
    case "scopeEntered":
      return event.scope.variables;
    default:
      return undefined;
  }
}

function latest(events: readonly Event[]): Partial<Record<Shown, Json>> {
  const found: Partial<Record<Shown, Json>> = {};
  for (const event of events) {
    const variables = variablesOf(event);
    if (variables === undefined) continue;
    for (const name of shown) if (Object.hasOwn(variables, name)) found[name] = variables[name] ?? null;
  }
  return found;
}

const isObject = (value: Json | undefined): value is JsonObject =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** Codes of the units that own the case: the lead first, then those that assist. */
export function ownerUnits(owner: Json | undefined): readonly string[] {
  if (!isObject(owner)) return [];
  const assist = Array.isArray(owner["assist"]) ? (owner["assist"] as readonly Json[]) : [];
  return [owner["lead"], ...assist].filter((unit): unit is string => typeof unit === "string" && unit !== "");
}

function ownerColumns(owner: Json | undefined): CaseChange {
  if (owner === undefined) return {};
  const lead = isObject(owner) && typeof owner["lead"] === "string" && owner["lead"] !== "" ? owner["lead"] : null;
  return { lead, owner: owner === null ? null : JSON.stringify(owner) };
}

/** Deadline of the case: of the budgets that run, the one that is due first. */
function deadlineColumns(state: InstanceState): CaseChange {
  const first = budgetsOf(state).reduce<BudgetState | undefined>(
    (best, budget) => (best === undefined || budget.dueAt < best.dueAt ? budget : best),
    undefined,
  );
  if (first === undefined) return {};
  const started = first.spans[0]?.[0] ?? first.runningSince;
  return {
    due_at: Date.parse(first.dueAt),
    warn_at: warnAt(state, first.id),
    started_at: started === undefined ? null : Date.parse(started),
    limit_value: first.limit.value,
    limit_clock: first.limit.clock,
  };
}

/** The first rung still to come before the due date: from then on the light is yellow. */
export function warnAt(state: InstanceState, budgetId: string): number | null {
  const due = state.budgets?.[budgetId]?.dueAt;
  const rungs = timersOf(state)
    .filter((timer) => timer.budgetId === budgetId && timer.kind === "rung" && (due === undefined || timer.dueAt < due))
    .map((timer) => Date.parse(timer.dueAt));
  return rungs.length === 0 ? null : Math.min(...rungs);
}

/** Whether the first reminder of a budget has gone out already: its light stays yellow. */
const keepsWarning = (
  change: CaseChange,
  before: { readonly warn_at: number | null; readonly due_at: number | null },
) => change.warn_at === null && change.due_at === before.due_at && before.warn_at !== null;

export interface Projection {
  readonly change: CaseChange;
  /** Units that own the case after this step, when the step named them. */
  readonly units: readonly string[];
}

/** In: the state after a step, its events, and the deadline before. Out: the columns that the step changes. */
export function projectCase(
  state: InstanceState,
  events: readonly Event[],
  before: { readonly warn_at: number | null; readonly due_at: number | null },
): Projection {
  const found = latest(events);
  const deadline = deadlineColumns(state);
  const change: CaseChange = {
    ...ownerColumns(found.owner),
    ...deadline,
    ...(keepsWarning(deadline, before) ? { warn_at: before.warn_at } : {}),
    ...(typeof found.level === "string" ? { level: found.level } : {}),
    ...(typeof found.returns === "number" ? { returns: found.returns } : {}),
    ...(typeof found.reworks === "number" ? { reworks: found.reworks } : {}),
    ...(typeof found.rating === "string" ? { rating: found.rating } : {}),
    ...(typeof found.reopens === "number" ? { reopens: found.reopens } : {}),
    suspended: state.suspendedAt === undefined ? 0 : 1,
    supervised: supervisionsOf(state).length > 0 ? 1 : 0,
  };
  return { change, units: ownerUnits(found.owner) };
}
