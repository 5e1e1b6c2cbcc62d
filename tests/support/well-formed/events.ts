/** Well-formed models of BPMN 2.0 §10.5 (events, tables 10.84–10.93): none may be refused. */
import {
  boundary,
  conditionalEvent,
  documentOf,
  end,
  errorEvent,
  escalationEvent,
  eventSubProcess,
  flows,
  message,
  messageEvent,
  node,
  processOf,
  signal,
  signalEvent,
  start,
  timer,
  userTask,
} from "../bpmn-builder.ts";

const ROOTS =
  message("m", "news", "=id") +
  message("m2", "more", "=id") +
  signal("s") +
  `<bpmn:error id="e" errorCode="broken" /><bpmn:escalation id="esc" escalationCode="late" />` +
  `<bpmn:timerEventDefinition id="daily"><bpmn:timeDuration>P1D</bpmn:timeDuration></bpmn:timerEventDefinition>`;
const one = (...content: readonly string[]): string => documentOf(ROOTS + processOf("p", ...content));
const between = (type: string, definition: string): string =>
  one(start(), node(type, "x", {}, definition), end(), flows("start > x > end"));
const catching = (definition: string): string => between("intermediateCatchEvent", definition);
const throwing = (definition: string): string => between("intermediateThrowEvent", definition);
const ending = (definition: string): string =>
  one(start(), userTask("a"), end("end", definition), flows("start > a > end"));
const attached = (definition: string, isInterrupting = true): string =>
  one(
    start(),
    userTask("a"),
    boundary("b", "a", definition, isInterrupting),
    end(),
    end("other"),
    flows("start > a > end", "b > other"),
  );
const within = (definition: string, isInterrupting = true): string =>
  one(
    start(),
    userTask("a"),
    flows("start > a"),
    eventSubProcess("es", definition, isInterrupting, userTask("b"), flows("esStart > b")),
  );
const link = `<bpmn:linkEventDefinition name="A" />`;

export const EVENTS: Readonly<Record<string, string>> = {
  "start on a message": one(start("start", messageEvent("m")), userTask("a"), flows("start > a")),
  "several starts": one(
    start(),
    start("other", messageEvent("m")),
    start("third", messageEvent("m2")),
    userTask("a"),
    flows("start > a", "other > a", "third > a"),
  ),
  "catch a date": catching(timer("timeDate", "2027-03-01T09:00:00+08:00")),
  "catch a duration": catching(timer("timeDuration", "PT2H30M")),
  "catch a time by expression": catching(timer("timeDuration", "=wait")),
  "catch a timer defined elsewhere": catching("<bpmn:eventDefinitionRef>daily</bpmn:eventDefinitionRef>"),
  "catch a message": catching(messageEvent("m")),
  "catch a signal": catching(signalEvent("s")),
  "catch a condition": catching(conditionalEvent("=n > 1")),
  "throw nothing": throwing(""),
  "throw a message": throwing(messageEvent("m")),
  "throw a signal": throwing(signalEvent("s")),
  "throw an escalation": throwing(escalationEvent("esc")),
  "a link": one(
    start(),
    node("intermediateThrowEvent", "x", {}, link),
    node("intermediateCatchEvent", "y", {}, link),
    end(),
    flows("start > x", "y > end"),
  ),
  "a link thrown from two places": one(
    start(),
    userTask("a"),
    ...["x", "z"].map((id) => node("intermediateThrowEvent", id, {}, link)),
    node("intermediateCatchEvent", "y", {}, link),
    end(),
    flows("start > a > x", "a > z", "y > end"),
  ),
  "end with a message": ending(messageEvent("m")),
  "end with a signal": ending(signalEvent("s")),
  "end with an error": ending(errorEvent("e")),
  "end with an escalation": ending(escalationEvent("esc")),
  "end of everything": ending("<bpmn:terminateEventDefinition />"),
  "boundary timer": attached(timer("timeDuration", "P3D")),
  "boundary timer that repeats": attached(timer("timeCycle", "R3/PT10M"), false),
  "boundary message": attached(messageEvent("m")),
  "boundary signal beside the work": attached(signalEvent("s"), false),
  "boundary condition": attached(conditionalEvent("=n > 1")),
  "boundary error": attached(errorEvent("e")),
  "boundary of any error": attached(errorEvent()),
  "boundary escalation beside the work": attached(escalationEvent("esc"), false),
  "event sub-process on a message": within(messageEvent("m")),
  "event sub-process on a timer, beside the work": within(timer("timeCycle", "R/PT1H"), false),
  "event sub-process on an error": within(errorEvent("e")),
  "event sub-process on a signal, beside the work": within(signalEvent("s"), false),
  "event sub-process on an escalation": within(escalationEvent("esc")),
  "event sub-process on a condition": within(conditionalEvent("=n > 1")),
};
