/** Drawing a process: a sheet for each scope, the nodes and flows on it, and the single steps that pieces are made of. */
import type { Dice } from "./dice.ts";
import type { PlainEvent, PlainFlow, PlainNode, PlainScope, Test } from "./plain-process.ts";

export interface Made {
  readonly dice: Dice;
  nodes: number;
  names: number;
  readonly variables: Record<string, number | readonly number[]>;
  readonly called: Record<string, PlainScope>;
  readonly awaited: string[];
}

/** A scope being drawn. */
export interface Sheet {
  readonly made: Made;
  readonly nodes: PlainNode[];
  readonly flows: PlainFlow[];
  readonly depth: number;
}

/** A piece with one way in and one way out. */
export interface Piece {
  readonly first: string;
  readonly last: string;
}

export function fresh(made: Made, prefix: string): string {
  made.names += 1;
  return `${prefix}${made.names}`;
}

export function draw({ made, nodes }: Sheet, kind: PlainNode["kind"], more: Partial<PlainNode> = {}): string {
  const id = fresh(made, kind);
  made.nodes += 1;
  nodes.push({ id, kind, ...more });
  return id;
}

export function connect({ flows }: Sheet, from: string, to: string, when?: Test): string {
  const id = `${from}_${to}`;
  flows.push({ id, from, to, ...(when === undefined ? {} : { when }) });
  return id;
}

export const single = (id: string): Piece => ({ first: id, last: id });

export function joined(sheet: Sheet, ...pieces: readonly Piece[]): Piece {
  const [first, ...others] = pieces;
  if (first === undefined) throw new Error("Expected a piece");
  let { last } = first;
  for (const next of others) {
    connect(sheet, last, next.first);
    last = next.last;
  }
  return { first: first.first, last };
}

/** A variable of its own that a branch asks, between 0 and 2 at the start. */
export function question({ made }: Sheet, prefix = "c"): string {
  const name = fresh(made, prefix);
  made.variables[name] = made.dice.below(3);
  return name;
}

export const deeper = (sheet: Sheet): Sheet => ({ ...sheet, depth: sheet.depth + 1 });

export const innerSheet = ({ made, depth }: Sheet): Sheet => ({
  made,
  nodes: [],
  flows: [],
  depth: depth + 1,
});

export function setDefault({ nodes }: Sheet, id: string, flow: string): void {
  const at = nodes.findIndex((node) => node.id === id);
  const node = nodes[at];
  if (node !== undefined) nodes[at] = { ...node, otherwise: flow };
}

export const messageOf = ({ made }: Sheet): PlainEvent => ({ kind: "message", name: fresh(made, "msg") });

export function task(sheet: Sheet): string {
  const { dice } = sheet.made;
  const kinds = [
    "user",
    "user",
    "service",
    "task",
    "manual",
    "script",
    "rule",
    "send",
    "receive",
    "catch",
    "throw",
  ] as const;
  const kind = dice.pick(kinds);
  switch (kind) {
    case "user":
    case "service":
      return draw(sheet, kind, dice.chance(0.5) ? { brings: question(sheet, "v") } : {});
    case "script":
      return draw(sheet, kind, { name: "n" });
    case "rule":
      return draw(sheet, kind, {
        name: "n",
        inputs: [["n", question(sheet)]],
        outputs: [[question(sheet, "v"), "grade"]],
      });
    case "send":
    case "receive":
      return draw(sheet, kind, { event: messageOf(sheet) });
    case "catch":
      return draw(sheet, kind, { event: caught(sheet) });
    case "throw":
      return draw(sheet, kind, { event: thrown(sheet) });
    default:
      return draw(sheet, kind);
  }
}

export function caught(sheet: Sheet): PlainEvent {
  const { made } = sheet;
  const kind = made.dice.pick(["timer", "message", "signal", "conditional"] as const);
  if (kind === "timer") return { kind, hours: 1 + made.dice.below(9) };
  if (kind !== "conditional") return { kind, name: fresh(made, kind) };
  const name = fresh(made, "w");
  made.variables[name] = 0;
  made.awaited.push(name);
  return { kind, test: { name, is: "=", value: 1 } };
}

function thrown({ made }: Sheet): PlainEvent {
  const kind = made.dice.pick(["none", "message", "signal", "escalation"] as const);
  return kind === "none" ? { kind } : { kind, name: fresh(made, kind) };
}

/** Work that waits, so that what follows happens in a step of its own. */
export const waiting = (sheet: Sheet, more: Partial<PlainNode> = {}): string => draw(sheet, "user", more);

/** Interrupting: its way joins again. Non-interrupting: it has its own end. */
export function withBoundary(sheet: Sheet, host: string): Piece {
  const { dice } = sheet.made;
  if (dice.chance(0.4)) return single(host);
  const isInterrupting = dice.chance(0.5);
  const on = draw(sheet, "boundary", { on: host, isInterrupting, event: caught(sheet) });
  return besides(sheet, host, on, isInterrupting);
}

export function besides(sheet: Sheet, host: string, on: string, isInterrupting: boolean): Piece {
  const way = task(sheet);
  connect(sheet, on, way);
  if (!isInterrupting) {
    connect(sheet, way, draw(sheet, "end"));
    return single(host);
  }
  const merge = draw(sheet, "exclusive");
  connect(sheet, way, merge);
  connect(sheet, host, merge);
  return { first: host, last: merge };
}
