/** The resident's number: masked on the case page, in full only to who calls back, and each look is written down. */
import type { Principal, Scope } from "../access/actor.ts";
import { mayDo } from "../access/may-do.ts";
import type { ContactReason, ResidentContact, ResidentReporter } from "../contract/types.ts";
import { answer, notFound, refuseWith, type Outcome } from "../http/outcome.ts";
import { findCase, type CaseRow } from "../store/cases.ts";
import { findContact, ratingsOf } from "../store/residents.ts";
import type { RuntimeContext } from "./context.ts";
import { givenRating } from "./resident-progress.ts";

const mayAsk = (principal: Principal, row: CaseRow) => mayDo(principal, "case.contact", { path: row.unit_path });

/** What the case page shows of its reporter; undefined when somebody with a post reported. */
export async function residentReporter(
  context: RuntimeContext,
  principal: Principal,
  row: CaseRow,
): Promise<ResidentReporter | undefined> {
  if (row.channel !== "resident") return undefined;
  const { store, ports, catalogue } = context;
  const [contact, ratings] = await Promise.all([
    findContact(store.read, row.street_id, row.id, ports.clock.now()),
    ratingsOf(store.read, row.street_id, row.id),
  ]);
  const canAsk = contact !== undefined && mayAsk(principal, row);
  return {
    ...(contact === undefined || !canAsk ? {} : { phone: contact.masked }),
    canAsk,
    ratings: ratings.map((each) => givenRating(catalogue.residents(row.street_id), each)),
  };
}

/** See `Runtime.showContact`. The look is kept before the number is given: one that cannot be recorded is not given. */
export async function showContact(
  context: RuntimeContext,
  principal: Principal,
  scope: Scope,
  caseId: string,
  { reason }: ContactReason,
): Promise<Outcome<ResidentContact>> {
  const { store, ports, seal } = context;
  const row = await findCase(store.read, scope, caseId);
  if (row === undefined) return notFound();
  if (!mayAsk(principal, row)) return refuseWith("ACTION_NOT_ALLOWED", { action: "case.contact" });
  const now = ports.clock.now();
  const contact = await findContact(store.read, row.street_id, row.id, now);
  if (contact === undefined) return refuseWith("CONTACT_GONE");
  await store.write((tx) => {
    tx.insert("audit", {
      ...{ street_id: row.street_id, id: ports.ids.uuid(), at: now, actor: principal.id },
      ...{ action: "case.contact", subject: `case:${row.id}`, body: JSON.stringify({ reason }) },
    });
    return Promise.resolve();
  });
  return answer({ phone: seal.open(contact.phone), deletedAt: new Date(contact.expires_at).toISOString() });
}
