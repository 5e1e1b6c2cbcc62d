/**
 * Random well-formed, block-structured processes: what a split opens its join closes, and no two branches that can run
 * in the same step write or ask the same variable, so that every correct engine must come to the same end.
 */
import type { Dice } from "./dice.ts";
import type { PlainEvent, PlainLoop, PlainProcess, PlainScope, Test, Values } from "./plain-process.ts";
import { besides, caught, connect, deeper, draw, fresh, innerSheet, joined, messageOf, question } from "./sheet.ts";
import { setDefault, single, task, waiting, withBoundary } from "./sheet.ts";
import { compensation, transaction } from "./undo-pieces.ts";
import type { Made, Piece, Sheet } from "./sheet.ts";

const MOST_NODES = 40;
const MOST_DEPTH = 4;

export interface RandomProcess {
  readonly process: PlainProcess;
  readonly variables: Values;
  /** Variables that conditional events wait for: set by hand. */
  readonly awaited: readonly string[];
}

/** Draws until it is small enough; the dice go on, so that a seed stays one process. */
export function randomProcess(dice: Dice): RandomProcess {
  for (;;) {
    const drawn = drawProcess(dice);
    if (drawn !== undefined) return drawn;
  }
}

function drawProcess(dice: Dice): RandomProcess | undefined {
  const made: Made = {
    dice,
    nodes: 0,
    names: 0,
    variables: { n: 0, grade: 0, items: [1, 2, 3] },
    called: {},
    awaited: [],
  };
  const root = scopeOf(made, 0);
  if (made.nodes > MOST_NODES) return undefined;
  return { process: { root, called: made.called }, variables: made.variables, awaited: made.awaited };
}

function scopeOf(made: Made, depth: number, start?: PlainEvent, isInterrupting = true): PlainScope {
  const sheet: Sheet = { made, nodes: [], flows: [], depth };
  const from = draw(sheet, "start", start === undefined ? {} : { event: start, isInterrupting });
  const body = sequence(sheet, 1 + made.dice.below(3));
  const end = draw(sheet, "end");
  connect(sheet, from, body.first);
  connect(sheet, body.last, end);
  if (made.dice.chance(0.25) && start === undefined) eventSub(sheet);
  return sheet;
}

function sequence(sheet: Sheet, length: number): Piece {
  const first = piece(sheet);
  let last = first.last;
  for (let at = 1; at < length; at += 1) {
    const next = piece(sheet);
    connect(sheet, last, next.first);
    last = next.last;
  }
  return { first: first.first, last };
}

function piece(sheet: Sheet): Piece {
  const { dice } = sheet.made;
  if (sheet.depth >= MOST_DEPTH || sheet.made.nodes > MOST_NODES - 16) return single(task(sheet));
  return dice.chance(0.4) ? single(task(sheet)) : dice.pick(PIECES)(sheet);
}

function exclusive(sheet: Sheet): Piece {
  const name = question(sheet);
  const asked = waiting(sheet, { brings: name });
  const split = draw(sheet, "exclusive");
  const merge = draw(sheet, "exclusive");
  connect(sheet, asked, split);
  for (const value of [0, 1]) branch(sheet, split, merge, { name, is: "=", value });
  return otherwise(sheet, asked, split, merge);
}

function branch(sheet: Sheet, from: string, to: string, when?: Test): void {
  const body = sequence(deeper(sheet), 1);
  connect(sheet, from, body.first, when);
  connect(sheet, body.last, to);
}

/** The default way leads straight on, or over a task. */
function otherwise(sheet: Sheet, first: string, split: string, merge: string): Piece {
  const last = draw(sheet, "task");
  const flow = connect(sheet, split, last);
  connect(sheet, last, merge);
  setDefault(sheet, split, flow);
  return { first, last: merge };
}

function parallel(sheet: Sheet): Piece {
  const fork = sheet.made.dice.chance(0.7) ? draw(sheet, "parallel") : draw(sheet, "task");
  const join = draw(sheet, "parallel");
  for (let at = 0; at < 2 + sheet.made.dice.below(2); at += 1) branch(sheet, fork, join);
  return { first: fork, last: join };
}

