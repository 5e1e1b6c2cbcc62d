/** What people call the elements that a diagram can hold, for messages about them. */
import { localType, textOf } from "./element.ts";
import type { Element } from "./element.ts";

const ZH: Readonly<Record<string, string>> = {
  InclusiveGateway: "包容网关",
  ComplexGateway: "复杂网关",
  EventBasedGateway: "事件网关",
  ExclusiveGateway: "排他网关",
  ParallelGateway: "并行网关",
  ScriptTask: "脚本任务",
  AdHocSubProcess: "自由子流程",
  Transaction: "事务子流程",
  SubProcess: "子流程",
  SubChoreography: "子编排",
  CallChoreography: "调用编排",
  ChoreographyTask: "编排任务",
  Choreography: "编排",
  GlobalTask: "全局任务",
  GlobalUserTask: "全局用户任务",
  GlobalManualTask: "全局手工任务",
  GlobalScriptTask: "全局脚本任务",
  GlobalBusinessRuleTask: "全局规则任务",
  GlobalConversation: "全局会话",
  SignalEventDefinition: "信号事件",
  ConditionalEventDefinition: "条件事件",
  LinkEventDefinition: "链接事件",
  CompensateEventDefinition: "补偿事件",
  CancelEventDefinition: "取消事件",
  TimerEventDefinition: "定时事件",
  MessageEventDefinition: "消息事件",
  ErrorEventDefinition: "错误事件",
  EscalationEventDefinition: "升级事件",
  TerminateEventDefinition: "终止事件",
  StandardLoopCharacteristics: "循环",
  MultiInstanceLoopCharacteristics: "多实例",
  StartEvent: "开始事件",
  EndEvent: "结束事件",
  BoundaryEvent: "边界事件",
  IntermediateCatchEvent: "中间捕获事件",
  IntermediateThrowEvent: "中间抛出事件",
  ImplicitThrowEvent: "隐式抛出事件",
  UserTask: "用户任务",
  ServiceTask: "服务任务",
  SendTask: "发送任务",
  ReceiveTask: "接收任务",
  BusinessRuleTask: "规则任务",
  ManualTask: "手工任务",
  Task: "任务",
  CallActivity: "调用活动",
  SequenceFlow: "顺序流",
  DataObject: "数据对象",
  DataObjectReference: "数据对象",
  DataStoreReference: "数据存储",
  Import: "导入",
  FlowNode: "流程节点",
  Activity: "活动",
  Message: "消息",
  Signal: "信号",
  Error: "错误",
  Escalation: "升级",
  EventDefinition: "事件定义",
  Operation: "服务操作",
  Interface: "服务接口",
  Resource: "资源",
  ItemDefinition: "数据类型",
  ItemAwareElement: "数据",
  DataStore: "数据存储",
  DataInput: "数据输入",
  DataOutput: "数据输出",
  InputSet: "输入集",
  OutputSet: "输出集",
  Property: "属性",
  DataInputAssociation: "数据关联",
  DataOutputAssociation: "数据关联",
  Collaboration: "协作",
  Participant: "泳池",
  MessageFlow: "消息流",
  Association: "关联线",
  TextAnnotation: "文本注释",
  CategoryValue: "分组类别",
  Group: "分组",
  Lane: "泳道",
  LaneSet: "泳道组",
  Process: "流程",
  Definitions: "流程文件",
};

export function typeName(element: Element): { readonly zh: string; readonly en: string } {
  return typeNameOf(element.$type);
}

/** Of a type such as `bpmn:Message`. */
export function typeNameOf(fullType: string): { readonly zh: string; readonly en: string } {
  const type = fullType.slice(fullType.indexOf(":") + 1);
  const en = type.replace(/(?<=[a-z])(?=[A-Z])/g, " ").toLowerCase();
  return { zh: Object.hasOwn(ZH, type) ? (ZH[type] ?? type) : type, en };
}

/** How a message names an element: its name, else its id. */
export function titleOf(element: Element): string {
  const name = textOf(element, "name")?.trim();
  return name === undefined || name === "" ? (textOf(element, "id") ?? localType(element)) : name;
}
