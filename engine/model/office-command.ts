import type { Json, JsonObject } from "./json.ts";
import type { Limit } from "./time.ts";
import type { Signer, SigningPlace } from "./office.ts";

/** What offices do that BPMN does not name (engine.md §3): on any running instance, drawn or not. */
export type OfficeCommandBody =
  /** 撤回: who completed a task takes it back before anybody has acted behind it; without an element, his latest. */
  | { readonly type: "withdrawStep"; readonly elementId?: string; readonly reason: string }
  /** 委托: the delegate works on it, then it comes back with `returnTask`, or is done on behalf (`gl:delegation`). */
  | { readonly type: "delegateTask"; readonly taskId: string; readonly assignee: string; readonly reason: string }
  /** 交回, by the delegate with what he has to say; by an owner: 收回委托. */
  | { readonly type: "returnTask"; readonly taskId: string; readonly opinion?: string }
  /** 加签 before (the task waits for the signer) or after (the way on waits for him). */
  | ({
      readonly type: "addSigner";
      readonly taskId: string;
      readonly place: SigningPlace;
      readonly reason: string;
    } & Signer)
  /** An added signer has his say; `completeTask` with `opinion` and `agrees` in the submission is the same. */
  | { readonly type: "signTask"; readonly taskId: string; readonly opinion: string; readonly agrees?: boolean }
  /** 减签: the signer's task, or the task that asks `signer` (a person or a group) later. */
  | { readonly type: "removeSigner"; readonly taskId: string; readonly signer?: string; readonly reason: string }
  /** 加签 into a running multi-instance: one more instance. `hostTokenId` when the activity runs more than once. */
  | {
      readonly type: "addInstance";
      readonly elementId: string;
      readonly hostTokenId?: string;
      readonly item?: Json;
      readonly reason: string;
    }
  /** 减签 out of one: the task's instance ends and counts as if it had never been. */
  | { readonly type: "removeInstance"; readonly taskId: string; readonly reason: string }
  /** 抄送, and 已阅. */
  | {
      readonly type: "copyTo";
      readonly people?: readonly string[];
      readonly groups?: readonly string[];
      readonly note?: string;
    }
  | { readonly type: "readCopy"; readonly copyId: string }
  /** 催办: one open task or all of them; how often and how soon again say the parameters `urgeMost` and `urgeApart`. */
  | { readonly type: "urge"; readonly taskId?: string; readonly text: string }
  /** 延期申请 and its 审批: granted as asked, or with `by` as decided. */
  | { readonly type: "requestExtension"; readonly elementId: string; readonly by: Limit; readonly reason: string }
  | {
      readonly type: "decideExtension";
      readonly requestId: string;
      readonly isGranted: boolean;
      readonly by?: Limit;
      readonly reason: string;
    }
  /** 强制结案: completed from outside, with all its work ended. */
  | { readonly type: "forceClose"; readonly outcome: string; readonly reason: string; readonly caseState?: string }
  /** 改派 by a supervisor: the tasks named, or all that `from` has or owns here. */
  | ({
      readonly type: "redispatch";
      readonly taskIds?: readonly string[];
      readonly from?: string;
      readonly reason: string;
    } & Signer)
  /** Ends a token's work and has it go on at another element of its scope, as if it came by `flowId` when given. */
  | {
      readonly type: "moveToken";
      readonly tokenId: string;
      readonly toElementId: string;
      readonly flowId?: string;
      readonly variables?: JsonObject;
      readonly reason: string;
    };
