/** Packs → what is in force for each street: resolved, parsed, bundled and checked as a whole. Stores nothing. */
import { parseBpmn, parseDmn, type Bundle, type Decision, type ProcessDefinition } from "../../engine/index.ts";
import type { JsonObject } from "../../engine/model/json.ts";
import type { Pack, PackDocument, ResolvedPack } from "../../engine/model/pack.ts";
import type { Problem, Result } from "../../engine/model/problem.ts";
import { bundleOf, canonicalJson, resolve } from "../../engine/overlay/index.ts";
import type { BundlePartRow } from "../store/definitions.ts";
import type { PublishedForm } from "./catalogue-type.ts";
import { contentHash } from "./content-hash.ts";
import { hashOfDocument, type StoredPacks } from "./pack-rows.ts";
import { publishedForm } from "./published-form.ts";

/** A form that differs from its base in one street and must be published there. */
export interface FormVariant {
  readonly pack: string;
  readonly document: PackDocument;
  readonly version: number;
}

export interface BuiltBundle {
  readonly bundle: Bundle;
  readonly parts: readonly BundlePartRow[];
}

/** What is in force in one street, or for the units above the streets. */
export interface StreetContent {
  readonly pack: ResolvedPack;
  readonly forms: ReadonlyMap<string, PublishedForm>;
  /** By the key of the process that starts a case. */
  readonly bundles: ReadonlyMap<string, BuiltBundle>;
}

export interface Content {
  readonly root: StreetContent;
  /** By street: the unit that the pack belongs to. */
  readonly streets: ReadonlyMap<string, StreetContent>;
  readonly variants: readonly FormVariant[];
  readonly warnings: readonly Problem[];
}

interface Parsed {
  readonly processes: Record<string, ProcessDefinition>;
  readonly decisions: Record<string, Decision>;
}

/** Files that have been parsed before: a document changes seldom and is shared by all streets. */
export type ParseCache = Map<string, Promise<Result<Parsed>>>;

async function parseOne(document: Extract<PackDocument, { readonly xml: string }>): Promise<Result<Parsed>> {
  if (document.kind === "process") {
    const parsed = await parseBpmn(document.xml);
    if (!parsed.ok) return parsed;
    const processes = Object.fromEntries(parsed.value.processes.map((process) => [process.key, process]));
    return { ok: true, value: { processes, decisions: {} } };
  }
  const parsed = await parseDmn(document.xml);
  if (!parsed.ok) return parsed;
  const decisions = Object.fromEntries(parsed.value.decisions.map((decision) => [decision.key, decision]));
  return { ok: true, value: { processes: {}, decisions } };
}

async function parseAll(packs: readonly Pack[], cache: ParseCache): Promise<Result<Parsed>> {
  const all: Parsed = { processes: {}, decisions: {} };
  const problems: Problem[] = [];
  for (const document of packs.flatMap((pack) => pack.documents)) {
    if (!("xml" in document)) continue;
    const hash = hashOfDocument(document);
    const parsing = cache.get(hash) ?? parseOne(document);
    cache.set(hash, parsing);
    const parsed = await parsing;
    if (parsed.ok) {
      Object.assign(all.processes, parsed.value.processes);
      Object.assign(all.decisions, parsed.value.decisions);
    } else problems.push(...parsed.problems.map((each) => ({ path: `${document.kind}/${document.key}`, ...each })));
  }
  return problems.length > 0 ? { ok: false, problems } : { ok: true, value: all };
}

interface Versions {
  readonly stored: StoredPacks;
  readonly base: string;
  readonly variants: FormVariant[];
}

/** The version of a form in a street: its base's while it says the same, else a number of its own above it. */
function versionOfForm({ stored, base, variants }: Versions, pack: ResolvedPack, document: PackDocument): number {
  const { key } = pack.head;
  const owner = pack.documents[`form/${document.key}`]?.pack ?? base;
  const published = stored.versionOf(owner, "form", document.key) ?? 1;
  const original = stored.packs
    .find((each) => each.head.key === owner)
    ?.documents.find((each) => each.kind === "form" && each.key === document.key);
  if (original !== undefined && hashOfDocument(original) === hashOfDocument(document)) return published;
  const before = stored.variants.find((row) => row.pack === key && row.key === document.key);
  if (before?.hash === hashOfDocument(document)) return before.version;
  const version = Math.max(published, before?.version ?? 0) + 1;
  variants.push({ pack: key, document, version });
  return version;
}

function formsOf(versions: Versions, pack: ResolvedPack): ReadonlyMap<string, PublishedForm> {
  const documents = Object.values(pack.documents).filter((document) => document.kind === "form");
  return new Map(
    documents.flatMap((document) => {
      if (!("content" in document)) return [];
      const plain: PackDocument = { kind: "form", key: document.key, content: document.content };
      return [[document.key, publishedForm(plain.key, versionOfForm(versions, pack, plain), plain.content)] as const];
    }),
  );
}

