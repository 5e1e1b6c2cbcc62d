/**
 * The engine in one function: a command against a state gives the next state, what happened, and what the shell must
 * do; or the reason why the command does not fit. Pure: the same input always gives the same output.
 */
import type { Bundle } from "../model/bundle.ts";
import type { Command } from "../model/command.ts";
import type { Effect } from "../model/effect.ts";
import type { Event } from "../model/event.ts";
import type { Problem } from "../model/problem.ts";
import type { InstanceState } from "../model/state.ts";
import { drain } from "./agenda.ts";
import type { CommandRule } from "./commands/command-rule.ts";
import { COMMANDS } from "./commands/index.ts";
import { askedOf } from "./may-do.ts";
import { REJECTIONS } from "./problems.ts";
import { DEFAULT_SETTINGS, Run } from "./run.ts";
import type { RunSettings } from "./run.ts";

export type Advanced =
  | {
      readonly ok: true;
      readonly state: InstanceState;
      readonly events: readonly Event[];
      readonly effects: readonly Effect[];
    }
  | { readonly ok: false; readonly problem: Problem };

/**
 * In: the bundle the instance is pinned to, its state (`undefined` before `start`), a command with actor and time.
 * Out: state, events, effects; or a rejection, after which nothing has changed. The input is never altered.
 * Throws only for a bug of the engine or a state that does not belong to this bundle.
 */
export function advance(
  bundle: Bundle,
  state: InstanceState | undefined,
  command: Command,
  settings: Partial<RunSettings> = {},
): Advanced {
  const rule = COMMANDS[command.type] as CommandRule;
  const refusal = refusalOf(state, command, rule);
  if (refusal !== undefined) return { ok: false, problem: refusal };
  const denied = settings.mayDo?.(askedOf(bundle, state, command));
  if (denied !== undefined) return { ok: false, problem: denied };
  const run = new Run(bundle, state, command, { ...DEFAULT_SETTINGS, ...settings });
  const rejection = rule.carryOut(run, command);
  if (rejection !== undefined) return { ok: false, problem: rejection };
  drain(run);
  return { ok: true, state: run.finished(), events: run.events, effects: run.effects };
}

function refusalOf(state: InstanceState | undefined, command: Command, rule: CommandRule): Problem | undefined {
  if (command.type === "start") return state === undefined ? undefined : REJECTIONS.alreadyStarted();
  if (state === undefined) return REJECTIONS.notStarted();
  if (state.status !== "running" && !rule.isAllowedAfterEnd) return REJECTIONS.notRunning();
  if (state.suspendedAt !== undefined && rule.isRefusedWhileSuspended) return REJECTIONS.suspended();
  return undefined;
}
