/** Every failure that execution can name: rejections of commands and causes of incidents, each in one sentence a language. */
import type { Problem } from "../model/problem.ts";

function problem(code: string, zh: string, en: string, elementId?: string): Problem {
  return elementId === undefined ? { code, zh, en } : { code, zh, en, elementId };
}

/** Rejections: the command does not fit (HTTP 409), nothing has happened. */
export const REJECTIONS = {
  alreadyStarted: () => problem("INSTANCE_ALREADY_STARTED", "流程实例已经启动", "The instance has already started"),
  notStarted: () => problem("INSTANCE_NOT_STARTED", "流程实例尚未启动", "The instance has not started"),
  notRunning: () => problem("INSTANCE_NOT_RUNNING", "流程实例已结束，不能再操作", "The instance has ended"),
  suspended: () =>
    problem("INSTANCE_SUSPENDED", "案件已挂起，恢复后才能办理", "The case is suspended; resume it before going on"),
  notSuspended: () => problem("INSTANCE_NOT_SUSPENDED", "案件没有挂起", "The case is not suspended"),
  processUnknown: (key: string) =>
    problem("PROCESS_NOT_FOUND", `没有流程“${key}”`, `There is no process "${key}" in this bundle`),
  noStartEvent: (key: string) =>
    problem("START_EVENT_NOT_FOUND", `流程“${key}”没有相应的开始事件`, `Process "${key}" has no such start event`),
  adHocNotEnabled: (elementId: string) =>
    problem(
      "AD_HOC_NOT_ENABLED",
      `“${elementId}”现在不能开始：不在打开的自由子流程中，或前面的环节还没有办完`,
      `"${elementId}" cannot begin now: no open ad-hoc sub-process offers it`,
      elementId,
    ),
  adHocNotOpen: (elementId: string) =>
    problem(
      "AD_HOC_NOT_OPEN",
      `自由子流程“${elementId}”没有打开`,
      `The ad-hoc sub-process "${elementId}" is not open`,
      elementId,
    ),
  adHocAmbiguous: (elementId: string) =>
    problem(
      "AD_HOC_AMBIGUOUS",
      `有多个打开的自由子流程可选“${elementId}”，请指明是哪一个`,
      `Several ad-hoc sub-processes offer "${elementId}": say which one`,
      elementId,
    ),
  startConditionNotMet: (elementId: string) =>
    problem(
      "START_CONDITION_NOT_MET",
      `开始事件“${elementId}”的条件不成立`,
      `The condition of the start event "${elementId}" is not true`,
      elementId,
    ),
  inputsMissing: (key: string, names: readonly string[]) =>
    problem(
      "START_DATA_MISSING",
      `启动流程“${key}”缺少数据：${names.join("、")}`,
      `Process "${key}" cannot start without its data: ${names.join(", ")}`,
    ),
  taskNotFound: () => problem("TASK_NOT_FOUND", "没有这个待办", "There is no such task"),
  taskClosed: () =>
    problem("TASK_ALREADY_COMPLETED", "该待办已被办理或撤回", "The task has already been completed or withdrawn"),
  taskClaimed: () => problem("TASK_ALREADY_CLAIMED", "该待办已由他人签收", "Somebody else has claimed the task"),
  taskNotYours: () => problem("TASK_NOT_YOURS", "该待办由他人办理", "The task is assigned to somebody else"),
  taskNotClaimed: () => problem("TASK_NOT_CLAIMED", "该待办无人签收", "Nobody has claimed the task"),
  actorExcluded: (elementId: string) =>
    problem(
      "TASK_ACTOR_EXCLUDED",
      "办理人不能核查自己办理的案件",
      "Who handled a case cannot verify it himself",
      elementId,
    ),
  releaseNowhere: () =>
    problem(
      "RELEASE_WITHOUT_CANDIDATES",
      "该待办没有其他候选人，只能转办",
      "Nobody else could take the task; transfer it",
    ),
  alreadySuspended: () => problem("INSTANCE_ALREADY_SUSPENDED", "案件已经挂起", "The case is already suspended"),
  transferNowhere: () =>
    problem("TRANSFER_WITHOUT_RECEIVER", "转办必须指定接收人或部门", "A transfer names a person or a group"),
  sendBackNowhere: () =>
    problem("SEND_BACK_NO_EARLIER_TASK", "前面没有可退回的环节", "There is no earlier step to send the task back to"),
  sendBackUnknown: (elementId: string) =>
    problem(
      "SEND_BACK_NOT_EARLIER",
      `“${elementId}”不是本路径上已办过的环节，不能退回`,
      `"${elementId}" is not an earlier step of this path`,
      elementId,
    ),
  jobNotFound: () => problem("JOB_NOT_FOUND", "没有这个自动作业", "There is no such job"),
  timerNotFound: () => problem("TIMER_NOT_FOUND", "没有这个定时器", "There is no such timer"),
  timerNotDue: (dueAt: string) =>
    problem("TIMER_NOT_DUE", `定时器未到期（${dueAt}）`, `The timer is not due before ${dueAt}`),
  messageNotExpected: (name: string) =>
    problem("MESSAGE_NOT_EXPECTED", `没有环节等待消息“${name}”`, `Nothing waits for message "${name}" with this key`),
  messageRepeated: () =>
    problem("MESSAGE_ALREADY_DELIVERED", "该消息已经送达", "This message has already been delivered"),
  signalNotExpected: (name: string) =>
    problem("SIGNAL_NOT_EXPECTED", `没有环节等待信号“${name}”`, `Nothing waits for signal "${name}"`),
  signalRepeated: () => problem("SIGNAL_ALREADY_DELIVERED", "该信号已经送达", "This signal has already been delivered"),
  scopeNotFound: () => problem("SCOPE_NOT_FOUND", "没有这个作用域", "There is no such scope"),
  incidentNotFound: () => problem("INCIDENT_NOT_FOUND", "没有这个异常", "There is no such incident"),
  supervisionNotFound: () => problem("SUPERVISION_NOT_FOUND", "没有这项督办", "There is no such supervision"),
  budgetNotRunning: (elementId: string) =>
    problem(
      "BUDGET_NOT_RUNNING",
      `环节“${elementId}”没有正在计时的时限，不能延期`,
      `No limit is running on "${elementId}"`,
      elementId,
    ),
  limitInvalid: () =>
    problem("LIMIT_INVALID", "时限应为不小于 0 的数值加计时方式", "A limit is a number of 0 or more and a clock"),
  clocksDiffer: (elementId: string) =>
    problem(
      "EXTEND_CLOCK_DIFFERS",
      `延期的计时方式与环节“${elementId}”的时限不同`,
      `The extension and the limit of "${elementId}" run on different clocks`,
      elementId,
    ),
} as const;

