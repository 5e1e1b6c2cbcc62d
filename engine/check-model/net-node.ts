/** A node of a net: what it takes, and what it gives. */
import type { Ways } from "./ways.ts";

/** `all` waits for a token by each way in, `inclusive` for those that can still come, `any` for none. */
export type Joining = "any" | "all" | "inclusive";

export interface NetNode {
  readonly id: string;
  readonly joining: Joining;
  /** Places that it takes tokens from. */
  readonly inputs: readonly string[];
  readonly ways: Ways;
}