function inclusive(sheet: Sheet): Piece {
  const split = draw(sheet, "inclusive");
  const join = draw(sheet, "inclusive");
  for (let at = 0; at < 2; at += 1) branch(sheet, split, join, { name: question(sheet), is: ">", value: 0 });
  return otherwise(sheet, split, split, join);
}

/** Conditional flows and a default out of an activity, merged by several flows into one (§13.2.1). */
function activityFlows(sheet: Sheet): Piece {
  const name = question(sheet);
  const asked = waiting(sheet, { brings: name });
  const merge = draw(sheet, "task");
  branch(sheet, asked, merge, { name, is: "=", value: 1 });
  return otherwise(sheet, asked, asked, merge);
}

function eventBased(sheet: Sheet): Piece {
  const split = draw(sheet, "eventBased");
  const merge = draw(sheet, "exclusive");
  const waits: readonly string[] = [
    draw(sheet, "catch", { event: { kind: "timer", hours: 2 } }),
    draw(sheet, "catch", { event: { kind: "signal", name: fresh(sheet.made, "signal") } }),
    draw(sheet, "receive", { event: messageOf(sheet) }),
  ];
  for (const wait of waits) {
    connect(sheet, split, wait);
    if (sheet.made.dice.chance(0.5)) connect(sheet, wait, merge);
    else branch(sheet, wait, merge);
  }
  return { first: split, last: merge };
}

function loop(sheet: Sheet): Piece {
  const name = question(sheet);
  const merge = draw(sheet, "exclusive");
  const body = sequence(deeper(sheet), 1);
  const asked = waiting(sheet, { brings: name });
  const split = draw(sheet, "exclusive");
  const last = draw(sheet, "task");
  connect(sheet, merge, body.first);
  connect(sheet, body.last, asked);
  connect(sheet, asked, split);
  connect(sheet, split, merge, { name, is: "=", value: 1 });
  setDefault(sheet, split, connect(sheet, split, last));
  return { first: merge, last };
}

function link(sheet: Sheet): Piece {
  const name = fresh(sheet.made, "link");
  const from = draw(sheet, "throw", { event: { kind: "link", name } });
  return { first: from, last: draw(sheet, "catch", { event: { kind: "link", name } }) };
}

/** Sub-process with mappings and boundary events. */
function sub(sheet: Sheet): Piece {
  const { made } = sheet;
  const source = question(sheet, "v");
  const target = question(sheet, "v");
  const inner = fresh(made, "x");
  const inside = made.dice.pick([plainInside, endsInside, terminateInside])(sheet);
  const io = made.dice.chance(0.5) ? ({ inputs: [[inner, source]], outputs: [[target, inner]] } as const) : {};
  const host = draw(sheet, "sub", { inside, ...io });
  return withBoundary(sheet, host);
}

const plainInside = (sheet: Sheet): PlainScope => scopeOf(sheet.made, sheet.depth + 1);

/** A scope is over when all its tokens are (§13.4.5). */
function endsInside(sheet: Sheet): PlainScope {
  const inner = innerSheet(sheet);
  const from = draw(inner, "start");
  const fork = draw(inner, "task");
  connect(inner, from, fork);
  for (let at = 0; at < 2; at += 1) branch(inner, fork, draw(inner, "end"));
  return inner;
}

function terminateInside(sheet: Sheet): PlainScope {
  const inner = innerSheet(sheet);
  const fork = draw(inner, "parallel");
  connect(inner, draw(inner, "start"), fork);
  branch(inner, fork, draw(inner, "end"));
  const wait = waiting(inner);
  connect(inner, fork, wait);
  connect(inner, wait, draw(inner, "end", { event: { kind: "terminate" } }));
  return inner;
}

function guarded(sheet: Sheet): Piece {
  const kind = sheet.made.dice.pick(["user", "service", "receive"] as const);
  return withBoundary(sheet, draw(sheet, kind, kind === "receive" ? { event: messageOf(sheet) } : {}));
}

