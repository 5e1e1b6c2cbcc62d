/** A resident rates the result: the flow takes it as a message and decides whether the case is taken up again. */
import type { JsonObject } from "../../engine/model/json.ts";
import type { ResidentProgress, ResidentRating } from "../contract/types.ts";
import { answer, refuse, refuseWith, type Outcome } from "../http/outcome.ts";
import type { Tx } from "../store/index.ts";
import { isWaitingFor, ratingsOf } from "../store/residents.ts";
import type { RuntimeContext } from "./context.ts";
import { orRefused } from "./refusal.ts";
import { openLink, progressOf, ratingMessage, type OpenedLink } from "./resident-progress.ts";
import { runStep, type Stepped } from "./run-instance.ts";

const said = ({ remarks }: ResidentRating): string | null =>
  remarks === undefined || remarks.trim() === "" ? null : remarks.trim();

/** Why it cannot be taken, before anything is written. */
async function refusalOf(tx: Tx, opened: OpenedLink, given: ResidentRating): Promise<Outcome<never> | undefined> {
  const { street_id: street, case_id: caseId } = opened.link;
  const choice = opened.content.ratings.find((each) => each.code === given.rating);
  if (choice === undefined) return refuseWith("BODY_INVALID", { first: given.rating }, { path: "/rating" });
  if (!(await isWaitingFor(tx, street, caseId, ratingMessage))) {
    const isRated = (await ratingsOf(tx, street, caseId)).length > 0 && opened.running.case.closed_at !== null;
    return refuseWith(isRated ? "RESIDENT_ALREADY_RATED" : "RESIDENT_RATING_CLOSED");
  }
  if (choice.needsWords && said(given) === null) return refuseWith("RESIDENT_WORDS_NEEDED", {}, { path: "/remarks" });
  return undefined;
}

async function keep(context: RuntimeContext, tx: Tx, opened: OpenedLink, given: ResidentRating, step: Stepped) {
  const { street_id: street, case_id: caseId } = opened.link;
  const before = await ratingsOf(tx, street, caseId);
  tx.insert("resident_rating", {
    ...{ street_id: street, case_id: caseId, round: before.length + 1, rating: given.rating, remarks: said(given) },
    ...{ reopened: step.case.closed_at === null ? 1 : 0, at: context.ports.clock.now() },
  });
}

async function take(context: RuntimeContext, tx: Tx, token: string, given: ResidentRating): Promise<Outcome<true>> {
  const opened = await openLink(context, tx, token);
  if (opened === undefined) return refuseWith("RESIDENT_LINK_UNKNOWN");
  const refusal = await refusalOf(tx, opened, given);
  if (refusal !== undefined) return refusal;
  const { running } = opened;
  const variables: JsonObject = { rating: given.rating, remarks: said(given) };
  const step = await runStep(context, tx, running, {
    command: {
      ...{ type: "deliverMessage", messageName: ratingMessage, correlationKey: running.case.id, variables },
      ...{ messageId: context.ports.ids.uuid(), now: new Date(context.ports.clock.now()).toISOString() },
      actor: { kind: "resident", id: running.case.reporter },
    },
  });
  if (!step.ok) return refuse(...step.problems);
  await keep(context, tx, opened, given, step.value);
  return answer(true as const);
}

/** See `Runtime.rateResult`. */
export async function rateResult(
  context: RuntimeContext,
  token: string,
  given: ResidentRating,
): Promise<Outcome<ResidentProgress>> {
  const taken = await orRefused(context.store.writeShared((tx) => take(context, tx, token, given)));
  if (!taken.ok) return taken;
  const opened = await openLink(context, context.store.read, token);
  return opened === undefined ? refuseWith("RESIDENT_LINK_UNKNOWN") : answer(await progressOf(context, opened));
}
