/** Every command and its rule, on one screen. */
import type { CommandType } from "../../model/command.ts";
import { addInstance } from "./add-instance.ts";
import { addSigner } from "./add-signer.ts";
import { cancel } from "./cancel.ts";
import { claimTask } from "./claim-task.ts";
import type { CommandRule } from "./command-rule.ts";
import { completeAdHoc } from "./complete-ad-hoc.ts";
import { completeJob } from "./complete-job.ts";
import { completeTask } from "./complete-task.ts";
import { copyTo } from "./copy-to.ts";
import { decideExtension } from "./decide-extension.ts";
import { delegateTask } from "./delegate-task.ts";
import { deliverMessage } from "./deliver-message.ts";
import { deliverSignal } from "./deliver-signal.ts";
import { extend } from "./extend.ts";
import { failJob } from "./fail-job.ts";
import { fireTimer } from "./fire-timer.ts";
import { forceClose } from "./force-close.ts";
import { moveToken } from "./move-token.ts";
import { readCopy } from "./read-copy.ts";
import { redispatch } from "./redispatch.ts";
import { releaseTask } from "./release-task.ts";
import { removeInstance } from "./remove-instance.ts";
import { removeSigner } from "./remove-signer.ts";
import { replySupervision } from "./reply-supervision.ts";
import { requestExtension } from "./request-extension.ts";
import { resolveIncident } from "./resolve-incident.ts";
import { resume } from "./resume.ts";
import { returnTask } from "./return-task.ts";
import { sendBack } from "./send-back.ts";
import { setVariables } from "./set-variables.ts";
import { signTask } from "./sign-task.ts";
import { startAdHocActivity } from "./start-ad-hoc-activity.ts";
import { start } from "./start.ts";
import { supervise } from "./supervise.ts";
import { suspend } from "./suspend.ts";
import { throwError } from "./throw-error.ts";
import { transferTask } from "./transfer-task.ts";
import { urge } from "./urge.ts";
import { withdrawStep } from "./withdraw-step.ts";
export const COMMANDS = {
  start,
  startAdHocActivity,
  completeAdHoc,
  claimTask,
  releaseTask,
  completeTask,
  completeJob,
  failJob,
  throwError,
  fireTimer,
  deliverMessage,
  deliverSignal,
  setVariables,
  resolveIncident,
  cancel,
  sendBack,
  transferTask,
  suspend,
  resume,
  supervise,
  replySupervision,
  extend,
  addInstance,
  addSigner,
  copyTo,
  decideExtension,
  delegateTask,
  forceClose,
  moveToken,
  readCopy,
  redispatch,
  removeInstance,
  removeSigner,
  requestExtension,
  returnTask,
  signTask,
  urge,
  withdrawStep,
} satisfies { readonly [T in CommandType]: CommandRule<T> };
