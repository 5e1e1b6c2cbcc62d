/** What the attributes of a flow are called, and their values in the words of the pack. */
import { typeName } from "../../../engine/parse/type-names.ts";
import { currentLanguage } from "../../app/i18n.ts";
import { readCandidateGroups } from "../edit/candidate-groups.ts";
import { labelOf, type Choice, type FlowContent } from "../edit/flow-content.ts";
import type { Difference } from "./flow-changes.ts";

/** Chinese, then English. `{detail}` is which of many. */
const words: Readonly<Record<string, readonly [string, string]>> = {
  $type: ["类型", "Type"],
  name: ["名称", "Name"],
  documentation: ["说明", "Documentation"],
  isExecutable: ["可执行", "Executable"],
  sourceRef: ["起点", "From"],
  targetRef: ["终点", "To"],
  conditionExpression: ["条件", "Condition"],
  default: ["缺省去向", "Default flow"],
  attachedToRef: ["所附环节", "Attached to"],
  cancelActivity: ["触发后中断所附环节", "Interrupts the step"],
  triggeredByEvent: ["由事件触发", "Triggered by an event"],
  calledElement: ["调用的流程", "Called flow"],
  "gl:stage": ["办理环节", "Stage"],
  "gl:caseState": ["案件状态", "Case state"],
  "gl:excludeActorOf": ["不得由同一人办理", "Not the same person as"],
  "gl:Clock.limit": ["时限", "Limit"],
  "gl:Ladder.key": ["时限阶梯", "Ladder"],
  "gl:Slot.id": ["可替换环节编码", "Slot key"],
  "gl:Slot.in": ["可替换环节的输入", "Slot: variables in"],
  "gl:Slot.out": ["可替换环节的输出", "Slot: variables out"],
  "gl:Extend.activity": ["延长哪个环节的时限", "Step whose limit is lengthened"],
  "gl:Extend.by": ["延长多少", "Lengthened by"],
  "gl:Field.right": ["字段“{detail}”的权限", "Right on field {detail}"],
  "zeebe:FormDefinition.formId": ["表单", "Form"],
  "zeebe:AssignmentDefinition.candidateGroups": ["办理岗位", "Posts"],
  "zeebe:AssignmentDefinition.candidateUsers": ["候选人员", "Candidate people"],
  "zeebe:AssignmentDefinition.assignee": ["指定办理人", "Assignee"],
  "zeebe:PriorityDefinition.priority": ["优先级", "Priority"],
  "zeebe:TaskSchedule.dueDate": ["到期时间", "Due date"],
  "zeebe:TaskDefinition.type": ["自动任务类型", "Job type"],
  "zeebe:TaskDefinition.retries": ["重试次数", "Tries"],
  "zeebe:CalledDecision.decisionId": ["决策表", "Decision table"],
  "zeebe:CalledDecision.resultVariable": ["结果变量", "Result variable"],
  "zeebe:CalledElement.processId": ["调用的流程", "Called flow"],
  "zeebe:CalledElement.propagateAllChildVariables": ["带回全部变量", "All variables come back"],
  "zeebe:Input.source": ["输入变量“{detail}”", "Input {detail}"],
  "zeebe:Output.source": ["输出变量“{detail}”", "Output {detail}"],
  "zeebe:Header.value": ["任务参数“{detail}”", "Header {detail}"],
  "zeebe:Property.value": ["扩展属性“{detail}”", "Property {detail}"],
  "zeebe:UserTask": ["人工任务", "User task"],
  "bpmn:TimerEventDefinition": ["定时事件", "Timer"],
  "bpmn:MessageEventDefinition": ["消息事件", "Message"],
  "bpmn:ErrorEventDefinition": ["错误事件", "Error"],
  "bpmn:EscalationEventDefinition": ["升级事件", "Escalation"],
  "bpmn:TerminateEventDefinition": ["终止事件", "Terminate"],
  "bpmn:TimerEventDefinition.timeDuration": ["等待时长", "Duration"],
  "bpmn:TimerEventDefinition.timeDate": ["定时时刻", "Date"],
  "bpmn:TimerEventDefinition.timeCycle": ["循环周期", "Cycle"],
  "bpmn:MessageEventDefinition.messageRef": ["消息", "Message"],
  "bpmn:ErrorEventDefinition.errorRef": ["错误", "Error"],
  "bpmn:EscalationEventDefinition.escalationRef": ["升级代码", "Escalation"],
  "bpmn:MultiInstanceLoopCharacteristics": ["多实例", "Multi-instance"],
};

/** An attribute that nobody gave a word is called as the file calls it. */
export function sayFact({ key, detail = "" }: Pick<Difference, "key" | "detail">): string {
  const found = Object.hasOwn(words, key) ? words[key] : undefined;
  const named = key === "gl:Field.right" ? detail.replace(/^\//, "") : detail;
  if (found === undefined) return detail === "" ? key : `${key} ${detail}`;
  return found[currentLanguage() === "en" ? 1 : 0].replace("{detail}", named);
}

function listsOf(content: FlowContent): Readonly<Record<string, readonly Choice[]>> {
  return {
    "gl:stage": content.stages,
    "gl:caseState": content.states,
    "gl:Clock.limit": content.limits,
    "gl:Ladder.key": content.ladders,
    "zeebe:FormDefinition.formId": content.forms,
    "zeebe:CalledDecision.decisionId": content.decisions,
    "zeebe:CalledElement.processId": content.processes,
  };
}

function sayPeople(content: FlowContent, value: string): string {
  const groups = readCandidateGroups(value);
  if (groups === undefined) return value;
  return groups
    .map((group) =>
      group.kind === "expression"
        ? group.text
        : `${labelOf(content.units, group.unit)} · ${labelOf(content.roles, group.role)}`,
    )
    .join(currentLanguage() === "en" ? ", " : "、");
}

/** A field without a right of its own can be edited. */
const rights: Readonly<Record<string, readonly [string, string]>> = {
  editable: ["可编辑", "editable"],
  readOnly: ["只读", "read only"],
  hidden: ["隐藏", "hidden"],
};

/** `names` are those of the elements by id. */
export function sayValue(
  content: FlowContent,
  names: ReadonlyMap<string, string>,
  key: string,
  value: string | undefined,
): string {
  if (key === "gl:Field.right") return rights[value ?? "editable"]?.[currentLanguage() === "en" ? 1 : 0] ?? value ?? "";
  if (value === undefined || value === "") return currentLanguage() === "en" ? "none" : "无";
  if (key === "$type") return typeName({ $type: value })[currentLanguage() === "en" ? "en" : "zh"];
  if (/Ref$|^default$/.test(key)) return names.get(value) ?? value;
  if (key === "gl:excludeActorOf")
    return value
      .split(/\s+/)
      .map((id) => names.get(id) ?? id)
      .join("、");
  if (key === "zeebe:AssignmentDefinition.candidateGroups") return sayPeople(content, value);
  if (value === "true" || value === "false") {
    const [yes, no] = currentLanguage() === "en" ? ["yes", "no"] : ["是", "否"];
    return value === "true" ? yes : no;
  }
  const lists = listsOf(content);
  return labelOf(Object.hasOwn(lists, key) ? (lists[key] ?? []) : [], value);
}
