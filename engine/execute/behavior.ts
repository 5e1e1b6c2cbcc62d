/** What every kind of flow node must say about itself; the table of them is `behaviors/index.ts`. */
import type { JsonObject } from "../model/json.ts";
import type { FlowNodeKind, FlowNodeOf } from "../model/process.ts";
import type { Result } from "../model/problem.ts";
import type { Outcome, Token } from "../model/state.ts";
import type { Run } from "./run.ts";

/** The second half of an activation: emits, and can no longer fail. */
export type Opening = (run: Run, token: Token) => void;

export interface Behavior<K extends FlowNodeKind = FlowNodeKind> {
  /**
   * The token is here and its inputs are made. Evaluate first and answer a problem (an incident, nothing half done)
   * or what to open: work that waits, or `run.leave`.
   */
  activate(run: Run, token: Token, node: FlowNodeOf<K>, flowId: string | undefined): Result<Opening>;
  /** It never waits, so nothing is armed around it: no boundary timers, no budget. */
  readonly isInstant?: true;
  /** Work that 退回 can return to: it leaves a stop on the path. */
  readonly isActivity?: true;
  /** The event that it (or, for a boundary event, its host) waited for has come. */
  readonly caught?: (run: Run, token: Token, node: FlowNodeOf<K>, payload: JsonObject) => void;
  /** Its inner scope is done with these variables. */
  readonly scopeDone?: (node: FlowNodeOf<K>, variables: JsonObject) => Outcome;
  /** Tokens wait here, one or more; asked when nothing else can move, it fires or waits on. */
  readonly join?: (run: Run, waiting: readonly Token[], node: FlowNodeOf<K>) => void;
  /** Which flows a token takes; without it those of an activity (`flows.ts`). */
  readonly choose?: (run: Run, token: Token, node: FlowNodeOf<K>) => Result<readonly string[]>;
}

const PASS: Result<Opening> = { ok: true, value: (run, token) => run.leaveAtOnce(token.id) };

/** For whatever only passes the token on. */
export function passOn(): Result<Opening> {
  return PASS;
}
