/**
 * An uploaded definition becomes the next version: parsed, resolved for every street, bundled and compiled first;
 * one fault and nothing is stored. Running cases keep the bundle that they started with.
 */
import type { JsonObject } from "../../engine/model/json.ts";
import type { Pack, PackDocument } from "../../engine/model/pack.ts";
import type { Problem, Result } from "../../engine/model/problem.ts";
import { parseBpmn, parseDmn } from "../../engine/index.ts";
import type { Principal } from "../access/actor.ts";
import { mayDo } from "../access/may-do.ts";
import type { DeployRequest, DeployResult } from "../contract/types.ts";
import { answer, refuseWith, type Outcome } from "../http/outcome.ts";
import { problem } from "../http/problems.ts";
import { buildContent } from "./build-content.ts";
import type { StoredCatalogue } from "./catalogue.ts";
import type { RuntimeContext } from "./context.ts";
import { publishDocument, readStoredPacks, type StoredPacks } from "./pack-rows.ts";

type Context = RuntimeContext & { readonly catalogue: StoredCatalogue };

const keyPattern = /^[a-z][A-Za-z0-9]*(__[a-z][A-Za-z0-9]*)?$/;

const unreadable = (reason: string): Result<never> => ({
  ok: false,
  problems: [problem("CONTENT_UNREADABLE", { reason })],
});

/** The key of an XML file is that of its one executable process or its first decision. */
async function xmlDocument(kind: "process" | "decision", xml: string): Promise<Result<PackDocument>> {
  const parsed = kind === "process" ? await parseBpmn(xml) : await parseDmn(xml);
  if (!parsed.ok) return parsed;
  const [first] = "processes" in parsed.value ? parsed.value.processes : parsed.value.decisions;
  return first === undefined
    ? unreadable("没有可执行的流程 there is no executable process")
    : { ok: true, value: { kind, key: first.key, xml } };
}

function jsonDocument(
  kind: Exclude<DeployRequest["kind"], "process" | "decision">,
  text: string,
): Result<PackDocument> {
  let content: unknown;
  try {
    content = JSON.parse(text);
  } catch (error) {
    return unreadable(`不是正确的 JSON (${error instanceof Error ? error.message : "invalid JSON"})`);
  }
  if (typeof content !== "object" || content === null || Array.isArray(content))
    return unreadable("应为一个 JSON 对象 expected a JSON object");
  const { key } = content as { readonly key?: unknown };
  if (typeof key !== "string" || !keyPattern.test(key)) return unreadable("缺少正确的 key expected a valid key");
  return { ok: true, value: { kind, key, content: content as JsonObject } };
}

const documentOf = ({ kind, content }: DeployRequest): Promise<Result<PackDocument>> | Result<PackDocument> =>
  kind === "process" || kind === "decision" ? xmlDocument(kind, content) : jsonDocument(kind, content);

/** The packs as they would be with the new document. */
function withDocument(stored: StoredPacks, pack: string, document: PackDocument): StoredPacks {
  const isSame = (each: PackDocument) => each.kind === document.kind && each.key === document.key;
  const changed = (each: Pack): Pack =>
    each.head.key === pack
      ? { ...each, documents: [...each.documents.filter((other) => !isSame(other)), document] }
      : each;
  return { ...stored, packs: stored.packs.map(changed) };
}

async function problemsOf(context: Context, stored: StoredPacks, pack: string, document: PackDocument) {
  const built = await buildContent(withDocument(stored, pack, document), new Map(context.catalogue.parseCache));
  if (!built.ok) return built.problems;
  const problems: Problem[] = [];
  if (document.kind === "form") {
    // The form as every street would show it, not only as it was uploaded.
    for (const street of [built.value.root, ...built.value.streets.values()]) {
      const form = street.forms.get(document.key);
      const compiled = form === undefined ? undefined : await context.compileForm(form.schema);
      if (compiled?.ok === false) problems.push(...compiled.problems);
    }
  }
  return problems.length > 0
    ? problems
    : built.value.warnings.map((each) => ({ ...each, severity: "warning" as const }));
}

const isFault = (found: Problem) => found.severity !== "warning";

function copies(problems: readonly Problem[]): DeployResult["problems"] {
  return [...new Map(problems.map((each) => [JSON.stringify(each), { ...each }])).values()];
}

async function publish(context: Context, principal: Principal, request: DeployRequest, document: PackDocument) {
  const version = await context.store.write((tx) =>
    publishDocument(tx, request.pack, document, {
      ...{ by: principal.id, note: request.note ?? "", at: context.ports.clock.now(), origin: "uploaded" },
    }),
  );
  await context.catalogue.refresh();
  return version;
}

/** See `Runtime.deploy`. */
export async function deploy(
  context: Context,
  principal: Principal,
  request: DeployRequest,
): Promise<Outcome<DeployResult>> {
  if (!mayDo(principal, "definition.deploy")) return refuseWith("ACTION_NOT_ALLOWED", { action: "definition.deploy" });
  const { heads } = context.catalogue;
  const head = heads.find((each) => each.key === request.pack);
  if (head === undefined) return refuseWith("PACK_UNKNOWN", { pack: request.pack });
  if (!mayDo(principal, "definition.deploy", { path: context.catalogue.tree.path(head.level) }))
    return refuseWith("ACTION_NOT_ALLOWED", { action: "definition.deploy" });
  const document = await documentOf(request);
  if (!document.ok) return answer({ deployed: false, problems: copies(document.problems) });
  const stored = await readStoredPacks(context.store.read, heads);
  const problems = await problemsOf(context, stored, request.pack, document.value);
  const { key } = document.value;
  if (problems.some(isFault) || request.checkOnly === true)
    return answer({ deployed: false, key, problems: copies(problems) });
  const version = await publish(context, principal, request, document.value);
  return answer({ deployed: true, key, version, problems: copies(problems) });
}
