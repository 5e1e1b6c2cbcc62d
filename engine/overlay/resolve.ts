/** Base and differentials → what is in force, with the origin of every attribute (definitions.md §3). Pure. */
import type {
  Operation,
  Origin,
  OwnedOperation,
  Pack,
  PackDocument,
  ResolvedDocument,
  ResolvedPack,
} from "../model/pack.ts";
import type { Problem, Result } from "../model/problem.ts";
import { applyOperations, provenanceOf } from "./apply.ts";
import { checkOperations } from "./check-operations.ts";
import { isOwn } from "./keys.ts";
import { kinds } from "./kinds/index.ts";
import { operationProblem, packProblem } from "./problems.ts";
import { faultsOf } from "./shape.ts";

export interface Resolution {
  readonly pack: ResolvedPack;
  /** Nothing wrong, but for a person to look at: the base has moved under an operation. */
  readonly warnings: readonly Problem[];
}

/**
 * In: a root pack and its descendants, nearest to the root first (city › district › street). Out: the content in force
 * at the last of them. Problems: `PACK_BASE_UNKNOWN`, `PACK_DUPLICATE`, `PACK_PREFIX`, `PACK_CONTENT_INVALID` and the
 * `OVERLAY_…` codes, each naming the operation.
 */
export function resolve(base: Pack, children: readonly Pack[]): Result<Resolution> {
  let resolved: Result<Resolution> = rootOf(base);
  for (const child of children) {
    if (!resolved.ok) return resolved;
    resolved = resolveChild(resolved.value, child);
  }
  return resolved;
}

function rootOf(base: Pack): Result<Resolution> {
  const origin: Origin = { pack: base.head.key, version: base.head.version };
  const documents = Object.fromEntries(
    base.documents.map((document) => [nameOf(document), ownDocument(document, origin)]),
  );
  const problems = base.documents.flatMap(checkDocument);
  if (problems.length > 0) return { ok: false, problems };
  return { ok: true, value: { pack: { head: base.head, chain: [base.head], documents }, warnings: [] } };
}

function resolveChild(parent: Resolution, child: Pack): Result<Resolution> {
  const problems = [
    ...checkBase(parent.pack, child),
    ...checkOwnDocuments(parent.pack, child),
    ...checkOperations(child.operations),
    ...checkTargets(parent.pack, child),
  ];
  if (problems.length > 0) return { ok: false, problems };
  const outcomes = Object.values(parent.pack.documents).map((document) => inherit(document, child));
  const refused = outcomes.flatMap((outcome) => outcome.problems);
  if (refused.length > 0) return { ok: false, problems: refused };
  const origin: Origin = { pack: child.head.key, version: child.head.version };
  const own = child.documents.map((document) => ownDocument(document, origin));
  const documents = [...outcomes.map(({ document }) => document), ...own];
  return {
    ok: true,
    value: {
      pack: {
        head: child.head,
        chain: [...parent.pack.chain, child.head],
        documents: Object.fromEntries(documents.map((document) => [nameOf(document), document])),
      },
      warnings: [...parent.warnings, ...outcomes.flatMap((outcome) => outcome.warnings)],
    },
  };
}

interface Inherited {
  readonly document: ResolvedDocument;
  readonly problems: readonly Problem[];
  readonly warnings: readonly Problem[];
}

function inherit(document: ResolvedDocument, child: Pack): Inherited {
  const operations = child.operations.filter(
    ({ target }) => `${target.kind}/${target.definition}` === nameOf(document),
  );
  if (operations.length === 0) return { document, problems: [], warnings: [] };
  const originOf = (operation: Operation) => originIn(child, operation);
  if ("xml" in document) {
    const owned: readonly OwnedOperation[] = operations.map((operation) => ({
      operation,
      origin: originOf(operation),
    }));
    return { document: { ...document, operations: [...document.operations, ...owned] }, problems: [], warnings: [] };
  }
  const rules = kinds[document.kind];
  const applied = applyOperations(rules, document.content, document.provenance, operations, originOf);
  const wrong = applied.problems.length > 0 ? [] : rules.check(applied.content, faultsOf(document));
  return {
    document: { ...document, content: applied.content, provenance: applied.provenance },
    problems: [...applied.problems, ...wrong],
    warnings: applied.warnings,
  };
}

function originIn({ head }: Pack, { id, by, at, why }: Operation): Origin {
  return { pack: head.key, version: head.version, operation: id, by, at, why };
}

function ownDocument(document: PackDocument, origin: Origin): ResolvedDocument {
  if ("xml" in document) return { ...document, pack: origin.pack, origin, operations: [] };
  return { ...document, pack: origin.pack, provenance: provenanceOf(kinds[document.kind], document.content, origin) };
}

function nameOf({ kind, key }: Pick<PackDocument, "kind" | "key">): string {
  return `${kind}/${key}`;
}

function checkDocument(document: PackDocument): readonly Problem[] {
  return "xml" in document ? [] : kinds[document.kind].check(document.content, faultsOf(document));
}

function checkBase(parent: ResolvedPack, { head }: Pack): readonly Problem[] {
  if (head.base?.pack === parent.head.key) return [];
  return [
    packProblem(
      "PACK_BASE_UNKNOWN",
      `${head.key}/pack.json`,
      `上级包应为“${parent.head.key}”`,
      `expected the base "${parent.head.key}", got "${head.base?.pack ?? ""}"`,
    ),
  ];
}

/** A child's own documents carry its prefix; those that are there already are changed by operations, not replaced by files. */
function checkOwnDocuments(parent: ResolvedPack, child: Pack): readonly Problem[] {
  return child.documents.flatMap((document) => {
    const path = `${child.head.key}/${nameOf(document)}`;
    if (Object.hasOwn(parent.documents, nameOf(document)))
      return [
        packProblem("PACK_DUPLICATE", path, "上级已有此定义，应以操作修改", "the base has it: change it by operations"),
      ];
    if (!isOwn(child.head.key, document.key))
      return [
        packProblem(
          "PACK_PREFIX",
          path,
          `自有定义的编号应以“${child.head.key}__”开头`,
          `an own definition begins with "${child.head.key}__"`,
        ),
      ];
    return checkDocument(document);
  });
}

function checkTargets(parent: ResolvedPack, child: Pack): readonly Problem[] {
  return child.operations
    .filter(({ target }) => !Object.hasOwn(parent.documents, `${target.kind}/${target.definition}`))
    .map((operation) =>
      operationProblem("OVERLAY_TARGET_MISSING", operation, "上级没有此定义", "the base has no such definition"),
    );
}
