/** The bulletin's content as the pack has it (kind `report`). */
import type { Title } from "../../../engine/model/title.ts";
import type { ResolvedPack } from "../../../engine/model/pack.ts";
import { contentOf } from "../street-words.ts";

export interface Sentence {
  /** FEEL over the figures; absent: always said. */
  readonly when?: string;
  readonly text: Title;
  /** Said when a named list is empty. */
  readonly none?: Title;
}

export interface ReportSection {
  readonly id: string;
  readonly title: Title;
  readonly shows: "text" | "units" | "classes" | "signing" | "accounts" | "overdue" | "praise" | "supervisions";
  readonly enabled?: boolean;
  readonly columns?: readonly string[];
  readonly paragraphs?: readonly Sentence[];
  readonly lists?: readonly Sentence[];
  /** Cases that a unit must have before it is praised or criticised. */
  readonly atLeast?: number;
}

export interface Report {
  readonly key: string;
  readonly heading: Title;
  readonly scorecard: string;
  readonly sections: readonly ReportSection[];
}

/** Throws when the content has no such report. */
export function reportOf(pack: ResolvedPack, key: string): Report {
  const content = contentOf(pack, "report", key);
  if (content === undefined) throw new Error(`Expected the report "${key}" in the pack ${pack.head.key}.`);
  const report = content as unknown as Report;
  return { ...report, sections: report.sections.filter((section) => section.enabled !== false) };
}
