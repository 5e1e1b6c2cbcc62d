/** Ways to break events: where each kind may stand (BPMN 2.0 tables 10.84–10.93), boundaries, timers, links. */
import { add, all, idOf, isNamed, remove } from "../xml-tree.ts";
import type { XmlNode } from "../xml-tree.ts";
import { any, byId, definitionsIn, each, flowsFrom, has } from "./mutation.ts";
import type { Mutation } from "./mutation.ts";

const WRONG: Readonly<Record<string, readonly string[]>> = {
  startEvent: ["terminate", "cancel", "link"],
  endEvent: ["timer", "conditional", "link"],
  intermediateCatchEvent: ["terminate", "error", "escalation", "compensate", "cancel"],
  intermediateThrowEvent: ["timer", "conditional", "error", "terminate", "cancel"],
  boundaryEvent: ["terminate", "link"],
};

const misplaced = Object.entries(WRONG).flatMap(([event, kinds]) =>
  kinds.map((kind) =>
    each(`${event} with a ${kind} definition`, "BPMN_EVENT_MISPLACED", [event], any, (node) => {
      definitionsIn(node).forEach(remove);
      add(node, `<bpmn:${kind}EventDefinition />`);
    }),
  ),
);

const defined =
  (kind: string) =>
  (node: XmlNode): boolean =>
    definitionsIn(node).some((definition) => isNamed(definition, `${kind}EventDefinition`));
const isCompensation = defined("compensate");
const undefine = (node: XmlNode): void => definitionsIn(node).forEach(remove);
const isOfEventSubProcess = (node: XmlNode): boolean => node.parent?.attributes["triggeredByEvent"] === "true";
const definition = (node: XmlNode): XmlNode | undefined => definitionsIn(node)[0];
const referred = (node: XmlNode, root: XmlNode, name: string, tag: string): XmlNode | undefined =>
  all(root, tag).find((each) => idOf(each) === definition(node)?.attributes[name]);
const timerPart = (node: XmlNode): XmlNode | undefined => all(node, "timeDate", "timeDuration", "timeCycle")[0];
const link = `<bpmn:linkEventDefinition name="A" />`;
const CATCHING = ["startEvent", "intermediateCatchEvent", "boundaryEvent"];
const ALL = [...CATCHING, "endEvent", "intermediateThrowEvent"];

const TRIGGERS: readonly Mutation[] = [
  each("nothing to wait for", "BPMN_EVENT_WITHOUT_TRIGGER", ["intermediateCatchEvent"], any, undefine),
  each("nothing to catch at the boundary", "BPMN_EVENT_WITHOUT_TRIGGER", ["boundaryEvent"], any, undefine),
  each(
    "an event sub-process without a trigger",
    "BPMN_START_WITHOUT_TRIGGER",
    ["startEvent"],
    isOfEventSubProcess,
    undefine,
  ),
  each(
    "a start event of a sub-process with a trigger",
    "BPMN_START_TRIGGERED",
    ["startEvent"],
    (node) => isNamed(node.parent, "subProcess", "transaction") && !isOfEventSubProcess(node),
    (node) => add(node, "<bpmn:messageEventDefinition />"),
  ),
  each(
    "a timer without a time",
    "BPMN_TIMER_NOT_ONE",
    ALL,
    (node) => timerPart(node) !== undefined,
    (node) => {
      const part = timerPart(node);
      if (part !== undefined) remove(part);
    },
  ),
  each("a timer with two times", "BPMN_TIMER_NOT_ONE", ALL, defined("timer"), (node) => {
    const other = isNamed(timerPart(node), "timeDate") ? "timeDuration" : "timeDate";
    const found = definition(node);
    if (found !== undefined) add(found, `<bpmn:${other}>P1D</bpmn:${other}>`);
  }),
  each(
    "a time that is none",
    "BPMN_TIMER_INVALID",
    ALL,
    (node) => timerPart(node) !== undefined,
    (node) => {
      timerPart(node)?.children.splice(0, 1, "tomorrow");
    },
  ),
  each("a condition that is empty", "BPMN_EVENT_WITHOUT_CONDITION", ALL, defined("conditional"), (node) => {
    all(node, "condition").forEach(remove);
  }),
  each("a signal without a name", "BPMN_SIGNAL_WITHOUT_NAME", ALL, defined("signal"), (node, root) => {
    delete referred(node, root, "signalRef", "signal")?.attributes["name"];
  }),
  each("no signal", "BPMN_SIGNAL_WITHOUT_NAME", ALL, defined("signal"), (node) => {
    delete definition(node)?.attributes["signalRef"];
  }),
  each("no message", "BPMN_MESSAGE_WITHOUT_NAME", ALL, defined("message"), (node) => {
    delete definition(node)?.attributes["messageRef"];
  }),
  each("an error that is thrown without a code", "BPMN_ERROR_WITHOUT_CODE", ["endEvent"], defined("error"), (node) => {
    delete definition(node)?.attributes["errorRef"];
  }),
  each(
    "an escalation that is thrown without a code",
    "BPMN_ESCALATION_WITHOUT_CODE",
    ["endEvent", "intermediateThrowEvent"],
    defined("escalation"),
    (node) => {
      delete definition(node)?.attributes["escalationRef"];
    },
  ),
];

