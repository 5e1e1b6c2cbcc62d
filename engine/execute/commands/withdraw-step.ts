/**
 * 撤回: who completed a step takes it back as long as nobody has acted behind it. All that came of it ends, and the step
 * begins again as his. Machine work between may have been done already; it is done again.
 */
import type { CommandOf } from "../../model/command.ts";
import type { Step } from "../../model/office.ts";
import type { InstanceState, TaskState, Token } from "../../model/state.ts";
import { OFFICE_REJECTIONS } from "../office-problems.ts";
import { entryOf } from "../path.ts";
import { taskAt } from "../read-state.ts";
import type { Rejection, Run } from "../run.ts";
import { placeToken, terminateToken } from "../tokens.ts";
import type { CommandRule } from "./command-rule.ts";

export const withdrawStep: CommandRule<"withdrawStep"> = { isRefusedWhileSuspended: true, carryOut };

interface Found extends Step {
  readonly scopeId: string;
  readonly elementId: string;
}

function carryOut(run: Run, { elementId: named, reason, actor }: CommandOf<"withdrawStep">): Rejection {
  const own = actor.kind === "person" ? withdrawableSteps(run.state, actor.id) : [];
  const steps = own.filter((step) => named === undefined || step.elementId === named);
  const [latest] = steps;
  if (latest === undefined) return OFFICE_REJECTIONS.withdrawNothing();
  const step = steps.find((other) => tokensBehind(run, other).length > 0);
  return step === undefined ? OFFICE_REJECTIONS.withdrawGone(latest.elementId) : takeBack(run, step, reason);
}

function takeBack(run: Run, step: Found, reason: string): Rejection {
  const { scopeId, elementId, by } = step;
  const behind = tokensBehind(run, step);
  const taken = behind.flatMap((token) => tasksUnder(run, token)).find((task) => task.isTaken === true);
  if (taken !== undefined) return OFFICE_REJECTIONS.withdrawTaken(taken.elementId);
  run.emit({ type: "stepWithdrawn", elementId, scopeId, by, reason });
  for (const token of behind) terminateToken(run, token.id, "cancelled", reason);
  const cameFrom = pathBefore(behind, step);
  const tokenId = placeToken(run, { scopeId, elementId, cameFrom });
  run.activate(tokenId);
  run.give(tokenId, by);
  return undefined;
}

function tokensBehind(run: Run, step: Found): readonly Token[] {
  const entry = entryOf(step.elementId, step);
  return run.tokensIn(step.scopeId).filter((token) => token.cameFrom?.includes(entry));
}

/** What a person has completed and nobody has gone on with, the latest first: whether it was taken up meanwhile, the command says. */
export function withdrawableSteps(state: InstanceState, by: string): readonly Found[] {
  return Object.entries(state.scopes)
    .flatMap(([scopeId, { steps }]) =>
      Object.entries(steps ?? {})
        .filter(([, step]) => step.by === by)
        .map(([elementId, step]) => ({ ...step, scopeId, elementId })),
    )
    .toSorted((one, other) => numberOf(other) - numberOf(one));
}

function numberOf({ tokenId }: Found): number {
  return Number(tokenId.slice(1));
}

function tasksUnder(run: Run, token: Token): readonly TaskState[] {
  const own = run.owned("tasks", token.id).flatMap((id) => taskAt(run.state, id) ?? []);
  const inner = run.owned("scopes", token.id).flatMap((id) => run.tokensIn(id));
  return [...own, ...inner.flatMap((other) => tasksUnder(run, other))];
}

function pathBefore([first]: readonly Token[], step: Found): readonly string[] {
  const path = first?.cameFrom ?? [];
  return path.slice(0, path.indexOf(entryOf(step.elementId, step)));
}
