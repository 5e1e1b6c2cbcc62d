/**
 * Event-based gateway (BPMN 2.0 §13.4.4): waits for all events behind it; the first to come decides the way. A parallel
 * one has begun the process with one of them and waits for each of the others (§13.2, `starting.ts`).
 */
import type { Token } from "../../model/state.ts";
import type { Behavior, Opening } from "../behavior.ts";
import { planWait } from "../catchers.ts";
import { nodeIn, processOf } from "../read-state.ts";
import type { Run } from "../run.ts";

export const eventBasedGateway: Behavior<"eventBasedGateway"> = {
  activate: (run, token, node, begunBy) => {
    const process = processOf(run.bundle, run.state, token.scopeId);
    const openings: Opening[] = [];
    for (const flowId of node.outgoing) {
      if (flowId === begunBy) continue;
      const target = nodeIn(process, process.flows[flowId]?.targetId ?? "");
      if (target.kind !== "intermediateCatchEvent" && target.kind !== "receiveTask") {
        throw new Error(`Expected an event behind ${node.id}, but got ${target.kind}`);
      }
      const wait = planWait(run, token, target, target.event);
      if (!wait.ok) return wait;
      openings.push(wait.value);
    }
    return { ok: true, value: (own: Run, at: Token) => openings.forEach((open) => open(own, at)) };
  },
};