const references = ["message", "signal", "error", "escalation"].flatMap((kind) => {
  const name = `${kind}Ref`;
  const refers = (node: XmlNode): boolean => definition(node)?.attributes[name] !== undefined;
  const refer = (to: (node: XmlNode) => string) => (node: XmlNode) => {
    const found = definition(node);
    if (found !== undefined) found.attributes[name] = to(node);
  };
  return [
    each(
      `a ${name} that leads nowhere`,
      "BPMN_UNRESOLVED_REFERENCE",
      ALL,
      refers,
      refer(() => "gone"),
    ),
    each(`a ${name} that leads to an event`, "BPMN_REFERENCE_TYPE", ALL, refers, refer(idOf)),
  ];
});

const BOUNDARIES: readonly Mutation[] = [
  each("a boundary event at nothing", "BPMN_BOUNDARY_HOST", ["boundaryEvent"], any, (node) => {
    delete node.attributes["attachedToRef"];
  }),
  each("a boundary event at an event", "BPMN_BOUNDARY_HOST", ["boundaryEvent"], any, (node) => {
    node.attributes["attachedToRef"] = idOf(node);
  }),
  each("a boundary event at something that is nowhere", "BPMN_UNRESOLVED_REFERENCE", ["boundaryEvent"], any, (node) => {
    node.attributes["attachedToRef"] = "gone";
  }),
  each("a flow into a boundary event", "BPMN_FLOW_INTO_BOUNDARY", ["boundaryEvent"], any, (node) => {
    const host = node.attributes["attachedToRef"] ?? "";
    if (node.parent !== undefined) {
      add(node.parent, `<bpmn:sequenceFlow id="spoiled" sourceRef="${host}" targetRef="${idOf(node)}" />`);
    }
  }),
  each(
    "a boundary event that leads nowhere",
    "BPMN_BOUNDARY_NO_WAY_ON",
    ["boundaryEvent"],
    (node) => !isCompensation(node),
    (node, root) => flowsFrom(root, node).forEach(remove),
  ),
  each(
    "an error or cancel beside the work",
    "BPMN_ERROR_NOT_INTERRUPTING",
    ["boundaryEvent"],
    (node) => defined("error")(node) || defined("cancel")(node),
    (node) => {
      node.attributes["cancelActivity"] = "false";
    },
  ),
  each(
    "an error that starts an event sub-process beside the work",
    "BPMN_ERROR_NOT_INTERRUPTING",
    ["startEvent"],
    defined("error"),
    (node) => {
      node.attributes["isInterrupting"] = "false";
    },
  ),
  each(
    "a compensation that starts an event sub-process beside the work",
    "BPMN_COMPENSATION_NOT_INTERRUPTING",
    ["startEvent"],
    isCompensation,
    (node) => {
      node.attributes["isInterrupting"] = "false";
    },
  ),
  each(
    "the same caught twice",
    "BPMN_CAUGHT_TWICE",
    ["boundaryEvent"],
    (node) => ["error", "escalation", "cancel", "compensate"].some((kind) => defined(kind)(node)),
    (node) => {
      const found = definition(node);
      if (node.parent === undefined || found === undefined) return "";
      const attributes = Object.entries(found.attributes).map(([name, value]) => ` ${name}="${value}"`);
      const host = node.attributes["attachedToRef"] ?? "";
      add(
        node.parent,
        `<bpmn:boundaryEvent id="spoiled" attachedToRef="${host}"><${found.tag}${attributes.join("")} /></bpmn:boundaryEvent>`,
      );
      return "spoiled";
    },
  ),
];

const linked = defined("link");
const LINKS: readonly Mutation[] = [
  each("a link without a name", "BPMN_LINK_WITHOUT_NAME", ALL, linked, (node) => {
    const found = definition(node);
    if (found !== undefined) found.attributes["name"] = "";
  }),
  each("a link that nothing else names", "BPMN_LINK_ALONE", ["intermediateThrowEvent"], linked, (node) => {
    const found = definition(node);
    if (found !== undefined) found.attributes["name"] = "B";
  }),
  each("a link that two events catch", "BPMN_LINK_AMBIGUOUS", ["intermediateThrowEvent"], linked, (node) => {
    if (node.parent !== undefined) {
      add(node.parent, `<bpmn:intermediateCatchEvent id="spoiled">${link}</bpmn:intermediateCatchEvent>`);
    }
  }),
  each(
    "a flow out of a thrown link",
    "BPMN_LINK_FLOW",
    ["intermediateThrowEvent"],
    (node, root) => linked(node) && has(root, "endEvent"),
    (node, root) => {
      if (node.parent !== undefined) {
        const target = idOf(all(root, "endEvent")[0] ?? node);
        add(node.parent, `<bpmn:sequenceFlow id="spoiled" sourceRef="${idOf(node)}" targetRef="${target}" />`);
      }
    },
  ),
  each(
    "a flow to a caught link",
    "BPMN_LINK_FLOW",
    ["intermediateCatchEvent"],
    (node, root) => linked(node) && byId(root, "start") !== undefined,
    (node) => {
      if (node.parent !== undefined) {
        add(node.parent, `<bpmn:sequenceFlow id="spoiled" sourceRef="start" targetRef="${idOf(node)}" />`);
      }
    },
  ),
];

export const EVENT_MUTATIONS: readonly Mutation[] = [...misplaced, ...TRIGGERS, ...references, ...BOUNDARIES, ...LINKS];
