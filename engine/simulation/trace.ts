/** What has happened in one short line an event, without ids of a run: equal stories have equal traces. */
import type { Event } from "../model/event.ts";

/** In: events of an instance. Out: the trace; what only keeps books (a scope's counters, who acted) has no line. */
export function traceOf(events: readonly Event[]): readonly string[] {
  return events.flatMap((event) => lineOf(event) ?? []);
}

function lineOf(event: Event): string | undefined {
  const at = "elementId" in event && event.elementId !== undefined ? ` ${event.elementId}` : "";
  switch (event.type) {
    case "processStarted":
      return `start ${event.processKey}`;
    case "tokenEntered":
      return `enter ${event.token.elementId}`;
    case "tokenCompleted":
      return `complete${at}`;
    case "tokenTerminated":
      return `terminate${at}`;
    case "flowTaken":
      return `flow ${event.flowId}`;
    case "tokenArrivedAtJoin":
      return `arrive${at} by ${event.flowId}`;
    case "joinFired":
      return `join${at} of ${event.flowIds.join(" ")}`;
    case "scopeEntered":
      return `open ${event.scope.elementId}`;
    case "scopeLeft":
      return `${event.terminated ? "abandon" : "close"}${at}`;
    case "variablesSet":
      return `set ${textOf(event.variables)}`;
    case "taskCreated":
      return `task ${event.task.elementId}`;
    case "taskClosed":
      return `task ${event.outcome}${at}`;
    case "jobCreated":
      return `job${at} ${event.jobType}`;
    case "jobClosed":
      return `job ${event.outcome}`;
    case "timerScheduled":
      return `timer ${event.timer.elementId} ${event.timer.dueAt}`;
    case "timerClosed":
      return `timer ${event.outcome}`;
    case "subscriptionOpened":
      return `wait ${event.subscription.elementId} message ${event.subscription.messageName}`;
    case "subscriptionClosed":
      return `message ${event.outcome}`;
    case "messageTaken":
      return "message taken";
    case "messagePublished":
      return `publish${at} ${event.messageName} ${event.correlationKey}`;
    case "signalAwaited":
      return `wait ${event.signal.elementId} signal ${event.signal.signalName}`;
    case "signalTaken":
      return "signal taken";
    case "signalWaitCancelled":
      return "signal cancelled";
    case "signalThrown":
      return `signal${at} ${event.signalName}`;
    case "conditionAwaited":
      return `wait ${event.condition.elementId} condition`;
    case "conditionChanged":
      return `condition ${event.isMet ? "true" : "false"}`;
    case "conditionClosed":
      return `condition ${event.outcome}`;
    case "escalationRaised":
      return `escalation${at} ${event.escalationCode}${by(event.caughtBy)}`;
    case "errorThrown":
      return `error${at} ${event.errorCode}${by(event.caughtBy)}`;
    case "compensationThrown":
      return `compensate${at}`;
    case "compensationTaken":
      return `undo${at}`;
    case "decisionEvaluated":
      return `decide${at} ${event.decisionKey} ${event.ruleIds.join(" ")}`;
    case "budgetStarted":
      return `budget ${event.budget.elementId} ${event.budget.dueAt}`;
    case "budgetChanged":
      return `budget ${event.change} ${event.budget.elementId} ${event.budget.dueAt}`;
    case "rungReached":
      return `rung${at} ${event.rungId}`;
    case "incidentRaised":
      return `incident ${event.incident.elementId} ${event.incident.code}`;
    case "sentBack":
      return `sent back ${event.fromElementId} to ${event.toElementId}`;
    case "caseStateSet":
      return `state ${event.caseState}`;
    case "compensationKept":
    case "loopAdvanced":
    case "localsSet":
    case "actorsRemembered":
      return undefined;
    default:
      return `${event.type}${at}`;
  }
}

const textOf = (variables: object): string => JSON.stringify(variables);
const by = (catcher: string | undefined): string => (catcher === undefined ? " uncaught" : ` caught by ${catcher}`);
