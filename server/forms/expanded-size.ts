/** How large a schema is once its references are followed: small texts can unfold to enormous ones (S3). */
import type { Problem } from "../../engine/model/problem.ts";
import { childrenOf, isSchema, limits } from "./check-schema.ts";

/** The schema at a JSON Pointer fragment `#/…`, or undefined. */
function target(root: unknown, ref: string): unknown {
  const steps = ref.slice(1).split("/").slice(1);
  return steps.reduce<unknown>((at, step) => {
    const key = decodeURIComponent(step).replaceAll("~1", "/").replaceAll("~0", "~");
    return typeof at === "object" && at !== null && Object.hasOwn(at, key) ? Reflect.get(at, key) : undefined;
  }, root);
}

type Outcome = number | "missing" | "recursive";

function sizeOf(schema: unknown, root: unknown, open: ReadonlySet<string>, known: Map<string, Outcome>): Outcome {
  if (!isSchema(schema)) return 1;
  let total = 1;
  const { $ref } = schema;
  const inner = typeof $ref === "string" ? [referred($ref, root, open, known)] : [];
  for (const size of [
    ...inner,
    ...childrenOf(schema)
      .filter((child) => !child.at.startsWith("/$defs/"))
      .map((child) => sizeOf(child.schema, root, open, known)),
  ]) {
    if (typeof size !== "number") return size;
    total += size;
    if (total > limits.nodes) return total;
  }
  return total;
}

function referred(ref: string, root: unknown, open: ReadonlySet<string>, known: Map<string, Outcome>): Outcome {
  if (open.has(ref)) return "recursive";
  const before = known.get(ref);
  if (before !== undefined) return before;
  const schema = target(root, ref);
  const size = schema === undefined ? "missing" : sizeOf(schema, root, new Set([...open, ref]), known);
  known.set(ref, size);
  return size;
}

/** The problem of a schema that unfolds too far, in a ring, or to nothing. Expects a schema that `schemaProblems` has passed. */
export function expansionProblem(root: unknown): Problem | undefined {
  const size = sizeOf(root, root, new Set(), new Map());
  if (size === "recursive")
    return { code: "FORM_RECURSIVE", zh: "$ref 形成了循环。", en: "The references form a ring.", path: "/" };
  if (size === "missing")
    return { code: "FORM_REF_MISSING", zh: "$ref 指向的内容不存在。", en: "A reference points to nothing.", path: "/" };
  if (size <= limits.nodes) return undefined;
  return {
    code: "FORM_UNFOLDS_TOO_FAR",
    zh: `展开引用后超过 ${limits.nodes} 个节点。`,
    en: `With its references unfolded the form has more than ${limits.nodes} nodes.`,
    path: "/",
  };
}
