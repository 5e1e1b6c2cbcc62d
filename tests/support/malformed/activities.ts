/** Ways to break activities: tasks, sub-processes, transactions, compensation, loops (BPMN 2.0 §10.3, §10.7). */
import { add, all, idOf, isNamed, remove } from "../xml-tree.ts";
import type { XmlNode } from "../xml-tree.ts";
import { ACTIVITIES, any, definitionsIn, each, has } from "./mutation.ts";
import type { Mutation } from "./mutation.ts";

const removeAll =
  (...names: readonly string[]) =>
  (node: XmlNode): void =>
    all(node, ...names).forEach(remove);
const owns =
  (name: string) =>
  (node: XmlNode): boolean =>
    node.children.some((child) => typeof child !== "string" && isNamed(child, name));
const isEventSubProcess = (node: XmlNode): boolean => node.attributes["triggeredByEvent"] === "true";
const set =
  (name: string, value: string) =>
  (node: XmlNode): void => {
    node.attributes[name] = value;
  };
const within = (node: XmlNode, tag: string): XmlNode => all(node, tag)[0] ?? node;
const defined =
  (kind: string) =>
  (node: XmlNode): boolean =>
    definitionsIn(node).some((definition) => isNamed(definition, `${kind}EventDefinition`));

const TASKS: readonly Mutation[] = [
  each("a job without a type", "BPMN_JOB_WITHOUT_TYPE", ["serviceTask"], any, removeAll("taskDefinition")),
  each("a receive task without a message", "BPMN_MESSAGE_WITHOUT_NAME", ["receiveTask"], any, (node) => {
    delete node.attributes["messageRef"];
  }),
  each("a message that is a task", "BPMN_REFERENCE_TYPE", ["receiveTask", "sendTask"], any, (node) =>
    set("messageRef", idOf(node))(node),
  ),
  each(
    "a message that is nowhere",
    "BPMN_UNRESOLVED_REFERENCE",
    ["receiveTask", "sendTask"],
    any,
    set("messageRef", "gone"),
  ),
  each("a script without a text", "BPMN_SCRIPT_EMPTY", ["scriptTask"], any, removeAll("script")),
  each("a script in JavaScript", "BPMN_EXPRESSION_LANGUAGE", ["scriptTask"], any, set("scriptFormat", "javascript")),
  each(
    "a rule task without a decision",
    "BPMN_RULE_WITHOUT_DECISION",
    ["businessRuleTask"],
    any,
    removeAll("calledDecision"),
  ),
  each("a call of nothing", "BPMN_CALL_WITHOUT_TARGET", ["callActivity"], any, (node) => {
    delete node.attributes["calledElement"];
    removeAll("calledElement")(node);
  }),
  each(
    "a mapping to no variable",
    "BPMN_MAPPING_TARGET",
    ACTIVITIES,
    (node) => has(node, "input"),
    (node) => set("target", "a b")(within(node, "input")),
  ),
  each(
    "a mapping of nothing",
    "BPMN_MAPPING_SOURCE",
    ACTIVITIES,
    (node) => has(node, "output"),
    (node) => set("source", "=")(within(node, "output")),
  ),
  each(
    "an extension of another kind of task",
    "BPMN_EXTENSION_MISPLACED",
    ["manualTask", "task"],
    (node) => !owns("extensionElements")(node) && !owns("documentation")(node) && !owns("incoming")(node),
    (node) =>
      add(node, `<bpmn:extensionElements><zeebe:script expression="=1" resultVariable="x" /></bpmn:extensionElements>`),
  ),
  each("a start quantity of none", "BPMN_QUANTITY", ACTIVITIES, any, set("startQuantity", "0")),
  each("a completion quantity below none", "BPMN_QUANTITY", ACTIVITIES, any, set("completionQuantity", "-1")),
];

const loops = ["multiInstanceLoopCharacteristics", "standardLoopCharacteristics"];
const LOOPS: readonly Mutation[] = [
  each(
    "as many as nobody says",
    "BPMN_LOOP_WITHOUT_COUNT",
    ACTIVITIES,
    owns("multiInstanceLoopCharacteristics"),
    removeAll("loopCardinality", "loopCharacteristics"),
  ),
  each(
    "fewer than none",
    "BPMN_LOOP_CARDINALITY",
    ACTIVITIES,
    (node) => has(node, "loopCardinality"),
    (node) => {
      within(node, "loopCardinality").children = ["-3"];
    },
  ),
  each("a number of turns below none", "BPMN_LOOP_MAXIMUM", ACTIVITIES, owns("standardLoopCharacteristics"), (node) =>
    set("loopMaximum", "-1")(within(node, "standardLoopCharacteristics")),
  ),
  each("a loop that nothing ends", "BPMN_LOOP_ENDLESS", ACTIVITIES, owns("standardLoopCharacteristics"), (node) => {
    const loop = within(node, "standardLoopCharacteristics");
    delete loop.attributes["loopMaximum"];
    loop.children = [];
  }),
  each(
    "a behavior that there is not",
    "BPMN_ATTRIBUTE_VALUE",
    ACTIVITIES,
    owns("multiInstanceLoopCharacteristics"),
    (node) => set("behavior", "Some")(within(node, "multiInstanceLoopCharacteristics")),
  ),
  each(
    "a collection that is a text",
    "BPMN_LOOP_COLLECTION",
    ACTIVITIES,
    (node) => has(node, "loopCharacteristics"),
    (node) => set("inputCollection", "people")(within(node, "loopCharacteristics")),
  ),
  each(
    "an event sub-process that repeats",
    "BPMN_LOOP_MISPLACED",
    ["subProcess"],
    (node) => isEventSubProcess(node) && !loops.some((name) => owns(name)(node)),
    (node) => add(node, `<bpmn:standardLoopCharacteristics loopMaximum="3" />`),
  ),
];

