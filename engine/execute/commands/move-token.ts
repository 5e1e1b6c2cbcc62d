/** An operator puts a token on another element of its scope: its work ends, inner scopes first, before it enters there. */
import type { CommandOf } from "../../model/command.ts";
import type { FlowNode, ProcessDefinition } from "../../model/process.ts";
import { OFFICE_REJECTIONS } from "../office-problems.ts";
import { isInstance, own, processOf, scopeAt, tokenAt } from "../read-state.ts";
import type { Rejection, Run } from "../run.ts";
import { enterElement, terminateToken } from "../tokens.ts";
import type { CommandRule } from "./command-rule.ts";

export const moveToken: CommandRule<"moveToken"> = { isRefusedWhileSuspended: true, carryOut };

function carryOut(run: Run, command: CommandOf<"moveToken">): Rejection {
  const { tokenId, toElementId, flowId, variables, reason } = command;
  const token = own(run.state.tokens, tokenId) && tokenAt(run.state, tokenId);
  if (token === undefined) return OFFICE_REJECTIONS.tokenNotFound();
  if (isInstance(run.state, token)) return OFFICE_REJECTIONS.moveInLoop();
  if (token.compensates !== undefined) return OFFICE_REJECTIONS.moveInCompensation();
  const refusal = targetRefusal(run, token.scopeId, toElementId, flowId);
  if (refusal !== undefined) return refusal;
  const { scopeId, elementId: fromElementId, cameFrom } = token;
  run.emit({ type: "tokenMoved", tokenId, scopeId, fromElementId, toElementId, reason });
  terminateToken(run, tokenId, "cancelled", reason);
  if (variables !== undefined) run.emit({ type: "variablesSet", scopeId, variables, reason });
  enterElement(run, { scopeId, elementId: toElementId, cameFrom }, flowId);
  return undefined;
}

function targetRefusal(run: Run, scopeId: string, elementId: string, flowId: string | undefined): Rejection {
  const process = processOf(run.bundle, run.state, scopeId);
  const node = own(process.nodes, elementId);
  const { elementId: scopeElement } = scopeAt(run.state, scopeId);
  const parent = scopeElement === process.key ? undefined : scopeElement;
  if (node === undefined || node.parentId !== parent) return OFFICE_REJECTIONS.moveUnknown(elementId);
  if (!canBeEntered(process, node)) return OFFICE_REJECTIONS.moveForbidden(elementId);
  const isFlow = flowId === undefined || own(process.flows, flowId)?.targetId === elementId;
  return isFlow ? undefined : OFFICE_REJECTIONS.moveFlow(flowId);
}

/** A flow could lead there: what is triggered, and what undoes, has no way in (BPMN 2.0 §10.5.4, §10.7). */
export function canBeEntered(process: ProcessDefinition, node: FlowNode): boolean {
  if (node.kind === "boundaryEvent" || (node.kind === "subProcess" && node.isTriggeredByEvent === true)) return false;
  return !Object.values(process.nodes).some((other) => other.kind === "boundaryEvent" && other.handlerId === node.id);
}
