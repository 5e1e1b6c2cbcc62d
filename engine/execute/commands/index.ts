/** Every command and its rule, on one screen. */
import type { CommandType } from "../../model/command.ts";
import { cancel } from "./cancel.ts";
import { claimTask } from "./claim-task.ts";
import type { CommandRule } from "./command-rule.ts";
import { completeJob } from "./complete-job.ts";
import { completeTask } from "./complete-task.ts";
import { deliverMessage } from "./deliver-message.ts";
import { deliverSignal } from "./deliver-signal.ts";
import { extend } from "./extend.ts";
import { failJob } from "./fail-job.ts";
import { fireTimer } from "./fire-timer.ts";
import { releaseTask } from "./release-task.ts";
import { replySupervision } from "./reply-supervision.ts";
import { resolveIncident } from "./resolve-incident.ts";
import { resume } from "./resume.ts";
import { sendBack } from "./send-back.ts";
import { setVariables } from "./set-variables.ts";
import { start } from "./start.ts";
import { supervise } from "./supervise.ts";
import { suspend } from "./suspend.ts";
import { throwError } from "./throw-error.ts";
import { transferTask } from "./transfer-task.ts";

export const COMMANDS = {
  start,
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
} satisfies { readonly [T in CommandType]: CommandRule<T> };
