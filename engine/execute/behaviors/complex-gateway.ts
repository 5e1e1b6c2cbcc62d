/**
 * Complex gateway (BPMN 2.0 §13.4.5). Waiting for start: when the activation condition becomes true it takes one token of
 * each flow that has one and sends tokens on. Waiting for reset: when nothing can still come by the other flows it takes
 * what did come, asks the conditions of its flows once more, and waits for start again.
 */
import type { Json, JsonObject } from "../../model/json.ts";
import type { FlowNode, FlowNodeOf } from "../../model/process.ts";
import type { Result } from "../../model/problem.ts";
import type { Token } from "../../model/state.ts";
import { passOn } from "../behavior.ts";
import type { Behavior } from "../behavior.ts";
import { evaluateAt, evaluateStrictAt } from "../context.ts";
import { chooseAll } from "../flows.ts";
import { sharedPath } from "../path.ts";
import { INCIDENTS } from "../problems.ts";
import { canReach } from "../reach.ts";
import type { Run } from "../run.ts";
import { arriveAtJoin, placeToken } from "../tokens.ts";
import { refused } from "../values.ts";

type ComplexGateway = FlowNodeOf<"complexGateway">;

export const complexGateway: Behavior<"complexGateway"> = {
  isInstant: true,
  activate: (run, token, node, flowId) => {
    if (flowId === undefined || (node.incoming.length < 2 && node.activation === undefined)) return passOn();
    const { resetting, arrived } = tokensAt(node, run.tokensIn(token.scopeId));
    const coming = [...arrived, { ...token, arrivedBy: flowId }];
    const isActive = resetting === undefined ? activates(run, node, coming) : NOT_YET;
    if (!isActive.ok) return isActive;
    return {
      ok: true,
      value: () => {
        arriveAtJoin(run, token, flowId);
        if (isActive.value) begin(run, node, coming);
      },
    };
  },
  join: (run, waiting, node) => {
    const { resetting, arrived } = tokensAt(node, waiting);
    if (resetting !== undefined) reset(run, node, resetting, arrived);
    else if (isActiveNow(run, node, arrived)) begin(run, node, arrived);
  },
  /** In its second phase it may send nothing on; in the first that is an incident. */
  choose: (run, token, node) => {
    const isReset = token.locals?.["waitingForStart"] === false;
    const chosen = chooseAll(run, token, node);
    const isNone = !chosen.ok && chosen.problems.some(({ code }) => code === INCIDENTS.noFlowTrue().code);
    return isReset && isNone ? NO_FLOWS : chosen;
  },
};

const NOT_YET: Result<boolean> = { ok: true, value: false };
const NO_FLOWS: Result<readonly string[]> = { ok: true, value: [] };

interface Here {
  /** Stands for the state "waiting for reset". */
  readonly resetting: Token | undefined;
  readonly arrived: readonly Token[];
}

function tokensAt({ id }: FlowNode, tokens: readonly Token[]): Here {
  const here = tokens.filter(({ elementId }) => elementId === id);
  return {
    resetting: here.find(({ resets }) => resets !== undefined),
    arrived: here.filter(({ arrivedBy }) => arrivedBy !== undefined),
  };
}

/** Without a condition the first token activates it. */
function activates(run: Run, node: ComplexGateway, arrived: readonly Token[]): Result<boolean> {
  if (node.activation === undefined) return { ok: true, value: true };
  const result = evaluateStrictAt(run, node.activation, placeOf(node, arrived));
  if (!result.ok) return result;
  return typeof result.value === "boolean"
    ? { ok: true, value: result.value }
    : refused(INCIDENTS.activationNotBoolean(node.id));
}

/** Asked again when nothing else moves, because variables may have changed. */
function isActiveNow(run: Run, node: ComplexGateway, arrived: readonly Token[]): boolean {
  if (arrived.length === 0) return false;
  if (node.activation === undefined) return true;
  const result = evaluateAt(run, node.activation, placeOf(node, arrived));
  return result.ok && result.value === true;
}

/** `activationCount` is the number of tokens that have arrived; each flow's own number stands under its id (§10.6.5). */
function placeOf(node: ComplexGateway, arrived: readonly Token[]): { scopeId: string; visible: JsonObject } {
  const perFlow = node.incoming.map((flowId): [string, Json] => [
    flowId,
    arrived.filter(({ arrivedBy }) => arrivedBy === flowId).length,
  ]);
  const visible = { ...Object.fromEntries(perFlow), activationCount: arrived.length, waitingForStart: true };
  return { scopeId: arrived[0]?.scopeId ?? "", visible };
}

function begin(run: Run, node: ComplexGateway, arrived: readonly Token[]): void {
  const consumed = onePerFlow(node.incoming, arrived);
  const resets = consumed.flatMap(({ arrivedBy }) => arrivedBy ?? []);
  const scopeId = consumed[0]?.scopeId ?? "";
  consume(run, node, scopeId, consumed, resets);
  const entry = { scopeId, elementId: node.id, cameFrom: sharedPath(consumed) };
  // One way in alone has nothing more to wait for.
  if (node.incoming.length > 1) placeToken(run, { ...entry, resets });
  sendOn(run, entry, { activationCount: arrived.length, waitingForStart: true });
}

function reset(run: Run, node: ComplexGateway, resetting: Token, arrived: readonly Token[]): void {
  const { resets = [], scopeId, cameFrom } = resetting;
  const fresh = arrived.filter(({ arrivedBy }) => !resets.includes(arrivedBy ?? ""));
  const known = new Set([...resets, ...fresh.flatMap(({ arrivedBy }) => arrivedBy ?? [])]);
  if (canReach(run, node, scopeId, known)) return;
  const consumed = onePerFlow(node.incoming, fresh);
  const flowIds = consumed.flatMap(({ arrivedBy }) => arrivedBy ?? []);
  consume(run, node, scopeId, [resetting, ...consumed], flowIds);
  const entry = { scopeId, elementId: node.id, cameFrom };
  sendOn(run, entry, { activationCount: consumed.length, waitingForStart: false });
}

function onePerFlow(incoming: readonly string[], arrived: readonly Token[]): readonly Token[] {
  return incoming.flatMap((flowId) => arrived.find(({ arrivedBy }) => arrivedBy === flowId) ?? []);
}

function consume(
  run: Run,
  { id: elementId }: FlowNode,
  scopeId: string,
  tokens: readonly Token[],
  flowIds: readonly string[],
): void {
  run.emit({ type: "joinFired", elementId, scopeId, flowIds, tokenIds: tokens.map(({ id }) => id) });
}

/** The conditions of its flows can read which phase it is in (§13.4.5). */
function sendOn(run: Run, entry: Parameters<typeof placeToken>[1], locals: JsonObject): void {
  run.leave(placeToken(run, { ...entry, locals }));
}