/** Causes of incidents: the model or its data is wrong; an operator corrects it and tries again. */
export const INCIDENTS = {
  noFlowTrue: () =>
    problem("NO_FLOW_TRUE", "没有条件成立的出线，也没有默认出线", "No condition is true and there is no default flow"),
  conditionNotBoolean: (flowId: string) =>
    problem(
      "CONDITION_NOT_BOOLEAN",
      `流转条件“${flowId}”的结果不是“是/否”`,
      `The condition of flow "${flowId}" is neither true nor false`,
    ),
  runaway: (steps: number) =>
    problem(
      "RUNAWAY_LOOP",
      `流程一次运行超过 ${steps} 步，可能是死循环`,
      `The process took more than ${steps} steps at once: a runaway loop`,
    ),
  tooDeep: (depth: number) =>
    problem("CALL_TOO_DEEP", `流程嵌套超过 ${depth} 层`, `Processes call each other more than ${depth} levels deep`),
  processUnknown: (key: string) =>
    problem("PROCESS_NOT_FOUND", `没有被调用的流程“${key}”`, `There is no process "${key}" to call`),
  noneStartMissing: (key: string) =>
    problem(
      "START_EVENT_NOT_FOUND",
      `被调用的流程“${key}”没有普通开始事件`,
      `Process "${key}" cannot be called: it has no none start event`,
    ),
  collectionInvalid: () =>
    problem("LOOP_COLLECTION_INVALID", "多实例的输入集合不是列表", "The collection of a multi-instance is not a list"),
  cardinalityNegative: (count: number) =>
    problem(
      "LOOP_CARDINALITY_NEGATIVE",
      `多实例的次数为 ${count}，不能小于 0`,
      `${count} instances are fewer than none`,
    ),
  tooManyInstances: (count: number, most: number) =>
    problem(
      "LOOP_TOO_MANY",
      `多实例有 ${count} 个，超过上限 ${most}`,
      `${count} instances are more than the ${most} that are allowed`,
    ),
  loopNotBoolean: (elementId: string) =>
    problem(
      "CONDITION_NOT_BOOLEAN",
      `“${elementId}”的循环或完成条件的结果不是“是/否”`,
      `A condition of the loop "${elementId}" is neither true nor false`,
    ),
  completionNotBoolean: (elementId: string) =>
    problem(
      "CONDITION_NOT_BOOLEAN",
      `自由子流程“${elementId}”的完成条件结果不是“是/否”`,
      `The completion condition of the ad-hoc sub-process "${elementId}" is neither true nor false`,
    ),
  picksInvalid: (elementId: string) =>
    problem(
      "AD_HOC_PICKS_INVALID",
      `自由子流程“${elementId}”的 activeElementsCollection 应为其内部元素编号的列表`,
      `activeElementsCollection of "${elementId}" must be a list of ids of its inner elements`,
    ),
  activationNotBoolean: (elementId: string) =>
    problem(
      "CONDITION_NOT_BOOLEAN",
      `复杂网关“${elementId}”的激活条件结果不是“是/否”`,
      `The activation condition of the complex gateway "${elementId}" is neither true nor false`,
    ),
  outputsMissing: (names: readonly string[]) =>
    problem(
      "DATA_OUTPUT_MISSING",
      `办理结果中缺少数据：${names.join("、")}`,
      `The work did not give the data that it has to: ${names.join(", ")}`,
    ),
  decisionUnknown: (key: string) =>
    problem("DECISION_NOT_FOUND", `没有决策表“${key}”`, `There is no decision "${key}"`),
  ladderUnknown: (key: string) => problem("LADDER_NOT_FOUND", `没有督办阶梯“${key}”`, `There is no ladder "${key}"`),
  errorUncaught: (code: string, message: string) =>
    problem(
      "ERROR_UNCAUGHT",
      `业务错误“${code}”没有被处理${message === "" ? "" : `：${message}`}`,
      `Nothing catches error "${code}"${message === "" ? "" : `: ${message}`}`,
    ),
  jobFailed: (message: string) =>
    problem("JOB_FAILED", `自动作业多次失败：${message}`, `The job has failed for good: ${message}`),
  nobody: () =>
    problem(
      "TASK_NOBODY",
      "没有可办理的人：办理人和候选人都为空",
      "Nobody can do the task: no assignee and no candidates",
    ),
  assigneeExcluded: () =>
    problem("TASK_ACTOR_EXCLUDED", "办理人不能核查自己办理的案件", "Who handled a case cannot verify it himself"),
  notText: (what: string) => problem("VALUE_NOT_TEXT", `${what}应为文字`, `Expected a text for ${what}`),
  notTexts: (what: string) =>
    problem("VALUE_NOT_TEXT_LIST", `${what}应为文字或文字列表`, `Expected a text or a list of texts for ${what}`),
  notNumber: (what: string) => problem("VALUE_NOT_NUMBER", `${what}应为整数`, `Expected a whole number for ${what}`),
  notLimit: () =>
    problem(
      "LIMIT_INVALID",
      "时限应为 { value, clock }，数值不小于 0",
      "Expected a limit { value, clock } of 0 or more",
    ),
  cycleTooShort: () =>
    problem("TIMER_CYCLE_TOO_SHORT", "循环定时器的间隔不能小于 1 秒", "A timer cannot repeat more than once a second"),
} as const;