/** A job whose worker may answer with a business error. */
function failing(sheet: Sheet): Piece {
  const host = draw(sheet, "service");
  const on = draw(sheet, "boundary", { on: host, event: { kind: "error", name: fresh(sheet.made, "error") } });
  return besides(sheet, host, on, true);
}

/** An error, an escalation or a signal from inside, taken by the boundary or by an event sub-process. */
function throwing(sheet: Sheet): Piece {
  const { made } = sheet;
  const kind = made.dice.pick(["error", "escalation", "signal"] as const);
  const isInterrupting = kind === "error" || made.dice.chance(0.5);
  const event: PlainEvent = { kind, name: fresh(made, kind) };
  const isOutside = made.dice.chance(0.5);
  const inner = innerSheet(sheet);
  const wait = waiting(inner);
  const over = draw(inner, kind === "error" ? "end" : "throw", { event });
  connect(inner, draw(inner, "start"), wait);
  connect(inner, wait, over);
  if (kind !== "error") connect(inner, over, draw(inner, "end"));
  if (!isOutside) eventSub(inner, event, isInterrupting);
  const host = draw(sheet, "sub", { inside: inner });
  if (!isOutside) return single(host);
  return besides(sheet, host, draw(sheet, "boundary", { on: host, isInterrupting, event }), isInterrupting);
}

function eventSub(sheet: Sheet, event = caught(sheet), isInterrupting = sheet.made.dice.chance(0.5)): void {
  const inside = scopeOf(sheet.made, MOST_DEPTH, event, isInterrupting);
  draw(sheet, "eventSub", { inside });
}

function call(sheet: Sheet): Piece {
  const { made } = sheet;
  const source = question(sheet, "v");
  const target = question(sheet, "v");
  const calls = fresh(made, "called");
  const inner: Sheet = innerSheet(sheet);
  const work = [draw(inner, "user", { brings: "own" }), draw(inner, "script", { name: "own" })];
  joined(inner, ...[draw(inner, "start"), ...work, draw(inner, "end")].map(single));
  made.called[calls] = inner;
  const io = { inputs: [["own", source]], outputs: [[target, "own"]] } as const;
  return withBoundary(sheet, draw(sheet, "call", { calls, ...io }));
}

function repeated(sheet: Sheet): Piece {
  const { dice } = sheet.made;
  const kind = dice.pick(["user", "service", "sub", "script"] as const);
  const inside = innerSheet(sheet);
  if (kind === "sub") joined(inside, ...[draw(inside, "start"), waiting(inside), draw(inside, "end")].map(single));
  const own = kind === "sub" ? { inside } : kind === "script" ? { name: "n" } : {};
  const host = draw(sheet, kind, { ...own, loop: loopOf(sheet, kind === "script") });
  return kind === "script" ? single(host) : withBoundary(sheet, host);
}

function loopOf(sheet: Sheet, isInstant: boolean): PlainLoop {
  const { dice, variables } = sheet.made;
  if (dice.chance(0.3)) {
    const name = question(sheet);
    const testBefore = dice.chance(0.5);
    const again: { again?: Test } = isInstant || dice.chance(0.5) ? {} : { again: { name, is: ">", value: 0 } };
    return { kind: "standard", testBefore, maximum: 1 + dice.below(3), ...again };
  }
  const into = fresh(sheet.made, "all");
  variables[into] = [];
  return {
    kind: "multi",
    isSequential: dice.chance(0.5),
    times: dice.chance(0.5) ? "items" : dice.below(4),
    ...(dice.chance(0.6) ? { into } : {}),
    // Which instances are done first is nobody's to say when all are done in one step.
    ...(!isInstant && dice.chance(0.4) ? { enough: 2 } : {}),
  };
}

const PIECES: readonly ((sheet: Sheet) => Piece)[] = [
  ...[exclusive, parallel, inclusive, activityFlows, eventBased, loop, link, sub],
  ...[guarded, failing, throwing, compensation, transaction, call, repeated, parallel],
];
