/** Why an office command does not fit (HTTP 409): stable codes, one sentence a language. */
import type { Problem } from "../model/problem.ts";

function problem(code: string, zh: string, en: string, elementId?: string): Problem {
  return elementId === undefined ? { code, zh, en } : { code, zh, en, elementId };
}

export const OFFICE_REJECTIONS = {
  withdrawNothing: () =>
    problem(
      "WITHDRAW_NOTHING",
      "没有可撤回的环节：不是您办理的，或下一环节已经办理",
      "There is no step to withdraw: it was not yours, or the next one has acted",
    ),
  withdrawGone: (elementId: string) =>
    problem(
      "WITHDRAW_GONE_ON",
      `“${elementId}”之后已没有待办，不能撤回`,
      `Nothing waits behind "${elementId}" any more; it cannot be withdrawn`,
      elementId,
    ),
  withdrawTaken: (elementId: string) =>
    problem(
      "WITHDRAW_TASK_TAKEN",
      `下一环节“${elementId}”已签收，不能撤回；请联系对方退回`,
      `The next step "${elementId}" has been taken up; ask for it to be sent back`,
      elementId,
    ),
  taskDelegated: () =>
    problem(
      "TASK_DELEGATED",
      "该待办为受委托办理，请办好后交回委托人",
      "The task was delegated; give it back to its owner when the work is done",
    ),
  taskNotDelegated: () => problem("TASK_NOT_DELEGATED", "该待办没有委托", "The task was not delegated"),
  delegateInChain: () =>
    problem(
      "DELEGATE_IN_CHAIN",
      "不能委托给自己或已在委托链上的人",
      "A task cannot be delegated to oneself or back up the chain",
    ),
  delegateByNobody: () =>
    problem("DELEGATE_WITHOUT_OWNER", "该待办尚无人签收，不能委托", "Nobody has the task, so nobody can delegate it"),
  signerNobody: () =>
    problem("SIGNER_WITHOUT_RECEIVER", "加签必须指定加签人或部门", "An added signature names a person or a group"),
  signerSelf: () => problem("SIGNER_SELF", "不能加签给办理人本人", "The signature cannot be asked of who has the task"),
  signerTwice: () => problem("SIGNER_ALREADY_ADDED", "该加签人已在加签名单中", "This signer has been added already"),
  signerUnknown: () => problem("SIGNER_NOT_FOUND", "没有这项加签", "There is no such added signature"),
  signerNotYours: () =>
    problem(
      "SIGNER_NOT_YOURS",
      "只有加签发起人或办理人可以减签",
      "Only who added a signer or has the task removes him",
    ),
  awaitsSigners: (count: number) =>
    problem(
      "TASK_AWAITS_SIGNERS",
      `还有 ${count} 项加签未办，办完后才能提交`,
      `${count} added signatures are still missing`,
    ),
  taskIsSigning: () =>
    problem("TASK_IS_SIGNING", "加签待办只能签署意见", "An added signature can only be given, with an opinion"),
  taskNotSigning: () => problem("TASK_NOT_SIGNING", "该待办不是加签", "The task is no added signature"),
  loopNotFound: (elementId: string) =>
    problem(
      "LOOP_NOT_RUNNING",
      `环节“${elementId}”没有正在进行的会签`,
      `No multi-instance runs at "${elementId}"`,
      elementId,
    ),
  loopAmbiguous: (elementId: string) =>
    problem(
      "LOOP_AMBIGUOUS",
      `环节“${elementId}”有多个会签同时进行，请指明哪一个`,
      `"${elementId}" runs more than once; name the one that is meant`,
      elementId,
    ),
  instanceLast: () =>
    problem("INSTANCE_LAST", "会签至少保留一人，不能再减签", "The last signer of a multi-instance cannot be removed"),
  notInLoop: () => problem("TASK_NOT_IN_LOOP", "该待办不属于会签", "The task belongs to no multi-instance"),
  copyNobody: () => problem("COPY_WITHOUT_RECEIVER", "抄送必须指定接收人或部门", "A copy names people or groups"),
  copyNotFound: () => problem("COPY_NOT_FOUND", "没有这份抄送", "There is no such copy"),
  copyNotYours: () => problem("COPY_NOT_YOURS", "这份抄送不是给您的", "This copy was not sent to you"),
  urgeNothing: () => problem("URGE_NOTHING", "没有可催办的待办", "There is no open task to urge"),
  urgeOften: (most: number) =>
    problem("URGE_TOO_OFTEN", `每项待办最多催办 ${most} 次`, `A task can be urged ${most} times at most`),
  urgeSoon: (until: string) =>
    problem("URGE_TOO_SOON", `催办过于频繁，${until} 后可再次催办`, `It can be urged again after ${until}`),
  requestOpen: () =>
    problem("EXTENSION_ALREADY_REQUESTED", "已有待审批的延期申请", "An extension has been asked for already"),
  requestNotFound: () => problem("EXTENSION_NOT_FOUND", "没有这项延期申请", "There is no such request for time"),
  requestOwn: () =>
    problem("EXTENSION_OWN_REQUEST", "不能审批自己的延期申请", "Nobody decides on a request of his own"),
  redispatchNothing: () => problem("REDISPATCH_NOTHING", "没有可改派的待办", "There is no task to dispatch again"),
  tokenNotFound: () => problem("TOKEN_NOT_FOUND", "没有这个流转位置", "There is no such token"),
  moveUnknown: (elementId: string) =>
    problem(
      "MOVE_TARGET_NOT_FOUND",
      `本层流程没有环节“${elementId}”，不能跨层跳转`,
      `There is no element "${elementId}" in the scope of the token`,
      elementId,
    ),
  moveForbidden: (elementId: string) =>
    problem(
      "MOVE_TARGET_NOT_ALLOWED",
      `不能跳转到“${elementId}”：边界事件、事件子流程和补偿环节不能直接进入`,
      `A token cannot be put on "${elementId}": boundary events, event sub-processes and compensation have no way in`,
      elementId,
    ),
  moveInLoop: () =>
    problem(
      "MOVE_IN_LOOP",
      "会签或循环中的单个实例不能跳转，请对整个环节操作",
      "One instance of a repeating activity cannot be moved; move the whole activity",
    ),
  moveInCompensation: () =>
    problem("MOVE_IN_COMPENSATION", "补偿办理中的环节不能跳转", "Work that compensates cannot be moved"),
  moveFlow: (flowId: string) =>
    problem("MOVE_FLOW_NOT_FOUND", `连线“${flowId}”不通向该环节`, `Flow "${flowId}" does not lead to that element`),
} as const;
