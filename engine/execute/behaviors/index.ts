/** What the engine supports, on one screen: a new kind does not compile until it has a behavior. */
import type { FlowNodeKind } from "../../model/process.ts";
import type { Behavior } from "../behavior.ts";
import { abstractTask } from "./abstract-task.ts";
import { adHocSubProcess } from "./ad-hoc-sub-process.ts";
import { boundaryEvent } from "./boundary-event.ts";
import { businessRuleTask } from "./business-rule-task.ts";
import { callActivity } from "./call-activity.ts";
import { complexGateway } from "./complex-gateway.ts";
import { endEvent } from "./end-event.ts";
import { eventBasedGateway } from "./event-based-gateway.ts";
import { exclusiveGateway } from "./exclusive-gateway.ts";
import { inclusiveGateway } from "./inclusive-gateway.ts";
import { intermediateCatchEvent } from "./intermediate-catch-event.ts";
import { intermediateThrowEvent } from "./intermediate-throw-event.ts";
import { manualTask } from "./manual-task.ts";
import { parallelGateway } from "./parallel-gateway.ts";
import { receiveTask } from "./receive-task.ts";
import { scriptTask } from "./script-task.ts";
import { sendTask } from "./send-task.ts";
import { serviceTask } from "./service-task.ts";
import { startEvent } from "./start-event.ts";
import { subProcess } from "./sub-process.ts";
import { userTask } from "./user-task.ts";

export const BEHAVIORS = {
  startEvent,
  endEvent,
  intermediateCatchEvent,
  intermediateThrowEvent,
  boundaryEvent,
  exclusiveGateway,
  parallelGateway,
  inclusiveGateway,
  eventBasedGateway,
  complexGateway,
  abstractTask,
  manualTask,
  userTask,
  serviceTask,
  businessRuleTask,
  scriptTask,
  sendTask,
  receiveTask,
  subProcess,
  adHocSubProcess,
  callActivity,
} satisfies { readonly [K in FlowNodeKind]: Behavior<K> };
