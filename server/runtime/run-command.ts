/** What offices do with a case besides its forms: 签收, 退回, 转办, 挂起, 恢复, 督办, 延期, 作废, 撤回, 催办, 强制结案. */
import { budgetsOf } from "../../engine/index.ts";
import type { CommandBody } from "../../engine/model/command.ts";
import type { InstanceState } from "../../engine/model/state.ts";
import type { JsonObject } from "../../engine/model/json.ts";
import type { Title } from "../../engine/model/title.ts";
import { actorOf, type Principal } from "../access/actor.ts";
import { mayDo } from "../access/may-do.ts";
import type { CommandDone } from "../contract/types.ts";
import { splitRowId } from "../effects/index.ts";
import { answer, refuse, refuseWith, type Outcome } from "../http/outcome.ts";
import { commandInFrame, type Work } from "./command-frame.ts";
import type { RuntimeContext } from "./context.ts";
import { addressedUnits, groupsAt, instructTo, mayAnswer, stateOf } from "./instructed-units.ts";
import { caseActions, hereOf, mayTransfer, mayWorkOn, viewOf, type CaseAction } from "./may-work.ts";
import { runStep } from "./run-instance.ts";
import type { CommandOptions, PersonCommand, Target } from "./runtime-type.ts";
import { sayDone } from "./say-done.ts";
import { transferTargets } from "./transfer-targets.ts";
import { tasksOfCase } from "../store/tasks.ts";
import type { Tx } from "../store/index.ts";

type CommandName = PersonCommand["type"];

const said: Readonly<Record<CommandName, Title>> = {
  claimTask: { "zh-CN": "已签收，请按时办理", en: "The task is yours" },
  releaseTask: { "zh-CN": "已放回待办池", en: "Put back for others" },
  sendBack: { "zh-CN": "已退回", en: "Sent back" },
  transferTask: { "zh-CN": "已转办", en: "Passed on" },
  suspend: { "zh-CN": "已挂起，时限停止计时", en: "Suspended; the clock stands still" },
  resume: { "zh-CN": "已恢复办理，时限继续计时", en: "Resumed; the clock runs on" },
  supervise: { "zh-CN": "督办已发出", en: "The supervision is sent" },
  replySupervision: { "zh-CN": "督办回复已提交", en: "The reply is sent" },
  extend: { "zh-CN": "已延期", en: "The time is extended" },
  cancel: { "zh-CN": "案件已作废", en: "The case is cancelled" },
  withdrawStep: { "zh-CN": "已撤回，请重新办理", en: "Taken back; it is yours again" },
  urge: { "zh-CN": "催办已发出", en: "Those at work are urged" },
  forceClose: { "zh-CN": "案件已强制结案", en: "The case is closed by force" },
};

const taskCommands: ReadonlySet<CommandName> = new Set<CommandName>([
  "claimTask",
  "releaseTask",
  "sendBack",
  "transferTask",
]);

const actionOf: Readonly<Partial<Record<CommandName, string>>> = {
  claimTask: "task.complete",
  releaseTask: "task.complete",
  sendBack: "task.sendBack",
};

function taskRefusal(principal: Principal, work: Work, command: PersonCommand): Outcome<never> | undefined {
  const { view } = work;
  if (view === undefined) throw new Error(`Expected a task for the command ${command.type}.`);
  if (command.type === "transferTask")
    return mayTransfer(principal, work.case, view)
      ? undefined
      : refuseWith("ACTION_NOT_ALLOWED", { action: "task.transfer" });
  if (view.excludedActors.includes(principal.id)) return refuseWith("TASK_ACTOR_EXCLUDED");
  if (!mayWorkOn(principal, view)) return refuseWith("TASK_NOT_YOURS");
  const action = actionOf[command.type] ?? "task.complete";
  return mayDo(principal, action, hereOf(work.case, [view])) ? undefined : refuseWith("ACTION_NOT_ALLOWED", { action });
}

/** 批示 is a supervision with an address. */
const caseActionOf = (command: PersonCommand): CaseAction =>
  command.type === "supervise" && command.unit !== undefined ? "instruct" : (command.type as CaseAction);

