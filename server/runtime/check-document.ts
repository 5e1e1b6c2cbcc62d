/** A document that is not published yet, checked with everything around it, for every street. */
import type { Pack, PackDocument } from "../../engine/model/pack.ts";
import type { Problem } from "../../engine/model/problem.ts";
import { buildContent } from "./build-content.ts";
import type { StoredCatalogue } from "./catalogue.ts";
import type { RuntimeContext } from "./context.ts";
import type { StoredPacks } from "./pack-rows.ts";

type Context = RuntimeContext & { readonly catalogue: StoredCatalogue };

/** The packs as they would be with the new document. */
function withDocument(stored: StoredPacks, pack: string, document: PackDocument): StoredPacks {
  const isSame = (each: PackDocument) => each.kind === document.kind && each.key === document.key;
  const changed = (each: Pack): Pack =>
    each.head.key === pack
      ? { ...each, documents: [...each.documents.filter((other) => !isSame(other)), document] }
      : each;
  return { ...stored, packs: stored.packs.map(changed) };
}

/** Out: faults, or when there are none the warnings of the whole. */
export async function problemsOf(
  context: Context,
  stored: StoredPacks,
  pack: string,
  document: PackDocument,
): Promise<readonly Problem[]> {
  const packs = withDocument(stored, pack, document);
  const checked = document.kind === "process" ? document.key : undefined;
  const built = await buildContent(packs, new Map(context.catalogue.parseCache), checked);
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

export const isFault = (found: Problem): boolean => found.severity !== "warning";

/** Each problem once, as the wire has it. */
export function copies(problems: readonly Problem[]): Problem[] {
  return [...new Map(problems.map((each) => [JSON.stringify(each), { ...each }])).values()];
}
