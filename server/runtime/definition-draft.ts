/** What all work on drafts begins with: the definition, whether this person may edit it, its draft and what is published. */
import type { Kind, PackHead } from "../../engine/model/pack.ts";
import type { Result } from "../../engine/model/problem.ts";
import { kinds } from "../../engine/overlay/index.ts";
import type { Principal } from "../access/actor.ts";
import { mayDo } from "../access/may-do.ts";
import { refuseWith, type Outcome } from "../http/outcome.ts";
import { problem } from "../http/problems.ts";
import { findDefinitionDraft, type DefinitionDraftRow } from "../store/definition-drafts.ts";
import { versionsOf, type VersionRow } from "../store/definitions.ts";
import type { Reader } from "../store/index.ts";
import { personNames } from "../store/people.ts";
import type { StoredCatalogue } from "./catalogue.ts";
import type { RuntimeContext } from "./context.ts";

export type DraftContext = RuntimeContext & { readonly catalogue: StoredCatalogue };

/** A definition by its place: pack, kind and key. */
export interface DefinitionName {
  readonly pack: string;
  readonly kind: string;
  readonly key: string;
}

const isKind = (kind: string): kind is Kind => kind === "process" || kind === "decision" || Object.hasOwn(kinds, kind);

/** True when the person edits the content of this pack: the packs of other streets do not exist for him. */
export const mayEdit = ({ catalogue }: DraftContext, principal: Principal, head: PackHead): boolean =>
  mayDo(principal, "definition.deploy", { path: catalogue.tree.path(head.level) });

/** Refuses what the person may not see with `NOT_FOUND`. */
export function checkName(context: DraftContext, principal: Principal, { pack, kind }: DefinitionName): Result<Kind> {
  const head = context.catalogue.heads.find((each) => each.key === pack);
  const isOpen = head !== undefined && mayEdit(context, principal, head) && isKind(kind);
  return isOpen ? { ok: true, value: kind } : { ok: false, problems: [problem("NOT_FOUND")] };
}

export interface DraftState {
  readonly row: DefinitionDraftRow | undefined;
  /** The latest version that somebody wrote; what was computed for one street does not count. */
  readonly published: VersionRow | undefined;
  /** True when the draft says something that is not published. */
  readonly isChanged: boolean;
  /** 0 when nobody has edited the definition yet. */
  readonly sequence: number;
}

/** The draft and the published version at this moment of the transaction. */
export async function draftState(read: Reader, { pack, kind, key }: DefinitionName): Promise<DraftState> {
  const [row, versions] = await Promise.all([
    findDefinitionDraft(read, pack, kind, key),
    versionsOf(read, pack, kind, key),
  ]);
  const published = versions.find((each) => each.origin !== "resolved");
  // What the draft said when it was published, or what anybody published since then, is no change.
  const isChanged =
    row?.hash != null && !versions.some(({ version, hash }) => isBase(row, version) && hash === row.hash);
  return { row, published, isChanged, sequence: row?.edit_sequence ?? 0 };
}

const isBase = (row: DefinitionDraftRow, version: number) => row.base_version === version;

/** Somebody else has saved: who and when, so that the two can talk. */
export async function draftChanged(
  context: DraftContext,
  row: DefinitionDraftRow | undefined,
): Promise<Outcome<never>> {
  if (row === undefined) return refuseWith("NOT_FOUND");
  const by = (await personNames(context.store.read, [row.edited_by])).get(row.edited_by) ?? row.edited_by;
  const at = new Date(row.edited_at).toISOString();
  const problems = [problem("DRAFT_CHANGED", { by })];
  return { ok: false, problems, details: { by, at, editSequence: row.edit_sequence } };
}
