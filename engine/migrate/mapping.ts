/** The plan as questions: which process, which element, in both directions. */
import type { Bundle } from "../model/bundle.ts";
import type { FlowNode, ProcessDefinition } from "../model/process.ts";
import { own } from "../execute/read-state.ts";
import type { MigrationPlan } from "./plan.ts";

export class Mapping {
  private readonly from: Bundle;
  private readonly to: Bundle;
  readonly plan: MigrationPlan;

  constructor(from: Bundle, to: Bundle, plan: MigrationPlan) {
    this.from = from;
    this.to = to;
    this.plan = plan;
  }

  processKey(key: string): string {
    return own(this.plan.processes, key)?.to ?? key;
  }

  oldProcess(key: string): ProcessDefinition | undefined {
    return own(this.from.processes, key);
  }

  newProcess(oldKey: string): ProcessDefinition | undefined {
    return own(this.to.processes, this.processKey(oldKey));
  }

  /** Element that an element of the old process becomes, whether it is there or not. */
  elementId(key: string, id: string): string {
    return own(own(this.plan.processes, key)?.elements, id) ?? id;
  }

  oldNode(key: string, id: string): FlowNode | undefined {
    return own(this.oldProcess(key)?.nodes, id);
  }

  newNode(key: string, id: string): FlowNode | undefined {
    return own(this.newProcess(key)?.nodes, this.elementId(key, id));
  }

  /** Elements of the old process that become this one. */
  sources(key: string, newId: string): readonly string[] {
    const { elements = {} } = own(this.plan.processes, key) ?? {};
    const named = Object.keys(elements).filter((id) => elements[id] === newId);
    const isItself = own(elements, newId) === undefined && this.oldNode(key, newId) !== undefined;
    return isItself ? [...named, newId] : named;
  }
}
