/**
 * Inclusive gateway (BPMN 2.0 §13.4.3): every true flow, else the default, else an incident; as a join it waits as long
 * as a token upstream can still reach a flow that has none.
 */
import type { FlowNode } from "../../model/process.ts";
import type { Token } from "../../model/state.ts";
import { passOn } from "../behavior.ts";
import type { Behavior } from "../behavior.ts";
import { sharedPath } from "../path.ts";
import { canStillCome } from "../reach.ts";
import type { Run } from "../run.ts";
import { arriveAtJoin, placeToken } from "../tokens.ts";

export const inclusiveGateway: Behavior<"inclusiveGateway"> = {
  isInstant: true,
  activate: (_run, _token, node, flowId) =>
    node.incoming.length < 2 || flowId === undefined
      ? passOn()
      : { ok: true, value: (run, token) => arriveAtJoin(run, token, flowId) },
  join: (run, waiting, node) => {
    if (!canStillCome(run, node, waiting)) fire(run, node, waiting);
  },
};

/** One token of each flow that has one; the surplus stays for the next time. */
function fire(run: Run, { id: elementId, incoming }: FlowNode, waiting: readonly Token[]): void {
  const consumed = incoming.flatMap((flowId) => waiting.find((token) => token.arrivedBy === flowId) ?? []);
  const scopeId = consumed[0]?.scopeId ?? "";
  const flowIds = consumed.flatMap((token) => token.arrivedBy ?? []);
  run.emit({ type: "joinFired", elementId, scopeId, flowIds, tokenIds: consumed.map((token) => token.id) });
  run.leave(placeToken(run, { scopeId, elementId, cameFrom: sharedPath(consumed) }));
}
