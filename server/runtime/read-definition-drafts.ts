/** Drafts as editors see them. */
import type { Title } from "../../engine/model/title.ts";
import { parseDmn } from "../../engine/index.ts";
import type { JsonObject } from "../../engine/model/json.ts";
import type { PackDocument } from "../../engine/model/pack.ts";
import type { Problem } from "../../engine/model/problem.ts";
import { kinds } from "../../engine/overlay/index.ts";
import type { Principal } from "../access/actor.ts";
import type { DefinitionDraft, DefinitionDraftSummary, Pack } from "../contract/types.ts";
import { answer, notFound, type Outcome } from "../http/outcome.ts";
import { problem } from "../http/problems.ts";
import { listDefinitionDrafts, type DefinitionDraftRow } from "../store/definition-drafts.ts";
import { personNames } from "../store/people.ts";
import { copies } from "./check-document.ts";
import {
  checkName,
  draftState,
  mayEdit,
  type DefinitionName,
  type DraftContext,
  type DraftState,
} from "./definition-draft.ts";
import { parseHere } from "./not-run-here.ts";
import { documentOf } from "./uploaded-document.ts";

async function xmlProblems(kind: "process" | "decision", xml: string): Promise<readonly Problem[]> {
  const parsed = kind === "process" ? await parseHere(xml) : await parseDmn(xml);
  if (!parsed.ok) return parsed.problems;
  return "warnings" in parsed.value ? parsed.value.warnings.map((each) => ({ ...each, severity: "warning" })) : [];
}

const isObject = (value: unknown): value is JsonObject =>
  typeof value === "object" && value !== null && !Array.isArray(value);

type Checked = Pick<DefinitionDraft, "problems" | "validatorUrl">;

/** A document by itself: enough for an editor while somebody types; publishing asks for the rest. */
async function checkAlone(context: DraftContext, document: PackDocument): Promise<Checked> {
  if ("xml" in document) return { problems: copies(await xmlProblems(document.kind, document.xml)) };
  const fault = (path: string, zh: string, en: string) => ({ ...problem("CONTENT_UNREADABLE", {}, { path }), zh, en });
  const wrong = kinds[document.kind].check(document.content, fault);
  const { schema } = document.content;
  if (document.kind !== "form" || !isObject(schema)) return { problems: copies(wrong) };
  const compiled = await context.compileDraft(schema);
  return compiled.ok
    ? { problems: copies(wrong), validatorUrl: `/api/validators/${compiled.value.hash}.js` }
    : { problems: copies([...wrong, ...compiled.problems]) };
}

async function editorOf(context: DraftContext, row: DefinitionDraftRow | undefined) {
  if (row === undefined) return {};
  const names = await personNames(context.store.read, [row.edited_by]);
  const by = { id: row.edited_by, name: names.get(row.edited_by) ?? row.edited_by };
  return { by, at: new Date(row.edited_at).toISOString() };
}

/** The draft in this state, with what is wrong with it; `withContent` false for the answer to a save. */
export async function draftView(
  context: DraftContext,
  name: DefinitionName,
  state: DraftState,
  document: PackDocument,
  withContent: boolean,
): Promise<DefinitionDraft> {
  const { row, published, isChanged, sequence } = state;
  const content = isChanged ? row?.content : published?.content;
  const base = isChanged ? (row?.base_version ?? undefined) : published?.version;
  return {
    ...{ pack: name.pack, kind: name.kind, key: name.key, editSequence: sequence, isChanged },
    ...(withContent && content != null ? { content } : {}),
    ...(await editorOf(context, row)),
    ...(base === undefined ? {} : { baseVersion: base }),
    ...(published === undefined ? {} : { publishedVersion: published.version }),
    ...(await checkAlone(context, document)),
  };
}

/** See `Runtime.definitionDraft`. */
export async function readDefinitionDraft(
  context: DraftContext,
  principal: Principal,
  name: DefinitionName,
): Promise<Outcome<DefinitionDraft>> {
  const kind = checkName(context, principal, name);
  if (!kind.ok) return kind;
  const state = await draftState(context.store.read, name);
  const content = state.isChanged ? state.row?.content : state.published?.content;
  if (content == null) return notFound();
  const document = await documentFor(kind.value, name.key, content);
  return answer(await draftView(context, name, state, document, true));
}

/** XML is kept as somebody drew it, also while it does not parse; JSON was read before it was stored. */
async function documentFor(kind: PackDocument["kind"], key: string, content: string): Promise<PackDocument> {
  if (kind === "process" || kind === "decision") return { kind, key, xml: content };
  const read = await documentOf({ kind, content });
  if (!read.ok) throw new Error(`Expected the stored content of ${kind}/${key} to be JSON.`);
  return read.value;
}

/** See `Runtime.definitionDrafts`. */
export async function readDefinitionDrafts(
  context: DraftContext,
  principal: Principal,
  filter: { readonly kind?: string; readonly pack?: string },
): Promise<DefinitionDraftSummary[]> {
  const { read } = context.store;
  const heads = new Map(context.catalogue.heads.map((head) => [head.key, head]));
  const rows = (await listDefinitionDrafts(read, filter)).filter((row) => {
    const head = heads.get(row.pack);
    return head !== undefined && mayEdit(context, principal, head);
  });
  const names = await personNames(read, [...new Set(rows.map((row) => row.edited_by))]);
  const states = await Promise.all(rows.map((row) => draftState(read, row)));
  return rows.flatMap((row, at) => {
    const state = states[at];
    if (state?.isChanged !== true) return [];
    return [
      {
        ...{ pack: row.pack, kind: row.kind, key: row.key, editSequence: row.edit_sequence },
        packTitle: { ...(heads.get(row.pack)?.title ?? { "zh-CN": row.pack }) },
        title: { ...(JSON.parse(row.title) as Title) },
        by: { id: row.edited_by, name: names.get(row.edited_by) ?? row.edited_by },
        at: new Date(row.edited_at).toISOString(),
        ...(state.published === undefined ? {} : { publishedVersion: state.published.version }),
      },
    ];
  });
}

/** See `Runtime.packs`. */
export const readPacks = (context: DraftContext, principal: Principal): Pack[] =>
  context.catalogue.heads
    .filter((head) => mayEdit(context, principal, head))
    .map(({ key, title, level, levelKind, base }) => ({
      ...{ key, title: { ...title }, level, levelKind, prefix: base === undefined ? "" : `${key}__` },
    }));
