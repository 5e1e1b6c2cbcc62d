/** Local names of a running expression: a chain of frames, looked up from the inside. */
import type { Value } from "./value.ts";

/** One name. A frame with `members` offers the entries of a filtered item. */
export interface Frame {
  readonly parent: Frame | undefined;
  readonly name: string;
  readonly value: Value;
  readonly hasMembers?: boolean;
  /** `partial` grows while the loop runs, so whoever reads it gets a copy. */
  readonly isGrowing?: boolean;
}

export function frameOf(parent: Frame | undefined, name: string, value: Value): Frame {
  return { parent, name, value };
}
