/** Global tasks (BPMN 2.0 §10.3.6): called like a process, so each becomes a process of one task. */
import type { FlowNode, ProcessDefinition } from "../../model/process.ts";
import { conditionOf, feelOf, textOf } from "../element.ts";
import type { Element } from "../element.ts";
import { businessRule } from "./business-rule.ts";
import type { NodeHead } from "./node-head.ts";
import { rolesOf } from "./people.ts";
import { globalTaskData, processData } from "./process-data.ts";

type Builder = (task: Element, head: NodeHead) => FlowNode;

const BUILDERS: Readonly<Record<string, Builder>> = {
  "bpmn:GlobalTask": (_task, head) => ({ ...head, kind: "abstractTask" }),
  "bpmn:GlobalManualTask": (_task, head) => ({ ...head, kind: "manualTask" }),
  "bpmn:GlobalUserTask": (task, head) => ({
    ...head,
    kind: "userTask",
    people: rolesOf(task) ?? {},
    fieldRights: [],
    excludeActorOf: [],
  }),
  "bpmn:GlobalScriptTask": (task, head) => ({ ...head, kind: "scriptTask", script: globalScript(task) }),
  "bpmn:GlobalBusinessRuleTask": (task, head) => {
    const { decision, result } = businessRule(task);
    return { ...head, kind: "businessRuleTask", decisionKey: feelOf(decision), resultVariable: result };
  },
};

export function isGlobalTask(element: Element): boolean {
  return Object.hasOwn(BUILDERS, element.$type);
}

export const globalScript = (task: Element): string => conditionOf((textOf(task, "script") ?? "").trim());

export function globalTask(task: Element): ProcessDefinition {
  const key = textOf(task, "id") ?? "";
  const name = textOf(task, "name") ?? key;
  const [start, work, end] = [`${key}_start`, `${key}_task`, `${key}_end`];
  const head = { ...headOf(work, name, [start], [end]), ...globalTaskData(task) };
  const node = BUILDERS[task.$type]?.(task, head);
  if (node === undefined) throw new Error(`Expected a global task, but got ${task.$type}`);
  const none = { kind: "none" } as const;
  return {
    key,
    name,
    ...processData(task),
    scope: { startEvents: [start], nodeIds: [start, work, end] },
    nodes: {
      [start]: { ...headOf(start, "", [], [work]), kind: "startEvent", event: none },
      [work]: node,
      [end]: { ...headOf(end, "", [work], []), kind: "endEvent", event: none },
    },
    flows: Object.fromEntries([flowOf(start, work), flowOf(work, end)].map((flow) => [flow.id, flow])),
  };
}

/** A flow is called after where it leads. */
function flowOf(sourceId: string, targetId: string): ProcessDefinition["flows"][string] {
  return { id: `${targetId}_flow`, name: "", sourceId, targetId };
}

function headOf(id: string, name: string, from: readonly string[], to: readonly string[]): NodeHead {
  return {
    id,
    name,
    incoming: from.length === 0 ? [] : [`${id}_flow`],
    outgoing: to.map((target) => `${target}_flow`),
    inputs: [],
    outputs: [],
    boundary: [],
  };
}