async function caseRefusal(tx: Tx, principal: Principal, work: Work, command: PersonCommand) {
  const tasks = await tasksOfCase(tx, work.case.street_id, work.case.id);
  const views = tasks.filter((task) => task.status === "open").map(viewOf);
  const action = caseActionOf(command);
  const isReply = command.type === "replySupervision";
  const state = isReply ? stateOf(work.instance) : undefined;
  const here = hereOf(work.case, views, state === undefined ? [] : addressedUnits(state));
  const may = caseActions[action](principal, here);
  const mayReply = !isReply || state === undefined || mayAnswer(principal, state, command.supervisionId);
  return may && mayReply ? undefined : refuseWith("ACTION_NOT_ALLOWED", { action });
}

/** 延期 without a named activity is about the case's own limit: of the budgets that run, the outermost. */
function extendedElement(work: Work, named: string): string {
  if (named !== "") return named;
  const state = JSON.parse(work.instance.state) as InstanceState;
  return budgetsOf(state).toSorted((a, b) => (a.dueAt < b.dueAt ? 1 : -1))[0]?.elementId ?? "";
}

function bodyOf(context: RuntimeContext, work: Work, command: PersonCommand): CommandBody {
  if (command.type === "supervise" && command.unit !== undefined)
    return { ...command, notify: groupsAt(context, command.unit) };
  if (command.type === "forceClose") {
    const caseState = context.catalogue.closedState(work.case.street_id);
    return caseState === undefined ? command : { ...command, caseState };
  }
  if (command.type === "extend") return { ...command, elementId: extendedElement(work, command.elementId) };
  if (!taskCommands.has(command.type)) return command as CommandBody;
  return { ...command, taskId: splitRowId(work.task?.id ?? "").engineId } as CommandBody;
}

async function transferRefusal(context: RuntimeContext, work: Work, command: PersonCommand) {
  if (command.type !== "transferTask" || work.view === undefined) return undefined;
  const { assignee, candidateGroups = [] } = command;
  if (assignee === undefined && candidateGroups.length === 0) return refuseWith("TRANSFER_TARGET_MISSING");
  const targets = await transferTargets(context, work.case, work.view);
  const isGroup = candidateGroups.every((group) => targets.some((target) => target.group === group));
  const isPerson =
    assignee === undefined || targets.some(({ people }) => people.some((person) => person.id === assignee));
  return isGroup && isPerson ? undefined : refuseWith("TRANSFER_TARGET_UNKNOWN");
}

async function refusalOf(context: RuntimeContext, tx: Tx, principal: Principal, work: Work, command: PersonCommand) {
  if (command.type === "supervise" && command.unit !== undefined) {
    const { unit } = command;
    const known = instructTo(context, work.case).some((each) => each.unit === unit);
    if (!known) return refuseWith("UNIT_UNKNOWN", { unit }, { path: "/unit" });
  }
  const refusal = taskCommands.has(command.type)
    ? taskRefusal(principal, work, command)
    : await caseRefusal(tx, principal, work, command);
  return refusal ?? (await transferRefusal(context, work, command));
}

function saidOf({ catalogue }: RuntimeContext, command: PersonCommand): Title {
  if (command.type !== "supervise" || command.unit === undefined) return said[command.type];
  const unit = catalogue.unitTitle(command.unit);
  return { "zh-CN": `批示已送 ${unit["zh-CN"]}`, en: `The instruction is sent to ${unit.en ?? unit["zh-CN"]}` };
}

/** See `Runtime.runCommand`. */
export function runCommand(
  context: RuntimeContext,
  principal: Principal,
  target: Target,
  command: PersonCommand,
  options: CommandOptions,
): Promise<Outcome<CommandDone>> {
  const content = JSON.parse(JSON.stringify(command)) as JsonObject;
  return commandInFrame(context, { principal, target, options, content }, async (tx, work) => {
    const refusal = await refusalOf(context, tx, principal, work, command);
    if (refusal !== undefined) return refusal;
    const now = new Date(context.ports.clock.now()).toISOString();
    const step = await runStep(context, tx, work, {
      command: { ...bodyOf(context, work, command), now, actor: actorOf(principal) },
    });
    if (!step.ok) return refuse(...step.problems);
    return answer({ step: step.value, message: sayDone(context, step.value, saidOf(context, command)) });
  });
}
