/** What residents, and the offices that deal with them, may ask of the running city. */
import type { Principal, Scope } from "../access/actor.ts";
import type * as wire from "../contract/types.ts";
import type { Outcome } from "../http/outcome.ts";
import type { Tx } from "../store/index.ts";
import type { RuntimeContext } from "./context.ts";
import { readGridBoards } from "./grid-boards.ts";
import { showContact } from "./resident-contact.ts";
import { admitResidentPhoto } from "./resident-photo.ts";
import { readResidentMap, readResidentPlace } from "./resident-place.ts";
import { findResultPhoto, readResidentProgress } from "./resident-progress.ts";
import { rateResult } from "./resident-rating.ts";
import { acceptResidentReport, type Caller } from "./resident-report.ts";

export interface ResidentRuntime {
  /** What stands behind a scanned code; undefined for an unknown one, or where the street takes no residents' reports. */
  residentPlace(code: string): Promise<wire.ResidentPlace | undefined>;
  residentMap(code: string): Promise<wire.MapLayers | undefined>;
  /** A resident's report, held against floods; its number is sealed and its link made in the same transaction. */
  acceptResidentReport(report: wire.ResidentReport, caller: Caller): Promise<Outcome<wire.ResidentReceipt>>;
  /** A place for a photo that a report will name. In: makes the row inside the counting transaction. */
  admitResidentPhoto(
    photo: { readonly code: string; readonly device: string },
    caller: Caller,
    keep: (tx: Tx, where: { readonly street: string; readonly unitPath: string }) => Promise<void>,
  ): Promise<Outcome<undefined>>;
  /** Undefined for a wrong or expired token. */
  residentProgress(token: string): Promise<wire.ResidentProgress | undefined>;
  /** Street of a result's photo that the token's holder may see. */
  residentResultPhoto(token: string, id: string): Promise<string | undefined>;
  rateResult(token: string, rating: wire.ResidentRating): Promise<Outcome<wire.ResidentProgress>>;
  showContact(
    principal: Principal,
    scope: Scope,
    caseId: string,
    why: wire.ContactReason,
  ): Promise<Outcome<wire.ResidentContact>>;
  gridBoards(streets: readonly string[], publicUrl: string): Promise<wire.GridBoard[]>;
}

export const residentRuntime = (context: RuntimeContext): ResidentRuntime => ({
  residentPlace: (code) => readResidentPlace(context, code),
  residentMap: (code) => readResidentMap(context, code),
  acceptResidentReport: (report, caller) => acceptResidentReport(context, report, caller),
  admitResidentPhoto: (photo, caller, keep) => admitResidentPhoto(context, photo, caller, keep),
  residentProgress: (token) => readResidentProgress(context, token),
  residentResultPhoto: (token, id) => findResultPhoto(context, token, id),
  rateResult: (token, rating) => rateResult(context, token, rating),
  showContact: (principal, scope, caseId, why) => showContact(context, principal, scope, caseId, why),
  gridBoards: (streets, publicUrl) => readGridBoards(context, streets, publicUrl),
});
