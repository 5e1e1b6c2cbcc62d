/** A draft becomes the next version: only as its author saw it, on the version he compared it with, and when all fits. */
import { formChanges, typeProblems } from "../../engine/forms/index.ts";
import type { JsonObject } from "../../engine/model/json.ts";
import type { PackDocument } from "../../engine/model/pack.ts";
import type { Problem } from "../../engine/model/problem.ts";
import type { Principal } from "../access/actor.ts";
import type { DefinitionChange, PublishDefinitionDraft, PublishResult } from "../contract/types.ts";
import { answer, notFound, refuseWith, type Outcome } from "../http/outcome.ts";
import { problem } from "../http/problems.ts";
import { keepDefinitionDraft } from "../store/definition-drafts.ts";
import type { VersionRow } from "../store/definitions.ts";
import { personNames } from "../store/people.ts";
import { copies, isFault, problemsOf } from "./check-document.ts";
import {
  checkName,
  draftChanged,
  draftState,
  type DefinitionName,
  type DraftContext,
  type DraftState,
} from "./definition-draft.ts";
import { publishDocument, readStoredPacks } from "./pack-rows.ts";
import { documentOf } from "./uploaded-document.ts";

async function versionChanged(context: DraftContext, published: VersionRow): Promise<Outcome<never>> {
  const { published_by: id, published_at: time, version } = published;
  const by = (await personNames(context.store.read, [id])).get(id) ?? id;
  const problems = [problem("VERSION_CHANGED", { by, version })];
  return { ok: false, problems, details: { by, at: new Date(time).toISOString(), version } };
}

/** Why this draft cannot be published as it is asked, before anything is read in it. */
async function refusal(
  context: DraftContext,
  state: DraftState,
  body: PublishDefinitionDraft,
): Promise<Outcome<never> | undefined> {
  const { row, published, isChanged, sequence } = state;
  if (row?.content == null) return published === undefined ? notFound() : refuseWith("NOTHING_TO_PUBLISH");
  if (sequence !== body.editSequence) return draftChanged(context, row);
  const base = body.baseVersion ?? row.base_version;
  if (isChanged && published !== undefined && base !== published.version) return versionChanged(context, published);
  if (row.hash === published?.hash) return refuseWith("NOTHING_TO_PUBLISH");
  return isChanged ? undefined : refuseWith("NOTHING_TO_PUBLISH");
}

interface Comparison {
  readonly changes: DefinitionChange[];
  readonly problems: readonly Problem[];
}

/** What is new against the published version; so far forms say it in words. */
function compare(document: PackDocument, published: VersionRow | undefined): Comparison {
  if (document.kind !== "form" || "xml" in document) return { changes: [], problems: [] };
  const before = published === undefined ? undefined : (JSON.parse(published.content) as JsonObject);
  const changes = formChanges(before, document.content).map((each) => ({ ...each }));
  return { changes, problems: typeProblems(before, document.content) };
}

type Published = { readonly version: number } | { readonly refused: Outcome<never> };

async function publish(
  context: DraftContext,
  principal: Principal,
  name: DefinitionName,
  document: PackDocument,
  body: PublishDefinitionDraft,
): Promise<Published> {
  const by = { by: principal.id, note: body.note, at: context.ports.clock.now(), origin: "uploaded" } as const;
  const done = await context.store.write(async (tx): Promise<Published> => {
    // Between the check and now somebody may have saved.
    const state = await draftState(tx, name);
    const refused = await refusal(context, state, body);
    if (refused !== undefined || state.row === undefined) return { refused: refused ?? notFound() };
    const version = await publishDocument(tx, name.pack, document, by);
    await keepDefinitionDraft(tx, { ...state.row, base_version: version }, state.sequence);
    return { version };
  });
  if ("version" in done) await context.catalogue.refresh();
  return done;
}

/** See `Runtime.publishDefinitionDraft`. */
export async function publishDefinitionDraft(
  context: DraftContext,
  principal: Principal,
  name: DefinitionName,
  body: PublishDefinitionDraft,
): Promise<Outcome<PublishResult>> {
  const kind = checkName(context, principal, name);
  if (!kind.ok) return kind;
  const state = await draftState(context.store.read, name);
  const refused = await refusal(context, state, body);
  if (refused !== undefined) return refused;
  const document = await documentOf({ kind: kind.value, content: state.row?.content ?? "" });
  if (!document.ok) return answer({ published: false, problems: copies(document.problems), changes: [] });
  if (document.value.key !== name.key)
    return refuseWith("DRAFT_KEY_DIFFERS", { found: document.value.key, key: name.key });
  const stored = await readStoredPacks(context.store.read, context.catalogue.heads);
  const compared = compare(document.value, state.published);
  const around = await problemsOf(context, stored, name.pack, document.value);
  const problems = copies([...compared.problems, ...around]);
  const { changes } = compared;
  if (problems.some(isFault) || body.checkOnly === true) return answer({ published: false, problems, changes });
  const done = await publish(context, principal, name, document.value, body);
  return "refused" in done ? done.refused : answer({ published: true, version: done.version, problems, changes });
}
