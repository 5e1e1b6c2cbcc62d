/** A message flow leads from a sender in one pool to a receiver in another (BPMN 2.0 §7.6.2, table 7.4, §9.4). */
import type { Problem } from "../../model/problem.ts";
import { definitionsOf } from "../build/event-definition.ts";
import { childOf, childrenOf, isA } from "../element.ts";
import type { Element } from "../element.ts";
import { problemNear } from "./document-rule.ts";
import type { DocumentRule } from "./document-rule.ts";
import { processAround } from "./process-around.ts";

export const messageFlows: DocumentRule = (element) => {
  if (!isA(element, "bpmn:MessageFlow")) return [];
  const [source, target] = [childOf(element, "sourceRef"), childOf(element, "targetRef")];
  if (source === undefined || target === undefined) return [incomplete(element)];
  if (!canSend(source)) return [wrongEnd(element, "起点", "source")];
  if (!canReceive(target)) return [wrongEnd(element, "终点", "target")];
  const pool = poolOf(source, element);
  return pool !== undefined && pool === poolOf(target, element) ? [withinPool(element)] : [];
};

const ANYONE = ["bpmn:Participant", "bpmn:Activity", "bpmn:ConversationNode"];

/** Events send at an end or on the way, and only those of messages; a multiple event may hold one among others. */
function canSend(end: Element): boolean {
  if (isA(end, "bpmn:ThrowEvent")) return isMessage(end);
  return ANYONE.some((type) => isA(end, type));
}

/** A none start event may stand for "on a message" in a drawing. */
function canReceive(end: Element): boolean {
  if (isA(end, "bpmn:StartEvent")) return isMessage(end) || definitionsOf(end).length === 0;
  if (isA(end, "bpmn:CatchEvent")) return isMessage(end);
  return ANYONE.some((type) => isA(end, type));
}

function isMessage(event: Element): boolean {
  return definitionsOf(event).some((definition) => isA(definition, "bpmn:MessageEventDefinition"));
}

/** A pool is its participant, or the process that one of the participants stands for. */
function poolOf(end: Element, flow: Element): Element | undefined {
  if (isA(end, "bpmn:Participant")) return end;
  const process = processAround(end);
  const participants = childrenOf(flow.$parent, "participants");
  return participants.find((each) => process !== undefined && childOf(each, "processRef") === process) ?? process;
}

const incomplete = (flow: Element): Problem =>
  problemNear(flow, "BPMN_MESSAGE_FLOW_INCOMPLETE", "缺少起点或终点", "lacks a source or a target");

const wrongEnd = (flow: Element, zh: string, en: string): Problem =>
  problemNear(
    flow,
    "BPMN_MESSAGE_FLOW_END",
    `的${zh}不能收发消息：应为泳池、活动或消息事件`,
    `has a ${en} that neither sends nor receives: a pool, an activity or a message event is needed`,
  );

const withinPool = (flow: Element): Problem =>
  problemNear(
    flow,
    "BPMN_MESSAGE_FLOW_IN_POOL",
    "的两端在同一泳池内，应改用顺序流",
    "begins and ends in the same pool: a sequence flow is needed there",
  );
