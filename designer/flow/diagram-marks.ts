/** What stands on a diagram besides its shapes: the done path, the tokens, why they wait, and problems found. */
import type { WaitReason } from "../../server/contract/types.ts";

export interface Token {
  readonly elementId: string;
  readonly count: number;
}

export interface DiagramMarks {
  readonly tokens?: readonly Token[];
  readonly done?: readonly string[];
  readonly flows?: readonly string[];
  readonly waits?: readonly WaitReason[];
  readonly problems?: readonly { readonly elementId: string; readonly severity: "error" | "warning" }[];
  /** What differs from the version beside it. */
  readonly changes?: readonly {
    readonly elementId: string;
    readonly kind: "added" | "removed" | "changed" | "moved";
  }[];
  /** The element that a list beside the diagram points at. */
  readonly focus?: string;
}

export type Marker =
  | "gl-done"
  | "gl-token"
  | "gl-taken"
  | "gl-error"
  | "gl-warning"
  | "gl-focus"
  | "gl-holder"
  | "gl-added"
  | "gl-removed"
  | "gl-changed"
  | "gl-moved";

/** CSS markers by element id; later marks win, so a token on a done element shows as a token. */
export function markersOf(marks: DiagramMarks): ReadonlyMap<string, readonly Marker[]> {
  const markers = new Map<string, Marker[]>();
  const put = (id: string, marker: Marker) => markers.set(id, [...(markers.get(id) ?? []), marker]);
  const waiting = new Set((marks.tokens ?? []).map((token) => token.elementId));
  for (const id of new Set(marks.done ?? [])) if (!waiting.has(id)) put(id, "gl-done");
  for (const id of new Set(marks.flows ?? [])) put(id, "gl-taken");
  for (const id of waiting) put(id, "gl-token");
  for (const problem of marks.problems ?? [])
    put(problem.elementId, problem.severity === "error" ? "gl-error" : "gl-warning");
  for (const change of marks.changes ?? []) put(change.elementId, `gl-${change.kind}`);
  if (marks.focus !== undefined) put(marks.focus, "gl-focus");
  return markers;
}

/** The reasons to show at one token, in the order they were given. */
export function waitsAt(marks: DiagramMarks, elementId: string): readonly WaitReason[] {
  return (marks.waits ?? []).filter((wait) => wait.elementId === elementId);
}
