/** Whether one element can go on with what another had begun. */
import type { FlowNode } from "../model/process.ts";

/** Same kind of node, waiting for the same kind of event, repeated in the same way. */
export function isSameKind(one: FlowNode, other: FlowNode): boolean {
  return (
    one.kind === other.kind &&
    eventKindOf(one) === eventKindOf(other) &&
    isSameLoop(one, other) &&
    isSameRole(one, other)
  );
}

/** Of a multiple event the kinds of all its parts, in their order. */
export function eventKindOf(node: FlowNode): string | undefined {
  const event = "event" in node ? node.event : undefined;
  return event?.kind === "multiple"
    ? [String(event.isAll), ...event.events.map(({ kind }) => kind)].join(" ")
    : event?.kind;
}

export function isSameLoop({ loop: one }: FlowNode, { loop: other }: FlowNode): boolean {
  if (one === undefined || other === undefined) return one === other;
  return one.kind === "multi" && other.kind === "multi"
    ? one.isSequential === other.isSequential
    : one.kind === other.kind;
}

/** An event sub-process is no sub-process; a send task with a job is none with a message. */
function isSameRole(one: FlowNode, other: FlowNode): boolean {
  if (one.kind === "subProcess" && other.kind === "subProcess") {
    return one.isTriggeredByEvent === other.isTriggeredByEvent;
  }
  return one.kind !== "sendTask" || other.kind !== "sendTask" || (one.job === undefined) === (other.job === undefined);
}
