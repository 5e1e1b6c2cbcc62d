/** Why a plan, a token or an instance cannot go over, and what becomes of those that can: one sentence a language. */
import type { FlowNode } from "../model/process.ts";
import type { Problem } from "../model/problem.ts";

type Sentence = Pick<Problem, "code" | "zh" | "en">;

const sentence = (code: string, zh: string, en: string): Sentence => ({ code, zh, en });

export function titleOf({ name, id }: Pick<FlowNode, "name" | "id">): string {
  return name === "" ? id : name;
}

export const FATES = {
  keeps: (name: string) => sentence("MIGRATE_KEEPS", `停在“${name}”，照常继续`, `Goes on at "${name}" as it is`),
  moves: (from: string, to: string) =>
    sentence("MIGRATE_MOVES", `“${from}”改为“${to}”，已有办理保留`, `"${from}" becomes "${to}"; its work is kept`),
  restarts: (from: string, to: string) =>
    sentence(
      "MIGRATE_RESTARTS",
      `“${from}”与“${to}”类型不同：原办理终止，从“${to}”重新开始`,
      `"${from}" and "${to}" are of different kinds: the work ends and "${to}" begins`,
    ),
  endsWithHost: (name: string) =>
    sentence("MIGRATE_ENDS_WITH_SCOPE", `“${name}”随所在子流程一起重新开始`, `"${name}" ends with the scope around it`),
  arrives: (name: string) =>
    sentence("MIGRATE_ARRIVED", `已到达汇合点“${name}”，继续等待其他分支`, `Has arrived at "${name}" and waits on`),
  dropped: (name: string) =>
    sentence(
      "MIGRATE_BRANCH_GONE",
      `到达“${name}”所经的分支已取消，不再参与汇合`,
      `The branch by which it came to "${name}" is no more; it counts no longer`,
    ),
} as const;

export const BLOCKS = {
  gone: (name: string) =>
    sentence(
      "MIGRATE_ELEMENT_GONE",
      `新流程中没有环节“${name}”，请在方案中指定对应环节`,
      `The new process has no "${name}"; say in the plan what it becomes`,
    ),
  processGone: (key: string) =>
    sentence(
      "MIGRATE_PROCESS_GONE",
      `新版本中没有流程“${key}”，请在方案中指定对应流程`,
      `The new bundle has no process "${key}"; say in the plan what it becomes`,
    ),
  scope: (name: string, to: string) =>
    sentence(
      "MIGRATE_SCOPE_DIFFERS",
      `“${to}”与“${name}”不在同一层（子流程）内，不能迁移`,
      `"${to}" does not stand in the scope that "${name}" stands in`,
    ),
  noWayIn: (name: string, to: string) =>
    sentence(
      "MIGRATE_NO_WAY_IN",
      `“${name}”不能改为“${to}”：类型不同，且后者不能直接进入`,
      `"${name}" cannot become "${to}": another kind, and nothing can enter it`,
    ),
  loop: (name: string) =>
    sentence(
      "MIGRATE_LOOP_DIFFERS",
      `“${name}”的会签或循环方式已改变，进行中的实例不能迁移`,
      `"${name}" repeats in another way now; what is under way cannot go over`,
    ),
  around: (name: string) =>
    sentence("MIGRATE_SCOPE_BLOCKED", `“${name}”所在的子流程不能迁移`, `The scope around "${name}" cannot go over`),
  join: (name: string) =>
    sentence(
      "MIGRATE_JOIN_DIFFERS",
      `“${name}”不再是同样的汇合点，已到达的分支不能迁移`,
      `"${name}" is no longer the same kind of join; what waits there cannot go over`,
    ),
  joinFlow: (name: string) =>
    sentence(
      "MIGRATE_JOIN_FLOW_GONE",
      `到达“${name}”所经的分支已取消，且没有其他进行中的环节`,
      `The branch by which it came to "${name}" is no more, and nothing else is under way`,
    ),
  compensation: (name: string) =>
    sentence(
      "MIGRATE_COMPENSATION",
      `“${name}”正在补偿办理，完成后才能迁移`,
      `"${name}" is being compensated; migrate when that is done`,
    ),
} as const;

export const PLAN_PROBLEMS = {
  bundle: (): Problem => ({
    ...sentence("PLAN_BUNDLE_DIFFERS", "方案与流程版本不符", "The plan is for other versions than these"),
  }),
  process: (key: string): Problem => ({
    ...sentence("PLAN_PROCESS_UNKNOWN", `没有流程“${key}”`, `There is no process "${key}"`),
    path: `/processes/${key}`,
  }),
  element: (id: string, process: string): Problem => ({
    ...sentence("PLAN_ELEMENT_UNKNOWN", `流程中没有环节“${id}”`, `The process has no element "${id}"`),
    path: `/processes/${process}/elements`,
    elementId: id,
  }),
  scope: (id: string, to: string): Problem => ({
    ...sentence(
      "PLAN_SCOPE_DIFFERS",
      `“${id}”与“${to}”不在对应的层次内`,
      `"${id}" and "${to}" stand in different scopes`,
    ),
    elementId: id,
  }),
  flow: (id: string, process: string): Problem => ({
    ...sentence("PLAN_FLOW_UNKNOWN", `流程中没有连线“${id}”`, `The process has no flow "${id}"`),
    path: `/processes/${process}/flows`,
    elementId: id,
  }),
  kind: (id: string, to: string): Problem => ({
    ...sentence(
      "PLAN_KIND_DIFFERS",
      `“${id}”与“${to}”类型不同，停在该处的案件将重新开始该环节`,
      `"${id}" and "${to}" are of different kinds: what waits there begins anew`,
    ),
    severity: "warning",
    elementId: id,
  }),
} as const;
