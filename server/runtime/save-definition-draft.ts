/** A draft is saved over the one that its author saw, or not at all; given up, it goes back to what is published. */
import type { Kind, PackDocument } from "../../engine/model/pack.ts";
import type { Result } from "../../engine/model/problem.ts";
import type { Principal } from "../access/actor.ts";
import type { DefinitionDraft, SaveDefinitionDraft } from "../contract/types.ts";
import { answer, type Outcome } from "../http/outcome.ts";
import { problem } from "../http/problems.ts";
import { keepDefinitionDraft, type DefinitionDraftRow } from "../store/definition-drafts.ts";
import {
  checkName,
  draftChanged,
  draftState,
  type DefinitionName,
  type DraftContext,
  type DraftState,
} from "./definition-draft.ts";
import { hashOfDocument, titleOf } from "./pack-rows.ts";
import { draftView } from "./read-definition-drafts.ts";
import { documentOf } from "./uploaded-document.ts";

/** What may be stored as this definition's draft: a flow even while it does not parse, JSON only with its own key. */
async function documentToSave(kind: Kind, key: string, content: string): Promise<Result<PackDocument>> {
  const read = await documentOf({ kind, content });
  if (!read.ok && (kind === "process" || kind === "decision")) return { ok: true, value: { kind, key, xml: content } };
  if (!read.ok || read.value.key === key) return read;
  return { ok: false, problems: [problem("DRAFT_KEY_DIFFERS", { found: read.value.key, key }, { path: "/key" })] };
}

/** A definition that was given up before it was ever published is new again for everybody. */
const expected = ({ row, published, sequence }: DraftState): number =>
  row?.content === null && published === undefined ? 0 : sequence;

/** The answer got lost and the same is sent again: it is there already. */
const isRepeated = ({ row, sequence }: DraftState, principal: Principal, body: SaveDefinitionDraft): boolean =>
  row?.edited_by === principal.id && row.content === body.content && sequence === body.editSequence + 1;

/** See `Runtime.saveDefinitionDraft`. */
export async function saveDefinitionDraft(
  context: DraftContext,
  principal: Principal,
  name: DefinitionName,
  body: SaveDefinitionDraft,
): Promise<Outcome<DefinitionDraft>> {
  const kind = checkName(context, principal, name);
  if (!kind.ok) return kind;
  const document = await documentToSave(kind.value, name.key, body.content);
  if (!document.ok) return document;
  const refused = await context.store.write(async (tx): Promise<DefinitionDraftRow | undefined | "saved"> => {
    const state = await draftState(tx, name);
    if (isRepeated(state, principal, body)) return "saved";
    if (expected(state) !== body.editSequence) return state.row;
    const base = state.isChanged ? state.row?.base_version : state.published?.version;
    const row: DefinitionDraftRow = {
      ...{ pack: name.pack, kind: name.kind, key: name.key, content: body.content },
      ...{ hash: hashOfDocument(document.value), title: titleOf(document.value), base_version: base ?? null },
      ...{ edit_sequence: state.sequence + 1, edited_by: principal.id, edited_at: context.ports.clock.now() },
    };
    await keepDefinitionDraft(tx, row, state.sequence);
    return "saved";
  });
  if (refused !== "saved") return draftChanged(context, refused);
  const state = await draftState(context.store.read, name);
  return answer(await draftView(context, name, state, document.value, false));
}

/** See `Runtime.discardDefinitionDraft`. */
export async function discardDefinitionDraft(
  context: DraftContext,
  principal: Principal,
  name: DefinitionName,
  editSequence: number,
): Promise<Outcome<undefined>> {
  const kind = checkName(context, principal, name);
  if (!kind.ok) return kind;
  const refused = await context.store.write(async (tx): Promise<DefinitionDraftRow | undefined | "gone"> => {
    const { row, sequence } = await draftState(tx, name);
    if (row === undefined || sequence !== editSequence) return row;
    if (row.content === null) return "gone";
    const by = { edited_by: principal.id, edited_at: context.ports.clock.now() };
    await keepDefinitionDraft(tx, { ...row, ...by, content: null, hash: null, edit_sequence: sequence + 1 }, sequence);
    return "gone";
  });
  return refused === "gone" ? answer(undefined) : draftChanged(context, refused);
}
