import type { Json } from "./json.ts";
import type { CopyState, ExtensionRequest, Opinion, Signer, SigningPlace } from "./office.ts";
import type { Outcome } from "./state.ts";
import type { Limit } from "./time.ts";

/** What office commands leave in the record of the case. */
export type OfficeEventBody =
  | {
      readonly type: "stepWithdrawn";
      readonly elementId: string;
      readonly scopeId: string;
      readonly by: string;
      readonly reason: string;
    }
  | {
      readonly type: "signerAdded";
      readonly taskId: string;
      readonly elementId: string;
      readonly place: SigningPlace;
      readonly signer: Signer;
      readonly reason: string;
    }
  | {
      readonly type: "signerRemoved";
      readonly taskId: string;
      readonly elementId: string;
      readonly signer: Signer;
      readonly reason: string;
    }
  /** An added signer or a delegate has said what he thinks; `taskId` is the task it is about. */
  | {
      readonly type: "opinionGiven";
      readonly taskId: string;
      readonly elementId: string;
      readonly as: "signer" | "delegate";
      readonly opinion: Opinion;
    }
  /** The task is done, but added signers still have to sign: its outcome waits with the token. */
  | {
      readonly type: "completionHeld";
      readonly tokenId: string;
      readonly elementId: string;
      readonly outcome: Outcome;
    }
  | {
      readonly type: "instanceAdded";
      readonly scopeId: string;
      readonly elementId: string;
      readonly total: number;
      readonly next: number;
      readonly item?: Json;
      readonly reason: string;
    }
  | {
      readonly type: "instanceRemoved";
      readonly scopeId: string;
      readonly elementId: string;
      readonly tokenId: string;
      readonly removed: number;
      readonly reason: string;
    }
  | { readonly type: "copied"; readonly copy: CopyState }
  | { readonly type: "copyRead"; readonly copyId: string; readonly by: string }
  | {
      readonly type: "urged";
      readonly taskIds: readonly string[];
      readonly elementIds: readonly string[];
      readonly text: string;
    }
  | { readonly type: "extensionRequested"; readonly request: ExtensionRequest }
  | {
      readonly type: "extensionDecided";
      readonly requestId: string;
      readonly elementId: string;
      /** `lapsed`: the work ended before anybody decided. */
      readonly decision: "granted" | "refused" | "lapsed";
      readonly by?: Limit;
      readonly reason?: string;
    }
  | {
      readonly type: "tokenMoved";
      readonly tokenId: string;
      readonly scopeId: string;
      readonly fromElementId: string;
      readonly toElementId: string;
      readonly reason: string;
    }
  | { readonly type: "processForceClosed"; readonly outcome: string; readonly reason: string };
