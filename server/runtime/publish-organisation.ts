/** The one way by which a change of units or grids becomes the next version of the organisation of the base pack. */
import type { JsonObject } from "../../engine/model/json.ts";
import type { PackDocument } from "../../engine/model/pack.ts";
import type { Problem } from "../../engine/model/problem.ts";
import type { Person } from "../access/actor.ts";
import { answer, refuse, type Outcome } from "../http/outcome.ts";
import { problem, type ProblemCode } from "../http/problems.ts";
import { addAudit } from "../store/audit.ts";
import { versionsOf, type VersionRow } from "../store/definitions.ts";
import type { Tx } from "../store/index.ts";
import { personNames } from "../store/people.ts";
import { isFault, problemsOf } from "./check-document.ts";
import { inTurn } from "./in-turn.ts";
import { publishDocument, readStoredPacks, type StoredPacks } from "./pack-rows.ts";
import type { OrganisationContext } from "./organisation-context.ts";
import { orRefused, Refusal } from "./refusal.ts";

/** Units and grids stand in documents that are published whole: one change after the other. */
export const organisationTurns = inTurn();

export const basePack = ({ catalogue }: OrganisationContext): string => catalogue.heads[0]?.key ?? "";

export interface OrganisationChange {
  /** Tenant whose record the change stands in. */
  readonly street: string;
  readonly note: string;
  readonly action: string;
  readonly subject: string;
  readonly body: JsonObject;
  /** New content; the documents before the last are checked together with it. */
  readonly documents: readonly PackDocument[];
  /** Asked once more in the transaction that publishes: problems that came up meanwhile. */
  readonly confirm?: (tx: Tx) => Promise<readonly Problem[]>;
}

const withDocuments = (stored: StoredPacks, pack: string, documents: readonly PackDocument[]): StoredPacks => ({
  ...stored,
  packs: stored.packs.map((each) =>
    each.head.key !== pack
      ? each
      : {
          ...each,
          documents: [
            ...each.documents.filter((old) => !documents.some(({ kind, key }) => kind === old.kind && key === old.key)),
            ...documents,
          ],
        },
  ),
});

/** Who published the version that a change collides with. */
export async function collision(
  context: OrganisationContext,
  code: ProblemCode,
  row: VersionRow | undefined,
): Promise<Outcome<never>> {
  const { store, catalogue } = context;
  const names = await personNames(store.read, row === undefined ? [] : [row.published_by]);
  const by = names.get(row?.published_by ?? "") ?? catalogue.city["zh-CN"];
  const at = row === undefined ? null : new Date(row.published_at).toISOString();
  return { ok: false, problems: [problem(code, { by })], details: { by, at } };
}

/** Another node may have published since this one has read. */
async function checkUnchanged(tx: Tx, pack: string, stored: StoredPacks, document: PackDocument): Promise<void> {
  const { kind, key } = document;
  const [latest] = await versionsOf(tx, pack, kind, key);
  if (latest?.version === stored.versionOf(pack, kind, key)) return;
  throw new Refusal([problem("ORGANISATION_CHANGED")]);
}

/** In: documents that are lawful by themselves. Out: the version of the last, in force at once. */
export async function publishOrganisation(
  context: OrganisationContext,
  principal: Person,
  change: OrganisationChange,
): Promise<Outcome<number>> {
  const { store, catalogue, ports } = context;
  const { documents, street, note } = change;
  const pack = basePack(context);
  const last = documents.at(-1);
  if (last === undefined) throw new Error("Expected a changed document of the organisation.");
  const stored = await readStoredPacks(store.read, catalogue.heads);
  const faults = await problemsOf(context, withDocuments(stored, pack, documents.slice(0, -1)), pack, last);
  if (faults.some(isFault)) return refuse(...faults.filter(isFault));
  const at = ports.clock.now();
  const done = await orRefused(
    store.write(async (tx): Promise<Outcome<number>> => {
      const late = (await change.confirm?.(tx)) ?? [];
      if (late.length > 0) return refuse(...late);
      let version = 0;
      for (const document of documents) {
        await checkUnchanged(tx, pack, stored, document);
        version = await publishDocument(tx, pack, document, { by: principal.id, note, at, origin: "uploaded" });
      }
      addAudit(tx, {
        ...{ street, id: ports.ids.uuid(), at, actor: `person:${principal.id}`, action: change.action },
        ...{ subject: change.subject, body: { ...change.body, version } },
      });
      return answer(version);
    }),
  );
  if (done.ok) await catalogue.refresh();
  else await catalogue.refreshIfChanged();
  return done;
}