const objects = (value: unknown): readonly JsonObject[] => (Array.isArray(value) ? (value as JsonObject[]) : []);

/** Processes that cases start with: the pack's event loop and whatever its matters name. */
function rootsOf(pack: ResolvedPack): readonly string[] {
  const named = pack.chain.flatMap((head) => head.eventProcess ?? []);
  const matters = Object.values(pack.documents).flatMap((document) =>
    document.kind === "matter" && "content" in document ? objects(document.content["matters"]) : [],
  );
  const processes = matters.map((matter) => matter["process"]).filter((key): key is string => typeof key === "string");
  return [...new Set([...named, ...processes])];
}

function partsOf(hash: string, bundle: Bundle, pack: ResolvedPack, stored: StoredPacks): readonly BundlePartRow[] {
  const part =
    (kind: "process" | "decision") =>
    (key: string): BundlePartRow[] => {
      const document = pack.documents[`${kind}/${key}`];
      if (document === undefined || !("xml" in document)) return [];
      const version = stored.versionOf(document.pack, kind, key) ?? 1;
      return [{ bundle_hash: hash, kind, key, pack: document.pack, version, content: document.xml }];
    };
  return [
    ...Object.keys(bundle.processes).flatMap(part("process")),
    ...Object.keys(bundle.decisions).flatMap(part("decision")),
  ];
}

function bundlesOf(pack: ResolvedPack, parsed: Parsed, forms: ReadonlyMap<string, PublishedForm>, stored: StoredPacks) {
  const bundles = new Map<string, BuiltBundle>();
  const problems: Problem[] = [];
  for (const root of rootsOf(pack)) {
    const content = bundleOf(pack, root, parsed, (key) => forms.get(key)?.version);
    if (!content.ok) {
      problems.push(...content.problems);
      continue;
    }
    // What is kept and what runs are the same JSON, so that a restart changes nothing.
    const text = canonicalJson(content.value as unknown as JsonObject);
    const hash = contentHash(content.value as unknown as JsonObject);
    const bundle: Bundle = { ...(JSON.parse(text) as Omit<Bundle, "hash">), hash };
    bundles.set(root, { bundle, parts: partsOf(hash, bundle, pack, stored) });
  }
  return { bundles, problems };
}

/** A flow that nothing starts or calls yet is checked like the others, so that it can be used as it is. */
function unreachedProblems(
  pack: ResolvedPack,
  key: string,
  parsed: Parsed,
  made: ReturnType<typeof bundlesOf>,
  forms: ReadonlyMap<string, PublishedForm>,
) {
  const isReached = [...made.bundles.values()].some(({ bundle }) => Object.hasOwn(bundle.processes, key));
  if (isReached || made.problems.length > 0 || pack.documents[`process/${key}`] === undefined) return [];
  const alone = bundleOf(pack, key, parsed, (form) => forms.get(form)?.version);
  return alone.ok ? [] : alone.problems;
}

/**
 * In: packs, the base first, and perhaps the key of a process to check even where no case starts with it. Out: content
 * for every street, or everything that does not fit together.
 */
export async function buildContent(stored: StoredPacks, cache: ParseCache, checked?: string): Promise<Result<Content>> {
  const [base, ...streets] = stored.packs;
  if (base === undefined) throw new Error("Expected a base pack, but there is none.");
  const parsed = await parseAll(stored.packs, cache);
  if (!parsed.ok) return parsed;
  const versions: Versions = { stored, base: base.head.key, variants: [] };
  const problems: Problem[] = [];
  const warnings: Problem[] = [];
  const build = (children: readonly Pack[]): StreetContent | undefined => {
    const resolved = resolve(base, children);
    if (!resolved.ok) return void problems.push(...resolved.problems);
    warnings.push(...resolved.value.warnings);
    const { pack } = resolved.value;
    const forms = formsOf(versions, pack);
    const made = bundlesOf(pack, parsed.value, forms, stored);
    problems.push(...made.problems);
    if (checked !== undefined) problems.push(...unreachedProblems(pack, checked, parsed.value, made, forms));
    return { pack, forms, bundles: made.bundles };
  };
  const root = build([]);
  const built = streets.map((street) => [street.head.level, build([street])] as const);
  if (root === undefined || problems.length > 0) return { ok: false, problems: unique(problems) };
  const found = built.flatMap(([level, content]) => (content === undefined ? [] : [[level, content] as const]));
  return { ok: true, value: { root, streets: new Map(found), variants: versions.variants, warnings } };
}

/** A fault of the base shows in every street; it is told once. */
function unique(problems: readonly Problem[]): readonly Problem[] {
  return [...new Map(problems.map((problem) => [JSON.stringify(problem), problem])).values()];
}
