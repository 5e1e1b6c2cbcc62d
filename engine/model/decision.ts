import type { Title } from "./title.ts";

/** A deployed decision table (DMN 1.3–1.5, hit policies U, F, C first). Compiled lazily by `engine/decisions`. */
export interface Decision {
  readonly key: string;
  readonly title: Title;
  readonly hitPolicy: "UNIQUE" | "FIRST" | "COLLECT";
  readonly aggregation?: "SUM" | "MIN" | "MAX" | "COUNT";
  readonly inputs: readonly {
    readonly id: string;
    readonly label: string;
    readonly expression: string;
    readonly allowed?: string;
  }[];
  readonly outputs: readonly {
    readonly id: string;
    readonly name: string;
    readonly label: string;
    readonly allowed?: string;
    readonly default?: string;
  }[];
  /** Decisions whose answers the expressions read by name (DMN information requirements). */
  readonly requires?: readonly { readonly name: string; readonly decision: Decision }[];
  readonly rules: readonly {
    readonly id: string;
    readonly note: string;
    readonly when: readonly string[];
    readonly then: readonly string[];
  }[];
}
