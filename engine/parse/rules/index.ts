/** Every rule that a process must keep to be deployed, on one screen. */
import { gatewayDirection } from "./gateway-direction.ts";
import { wayOn } from "./way-on.ts";
import { instantiating } from "./instantiating.ts";
import { adHocInner } from "./ad-hoc-inner.ts";
import { adHoc } from "./ad-hoc.ts";
import { catchOnce } from "./catch-once.ts";
import { compensationStart } from "./compensation-start.ts";
import { flowTwice } from "./flow-twice.ts";
import { calledStart } from "./called-start.ts";
import { immediateFlow } from "./immediate-flow.ts";
import { privateProcess } from "./private-process.ts";
import { boundaryFlows } from "./boundary-flows.ts";
import { boundaryHost } from "./boundary-host.ts";
import { boundaryInterrupting } from "./boundary-interrupting.ts";
import { boundaryUnique } from "./boundary-unique.ts";
import { callActivityTarget } from "./call-activity-target.ts";
import { complexGateway } from "./complex-gateway.ts";
import { conditionPlace } from "./condition-place.ts";
import { conditionText } from "./condition-text.ts";
import { correlation } from "./correlation.ts";
import { dataAssociations } from "./data-associations.ts";
import { dataElements } from "./data-elements.ts";
import { decisionCalled } from "./decision-called.ts";
import { defaultFlow } from "./default-flow.ts";
import { endWithoutOutgoing } from "./end-without-outgoing.ts";
import { errorCode } from "./error-code.ts";
import { escalationCode } from "./escalation-code.ts";
import { eventKinds } from "./event-kinds.ts";
import { exclusiveFork } from "./exclusive-fork.ts";
import { extensionElements } from "./extension-elements.ts";
import { feelCompiles } from "./feel-compiles.ts";
import { flowEnds } from "./flow-ends.ts";
import { flowReferences } from "./flow-references.ts";
import { foreignAttributes } from "./foreign-attributes.ts";
import { formBinding } from "./form-binding.ts";
import { glCaseState } from "./gl-case-state.ts";
import { glClock } from "./gl-clock.ts";
import { glFieldRights } from "./gl-field-rights.ts";
import { glReferences } from "./gl-references.ts";
import { glSlot } from "./gl-slot.ts";
import { glDelegation } from "./gl-delegation.ts";
import { glStage } from "./gl-stage.ts";
import { ids } from "./ids.ts";
import { instantiatingTarget } from "./instantiating-target.ts";
import { jobType } from "./job-type.ts";
import { language } from "./language.ts";
import { linkEvents } from "./link-events.ts";
import { loops } from "./loops.ts";
import { mappings } from "./mappings.ts";
import { messageName } from "./message-name.ts";
import { conditionalEvent } from "./conditional-event.ts";
import { eventBasedGateway } from "./event-based-gateway.ts";
import { eventSubProcess } from "./event-sub-process.ts";
import { signalName } from "./signal-name.ts";
import { compensation } from "./compensation.ts";
import { transaction } from "./transaction.ts";
import type { Rule } from "./rule.ts";
import { quantities } from "./quantities.ts";
import { resources } from "./resources.ts";
import { scriptTask } from "./script-task.ts";
import { sendTaskWay } from "./send-task-way.ts";
import { startEvents } from "./start-events.ts";
import { startWithoutIncoming } from "./start-without-incoming.ts";
import { supportedElements } from "./supported-elements.ts";
import { timerDefinition } from "./timer-definition.ts";
import { unreachableNode } from "./unreachable-node.ts";
import { userTaskPeople } from "./user-task-people.ts";

/** What is not supported comes first: it explains the rest. */
export const RULES: readonly Rule[] = [
  supportedElements,
  eventKinds,
  ids,
  privateProcess,
  startEvents,
  startWithoutIncoming,
  endWithoutOutgoing,
  flowEnds,
  flowReferences,
  linkEvents,
  eventBasedGateway,
  instantiatingTarget,
  complexGateway,
  eventSubProcess,
  unreachableNode,
  boundaryHost,
  boundaryFlows,
  boundaryInterrupting,
  boundaryUnique,
  gatewayDirection,
  wayOn,
  instantiating,
  adHoc,
  adHocInner,
  catchOnce,
  compensationStart,
  flowTwice,
  immediateFlow,
  exclusiveFork,
  defaultFlow,
  conditionPlace,
  conditionText,
  userTaskPeople,
  resources,
  jobType,
  scriptTask,
  sendTaskWay,
  decisionCalled,
  callActivityTarget,
  calledStart,
  messageName,
  correlation,
  timerDefinition,
  loops,
  quantities,
  compensation,
  transaction,
  signalName,
  conditionalEvent,
  errorCode,
  escalationCode,
  mappings,
  feelCompiles,
  language,
  formBinding,
  extensionElements,
  foreignAttributes,
  dataElements,
  dataAssociations,
  glStage,
  glDelegation,
  glCaseState,
  glReferences,
  glClock,
  glSlot,
  glFieldRights,
];
