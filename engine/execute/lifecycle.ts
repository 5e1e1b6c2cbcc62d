/** The life of instances and tokens as data (BPMN 2.0 §13.3.2): a move that is not listed is a bug of ours and throws. */
import type { InstanceState } from "../model/state.ts";

const INSTANCE_MOVES = {
  none: ["running"],
  running: ["completed", "cancelled"],
  completed: [],
  cancelled: [],
} as const satisfies Record<InstanceState["status"] | "none", readonly InstanceState["status"][]>;

/** `gone` is a token that completed, was terminated or was consumed by a join: it is no longer in the state. */
type TokenState = "none" | "active" | "joining" | "incident" | "gone";

const TOKEN_MOVES = {
  none: ["active"],
  active: ["joining", "incident", "gone"],
  joining: ["gone"],
  incident: ["active", "gone"],
  gone: [],
} as const satisfies Record<TokenState, readonly TokenState[]>;

export function checkInstanceMove(from: InstanceState["status"] | "none", to: InstanceState["status"]): void {
  const moves: readonly string[] = INSTANCE_MOVES[from];
  if (!moves.includes(to)) throw new Error(`Expected no move of an instance from ${from} to ${to}, but it was made`);
}

export function checkTokenMove(id: string, from: TokenState, to: TokenState): void {
  const moves: readonly string[] = TOKEN_MOVES[from];
  if (!moves.includes(to)) throw new Error(`Expected no move of token ${id} from ${from} to ${to}, but it was made`);
}

export function tokenStateOf(
  token: { readonly incidentId?: string; readonly arrivedBy?: string; readonly resets?: unknown } | undefined,
): TokenState {
  if (token === undefined) return "none";
  if (token.incidentId !== undefined) return "incident";
  return token.arrivedBy === undefined && token.resets === undefined ? "active" : "joining";
}
