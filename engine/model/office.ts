/** What offices add to tasks and cases beyond BPMN (engine.md §3): delegates, added signers, copies, requests for time. */
import type { Instant, Limit } from "./time.ts";

/** 加签: whom a task is also asked of; a person, or groups whose people may then claim it. */
export interface Signer {
  readonly assignee?: string;
  readonly candidateGroups?: readonly string[];
}

export type SigningPlace = "before" | "after";

/** Of a task that is itself an added signature: the task that it was added to. */
export interface Signing {
  readonly taskId: string;
  readonly place: SigningPlace;
  readonly addedBy: string;
}

/** 后加签: asked once the task itself is done. */
export interface LaterSigner extends Signer {
  readonly addedBy: string;
}

/** What an added signer has said. */
export interface Opinion {
  readonly by: string;
  readonly at: Instant;
  readonly opinion: string;
  readonly agrees?: boolean;
}

/** What office commands leave on a task; all of it ends with the task. */
export interface TaskMarks {
  /** Somebody has taken it up: the step before can no longer be withdrawn (撤回). */
  readonly isTaken?: true;
  /** 委托: to whom it goes back, the latest last; the assignee is the delegate. */
  readonly owners?: readonly string[];
  readonly signing?: Signing;
  readonly laterSigners?: readonly LaterSigner[];
  readonly opinions?: readonly Opinion[];
  /** Delegates and signers who have worked on it: `gl:excludeActorOf` counts them too. */
  readonly workedOn?: readonly string[];
  /** 催办 so far. */
  readonly urged?: { readonly times: number; readonly lastAt: Instant };
}

/** 抄送: kept until everybody named has read it, or for ever when it went to groups. */
export interface CopyState {
  readonly id: string;
  readonly people?: readonly string[];
  readonly groups?: readonly string[];
  readonly by: string;
  readonly at: Instant;
  readonly note?: string;
  readonly readBy?: readonly string[];
}

/** 延期申请: ends with the budget it is about. */
export interface ExtensionRequest {
  readonly id: string;
  readonly tokenId: string;
  readonly budgetId: string;
  readonly elementId: string;
  readonly by: Limit;
  readonly reason: string;
  readonly requestedBy: string;
  readonly at: Instant;
}

/** Who completed a task last, of those nobody has acted behind: he may take it back (撤回). */
export interface Step {
  readonly tokenId: string;
  readonly by: string;
}
