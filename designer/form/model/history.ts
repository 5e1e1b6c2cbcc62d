/** What was done to a form, so that it can be undone: the contents before and after, which share all that did not change. Pure. */
import { applyEdit, isSameStroke, type Edit } from "./edit.ts";
import type { FormContent } from "./fields.ts";

interface Step {
  readonly edit: Edit;
  readonly before: FormContent;
}

export interface History {
  readonly content: FormContent;
  readonly done: readonly Step[];
  /** Undone steps, the next to redo last. */
  readonly undone: readonly { readonly edit: Edit; readonly after: FormContent }[];
  /** False after undo, redo or a change of selection: the next letter begins a step of its own. */
  readonly isOpen: boolean;
}

const mostSteps = 500;

export const historyOf = (content: FormContent): History => ({ content, done: [], undone: [], isOpen: false });

/** An edit that changes nothing is no step. Letters typed one after the other are one step. */
export function doEdit(history: History, edit: Edit): History {
  const content = applyEdit(history.content, edit);
  if (JSON.stringify(content) === JSON.stringify(history.content)) return history;
  const last = history.done.at(-1);
  const isStroke = history.isOpen && last !== undefined && isSameStroke(last.edit, edit);
  const done = isStroke
    ? [...history.done.slice(0, -1), { edit, before: last.before }]
    : [...history.done, { edit, before: history.content }].slice(-mostSteps);
  return { content, done, undone: [], isOpen: true };
}

export function undo(history: History): History {
  const last = history.done.at(-1);
  if (last === undefined) return history;
  return {
    content: last.before,
    done: history.done.slice(0, -1),
    undone: [...history.undone, { edit: last.edit, after: history.content }],
    isOpen: false,
  };
}

export function redo(history: History): History {
  const next = history.undone.at(-1);
  if (next === undefined) return history;
  return {
    content: next.after,
    done: [...history.done, { edit: next.edit, before: history.content }],
    undone: history.undone.slice(0, -1),
    isOpen: false,
  };
}

/** Ends a stroke: what is typed next is undone by itself. */
export const closeStroke = (history: History): History => (history.isOpen ? { ...history, isOpen: false } : history);
