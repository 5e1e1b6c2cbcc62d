/** What a check of a model finds: a warning at an element, with a way that leads there. */
import type { Problem } from "../model/problem.ts";
import type { ProcessDefinition } from "../model/process.ts";

export interface Finding extends Problem {
  readonly severity: "warning";
  readonly processKey: string;
  /** The counter-example: ids of the elements that are passed, from the beginning; empty when none is needed. */
  readonly way: readonly string[];
}

interface Said {
  readonly code: string;
  readonly zh: string;
  readonly en: string;
  readonly way?: readonly string[];
}

/** The element's title is put before the sentences, the way behind them. */
export function findingAt(process: ProcessDefinition, elementId: string, { code, zh, en, way = [] }: Said): Finding {
  const title = titleIn(process, elementId);
  return {
    code,
    severity: "warning",
    zh: `“${title}”${zh}${wayIn(process, way, "。例如：")}`,
    en: `"${title}" ${en}${wayIn(process, way, ". For example: ")}`,
    elementId,
    processKey: process.key,
    way,
  };
}

/** More steps than this nobody follows in a sentence; `way` has them all. */
const SAID = 12;

function wayIn(process: ProcessDefinition, way: readonly string[], before: string): string {
  if (way.length === 0) return "";
  const titles = way.map((id) => titleIn(process, id));
  const said = titles.length <= SAID ? titles : [...titles.slice(0, SAID / 2), "…", ...titles.slice(-SAID / 2)];
  return `${before}${said.join(" → ")}`;
}

export function titleIn(process: ProcessDefinition, id: string): string {
  const name = process.nodes[id]?.name ?? process.flows[id]?.name ?? (id === process.key ? process.name : "");
  return name.trim() === "" ? id : name;
}
