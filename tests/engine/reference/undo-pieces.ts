/** Pieces in which work is undone: thrown compensation within scopes, and transactions that cancel. */
import { besides, connect, draw, innerSheet, joined, question, setDefault, single, waiting } from "./sheet.ts";
import type { Piece, Sheet } from "./sheet.ts";

function undoable(sheet: Sheet): string {
  const host = waiting(sheet);
  const isWork = sheet.made.dice.chance(0.6);
  const handler = draw(sheet, isWork ? "user" : "script", { isUndo: true, ...(isWork ? {} : { name: "undone" }) });
  sheet.made.variables["undone"] = 0;
  draw(sheet, "boundary", { on: host, handler, event: { kind: "compensate" } });
  return host;
}

/** What is done is undone, the latest first, also within an inner scope. */
export function compensation(sheet: Sheet): Piece {
  const inner = innerSheet(sheet);
  const deepest = innerSheet(inner);
  joined(deepest, single(draw(deepest, "start")), single(undoable(deepest)), single(draw(deepest, "end")));
  const body = [undoable(inner), draw(inner, "sub", { inside: deepest }), undoable(inner)];
  const undo = draw(inner, "throw", { event: { kind: "compensate" } });
  joined(inner, ...[draw(inner, "start"), ...body, undo, draw(inner, "end")].map(single));
  return single(draw(sheet, "sub", { inside: inner }));
}

export function transaction(sheet: Sheet): Piece {
  const name = question(sheet);
  const inner = innerSheet(sheet);
  const split = draw(inner, "exclusive");
  const asked = waiting(inner, { brings: name });
  joined(inner, ...[draw(inner, "start"), undoable(inner), undoable(inner), asked, split].map(single));
  connect(inner, split, draw(inner, "end", { event: { kind: "cancel" } }), { name, is: "=", value: 1 });
  setDefault(inner, split, connect(inner, split, draw(inner, "end")));
  const host = draw(sheet, "transaction", { inside: inner });
  return besides(sheet, host, draw(sheet, "boundary", { on: host, event: { kind: "cancel" } }), true);
}
