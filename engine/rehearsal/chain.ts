/** Who a case goes to when nobody acts, and after how long: read off the play, so that it cannot differ from the flow. */
import type { Limit } from "../model/time.ts";
import type { Moment, Rehearsal } from "./untouched.ts";

/** One link of the chain: who has it, for how long, and at which share of the limit it goes on. */
export interface ChainLink {
  /** Code of the vocabulary `level`, as the flow sets it. */
  readonly level: string;
  /** Candidate groups `<unit>/<role>` that have it. */
  readonly groups: readonly string[];
  /** Absent: nothing hurries here. */
  readonly limit?: Limit;
  /** Per cent of the limit at which it goes to the next; absent for the last. */
  readonly percent?: number;
}

interface Reading {
  level: string;
  groups: readonly string[];
  /** The latest clock of each element. */
  readonly clocks: Map<string, Limit>;
  /** The clock of the holder's own task, else of the work around it. */
  current: Limit | undefined;
  isHandingOn: boolean;
  readonly links: ChainLink[];
}

/** In: a case that nobody touched. Out: its links, the first holder first; the last has nobody above it. */
export function chainOf({ moments }: Rehearsal): readonly ChainLink[] {
  const reading: Reading = {
    level: "",
    groups: [],
    clocks: new Map(),
    current: undefined,
    isHandingOn: true,
    links: [],
  };
  for (const moment of withLevelsFirst(moments)) read(reading, moment);
  if (!reading.isHandingOn) return [...reading.links, linkOf(reading)];
  // Raised, but nobody above took it: the last holder keeps it.
  return reading.links.map((link, place) => (place === reading.links.length - 1 ? kept(link) : link));
}

function kept({ percent: _percent, ...link }: ChainLink): ChainLink {
  return link;
}

/** A level set in the same instant as a task is opened belongs to that task, whichever came first. */
function withLevelsFirst(moments: readonly Moment[]): readonly Moment[] {
  const order = (moment: Moment) =>
    moment.type === "rung" ? 0 : moment.type === "level" ? 1 : moment.type === "clock" ? 2 : 3;
  return moments
    .map((moment, place) => ({ moment, place }))
    .toSorted((a, b) =>
      a.moment.at === b.moment.at ? order(a.moment) - order(b.moment) || a.place - b.place : a.place - b.place,
    )
    .map(({ moment }) => moment);
}

function read(reading: Reading, moment: Moment): void {
  switch (moment.type) {
    case "level":
      reading.level = moment.level;
      return;
    case "clock":
      reading.clocks.set(moment.elementId, moment.limit);
      if (reading.isHandingOn) reading.current = reading.current ?? moment.limit;
      return;
    case "task":
      return readTask(reading, moment);
    case "rung":
      return readRung(reading, moment);
    default:
      return;
  }
}

function readTask(reading: Reading, { groups, elementId }: Extract<Moment, { readonly type: "task" }>): void {
  if (!reading.isHandingOn) return;
  reading.groups = groups;
  reading.current = reading.current ?? reading.clocks.get(elementId);
  reading.isHandingOn = false;
}

function readRung(reading: Reading, moment: Extract<Moment, { readonly type: "rung" }>): void {
  if (moment.action !== "escalate" || reading.isHandingOn) return;
  const limit = reading.clocks.get(moment.elementId) ?? reading.current;
  reading.links.push({ ...linkOf({ ...reading, current: limit }), percent: moment.percent });
  reading.isHandingOn = true;
  reading.current = undefined;
}

function linkOf({ level, groups, current }: Reading): ChainLink {
  return { level, groups, ...(current === undefined ? {} : { limit: current }) };
}
