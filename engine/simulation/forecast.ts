/** What a Monte-Carlo run assumes, and what it forecasts. All times are minutes on the wall clock. */
import type { Bundle } from "../model/bundle.ts";
import type { JsonObject } from "../model/json.ts";
import type { Instant } from "../model/time.ts";
import type { Chance, Distribution } from "./distribution.ts";
import { percentilesOf } from "./statistics.ts";
import type { Percentiles } from "./statistics.ts";

export interface Assumptions {
  readonly bundle: Bundle;
  /** How many cases are started, and the time between two of them. */
  readonly cases: number;
  readonly arrivals: Distribution;
  readonly at: Instant;
  readonly variables?: JsonObject;
  /** By element: how long a task, job or awaited message takes once somebody has begun; absent: no time at all. */
  readonly durations: Readonly<Record<string, Distribution>>;
  /** By flow out of an exclusive or inclusive gateway, its share; gateways that are not named ask their conditions. */
  readonly branches?: Readonly<Record<string, number>>;
  /** By candidate group, how many people it has; of a group that is not named there are always enough. */
  readonly people?: Readonly<Record<string, number>>;
  /** By element, what a task's form or a job's worker answers. */
  readonly answers?: Readonly<Record<string, JsonObject>>;
  /** Seeded by the caller: the same chance gives the same forecast. */
  readonly chance: Chance;
}

export interface Forecast {
  readonly finished: number;
  /** Cases that no work, timer or message could bring to an end, with the code of what stopped them. */
  readonly stuck: readonly { readonly caseNumber: number; readonly code: string; readonly elementId: string }[];
  /** From start to end of a case. */
  readonly throughput: Percentiles;
  readonly elements: Readonly<Record<string, ElementFigures>>;
  readonly groups: Readonly<Record<string, GroupFigures>>;
  /** Elements by the waiting time they cost in all, the most first. */
  readonly bottlenecks: readonly string[];
}

export interface ElementFigures {
  /** From open until somebody begins. */
  readonly waiting: Percentiles;
  readonly working: Percentiles;
}

export interface GroupFigures {
  readonly people: number;
  /** Share of their time in which they work, from the first case to the end of the last. */
  readonly utilisation: number;
  readonly waiting: Percentiles;
}

/** One piece of work that was done. */
export interface Done {
  readonly elementId: string;
  readonly group: string | undefined;
  readonly waited: number;
  readonly worked: number;
}

export interface RunRecord {
  readonly done: readonly Done[];
  /** Minutes of each case that ended. */
  readonly lengths: readonly number[];
  readonly stuck: Forecast["stuck"];
  /** Minutes from the first case to the last end. */
  readonly span: number;
}

export function forecastOf({ done, lengths, stuck, span }: RunRecord, people: Assumptions["people"] = {}): Forecast {
  const elements = Object.fromEntries(
    [...by(done, ({ elementId }) => elementId)].map(([id, of]) => [id, { waiting: waits(of), working: works(of) }]),
  );
  const cost = (id: string): number => (elements[id]?.waiting.mean ?? 0) * (elements[id]?.waiting.count ?? 0);
  const groups = Object.entries(people).map(([group, count]): [string, GroupFigures] => {
    const own = done.filter((work) => work.group === group);
    const worked = own.reduce((sum, work) => sum + work.worked, 0);
    const utilisation = span === 0 || count === 0 ? 0 : worked / (span * count);
    return [group, { people: count, utilisation, waiting: waits(own) }];
  });
  return {
    finished: lengths.length,
    stuck,
    throughput: percentilesOf(lengths),
    elements,
    groups: Object.fromEntries(groups),
    bottlenecks: Object.keys(elements)
      .filter((id) => cost(id) > 0)
      .toSorted((a, b) => cost(b) - cost(a)),
  };
}

const waits = (of: readonly Done[]): Percentiles => percentilesOf(of.map(({ waited }) => waited));
const works = (of: readonly Done[]): Percentiles => percentilesOf(of.map(({ worked }) => worked));

function by(done: readonly Done[], keyOf: (work: Done) => string): ReadonlyMap<string, readonly Done[]> {
  const groups = new Map<string, Done[]>();
  for (const work of done) {
    const group = groups.get(keyOf(work));
    if (group === undefined) groups.set(keyOf(work), [work]);
    else group.push(work);
  }
  return groups;
}