const SCOPES: readonly Mutation[] = [
  each("a flow to an event sub-process", "BPMN_EVENT_SUB_PROCESS_FLOW", ["subProcess"], isEventSubProcess, (node) => {
    const other = node.parent?.children.find((child) => typeof child !== "string" && isNamed(child, "userTask"));
    const source = other === undefined || typeof other === "string" ? idOf(node) : idOf(other);
    if (node.parent !== undefined) {
      add(node.parent, `<bpmn:sequenceFlow id="spoiled" sourceRef="${source}" targetRef="${idOf(node)}" />`);
    }
  }),
  each("a boundary of an event sub-process", "BPMN_BOUNDARY_HOST", ["subProcess"], isEventSubProcess, (node) => {
    if (node.parent !== undefined) {
      add(
        node.parent,
        `<bpmn:boundaryEvent id="spoiled" attachedToRef="${idOf(node)}"><bpmn:errorEventDefinition /></bpmn:boundaryEvent>`,
      );
    }
  }),
  each("two starts of an event sub-process", "BPMN_START_NOT_UNIQUE", ["subProcess"], isEventSubProcess, (node) => {
    add(node, `<bpmn:startEvent id="spoiled"><bpmn:errorEventDefinition /></bpmn:startEvent>`);
    return "spoiled";
  }),
  each("a cancel end without a transaction", "BPMN_CANCEL_MISPLACED", ["endEvent"], defined("cancel"), (node) => {
    if (node.parent !== undefined) node.parent.tag = "bpmn:subProcess";
  }),
  each(
    "a cancel at the boundary of no transaction",
    "BPMN_CANCEL_MISPLACED",
    ["boundaryEvent"],
    defined("cancel"),
    (_node, root) => {
      for (const transaction of all(root, "transaction")) transaction.tag = "bpmn:subProcess";
    },
  ),
  each("a cancel that nothing catches", "BPMN_CANCEL_UNCAUGHT", ["endEvent"], defined("cancel"), (_node, root) => {
    all(root, "boundaryEvent").filter(defined("cancel")).forEach(remove);
  }),
  each(
    "a handler that is for something else",
    "BPMN_COMPENSATION_HANDLER",
    ["boundaryEvent"],
    defined("compensate"),
    (_node, root) => {
      for (const handler of all(root, ...ACTIVITIES)) delete handler.attributes["isForCompensation"];
    },
  ),
  each(
    "a compensation without a handler",
    "BPMN_COMPENSATION_HANDLER",
    ["boundaryEvent"],
    defined("compensate"),
    (_node, root) => {
      all(root, "association").forEach(remove);
    },
  ),
  each(
    "a flow out of a handler",
    "BPMN_COMPENSATION_FLOW",
    ACTIVITIES,
    (node) => node.attributes["isForCompensation"] === "true",
    (node) => {
      if (node.parent !== undefined) {
        add(node.parent, `<bpmn:sequenceFlow id="spoiled" sourceRef="${idOf(node)}" targetRef="${idOf(node)}" />`);
      }
    },
  ),
  each(
    "a flow out of a compensation event",
    "BPMN_COMPENSATION_FLOW",
    ["boundaryEvent"],
    defined("compensate"),
    (node) => {
      if (node.parent !== undefined) {
        add(
          node.parent,
          `<bpmn:sequenceFlow id="spoiled" sourceRef="${idOf(node)}" targetRef="${node.attributes["attachedToRef"] ?? ""}" />`,
        );
      }
    },
  ),
  each(
    "a compensation of an event",
    "BPMN_COMPENSATION_TARGET",
    ["endEvent", "intermediateThrowEvent"],
    defined("compensate"),
    (node) => {
      definitionsIn(node).forEach((definition) => set("activityRef", idOf(node))(definition));
    },
  ),
  each(
    "an ad-hoc sub-process with a start event",
    "BPMN_AD_HOC_EVENT",
    ["subProcess"],
    (node) => !isEventSubProcess(node) && node.attributes["isForCompensation"] !== "true",
    (node) => {
      node.tag = "bpmn:adHocSubProcess";
      delete node.attributes["triggeredByEvent"];
      return idOf(within(node, "startEvent"));
    },
  ),
];

export const ACTIVITY_MUTATIONS: readonly Mutation[] = [...TASKS, ...LOOPS, ...SCOPES];
