/** One form being designed: its content with undo, what is selected, and its draft on the server. */
import { useCallback, useEffect, useMemo, useReducer, useRef, useState } from "react";
import type { DefinitionDraft } from "../../../server/contract/types.ts";
import { applyEdit, type Edit } from "../model/edit.ts";
import { fieldOf, keysOf, optionsOf, type FormContent } from "../model/fields.ts";
import { wordOf } from "../model/json-path.ts";
import { closeStroke, doEdit, historyOf, redo, undo, type History } from "../model/history.ts";
import { DraftSaver, type Saved, type SaveState } from "./draft-saver.ts";
import { conflictOf, readDraft, saveDraft, type FormName } from "./drafts-api.ts";

/** What the properties show: a field, a section or, when nothing is selected, the form. */
export type Selection =
  | {
      readonly kind: "field" | "section";
      readonly id: string;
      /** Just added by the pointer: what is typed next is its name. */
      readonly isNew?: boolean;
    }
  | undefined;

export interface Designer {
  readonly name: FormName;
  readonly history: History;
  readonly content: FormContent;
  readonly selection: Selection;
  readonly select: (selection: Selection) => void;
  readonly edit: (edit: Edit) => void;
  readonly undo: () => void;
  readonly redo: () => void;
  readonly saving: SaveState;
  readonly saved: Saved<FormContent>;
  readonly publishedVersion: number | undefined;
  /** Keys of the published version: they never change any more. */
  readonly publishedKeys: ReadonlySet<string>;
  /** Codes that a field's published options have: stored answers name them. */
  readonly publishedOptions: (id: string) => ReadonlySet<string>;
  readonly markPublished: (version: number) => void;
  readonly saver: DraftSaver<FormContent>;
  /** Takes over what somebody else has saved; one's own content stays in the history. */
  readonly takeTheirs: () => Promise<void>;
}

type Action = { readonly type: "edit"; readonly edit: Edit } | { readonly type: "undo" | "redo" | "closeStroke" };

function reduce(history: History, action: Action): History {
  switch (action.type) {
    case "edit":
      return doEdit(history, action.edit);
    case "undo":
      return undo(history);
    case "redo":
      return redo(history);
    case "closeStroke":
      return closeStroke(history);
  }
}

const pause = 700;
const noKeys: ReadonlySet<string> = new Set();

/** A page that goes away saves first, and asks when it cannot. */
function useGuard(saver: DraftSaver<FormContent>): void {
  useEffect(() => {
    const leave = (event: BeforeUnloadEvent) => {
      if (!saver.isBehind) return;
      void saver.flush();
      event.preventDefault();
    };
    const hide = () => void saver.flush();
    window.addEventListener("beforeunload", leave);
    document.addEventListener("visibilitychange", hide);
    return () => {
      window.removeEventListener("beforeunload", leave);
      document.removeEventListener("visibilitychange", hide);
      void saver.flush();
    };
  }, [saver]);
}

export interface OpenedForm {
  readonly name: FormName;
  readonly content: FormContent;
  readonly draft: DefinitionDraft;
  /** Undefined for a form that was never published. */
  readonly published: FormContent | undefined;
}

interface Published {
  readonly content: FormContent | undefined;
  readonly version: number | undefined;
}

function codesIn(content: FormContent | undefined, id: string): ReadonlySet<string> {
  const field = content === undefined ? undefined : fieldOf(content, id);
  return new Set(
    field === undefined || content === undefined ? [] : optionsOf(content, field).map(({ code }) => wordOf(code)),
  );
}

export function useDesigner({ name, content, draft, published: before }: OpenedForm): Designer {
  const [history, act] = useReducer(reduce, content, historyOf);
  const [published, setPublished] = useState<Published>({ content: before, version: draft.publishedVersion });
  const [selection, setSelection] = useState<Selection>();
  const [saving, setSaving] = useState<SaveState>({ kind: "saved" });
  const [saved, setSaved] = useState<Saved<FormContent>>({ content, draft });
  const [saver] = useState(
    () =>
      new DraftSaver<FormContent>(
        { content, draft },
        {
          send: (next, sequence) => saveDraft(name, next, sequence),
          conflictOf,
          told: (state, last) => {
            setSaving(state);
            setSaved(last);
          },
          pause,
        },
      ),
  );
  const current = useRef(history.content);
  useEffect(() => {
    current.current = history.content;
    saver.change(history.content);
  }, [history.content, saver]);
  useGuard(saver);
  const select = useCallback((next: Selection) => {
    act({ type: "closeStroke" });
    setSelection(next);
  }, []);
  const takeTheirs = useCallback(async () => {
    const theirs = await readDraft(name);
    const next = JSON.parse(theirs.content ?? "{}") as FormContent;
    act({ type: "edit", edit: { type: "replace", content: next } });
    saver.change(applyEdit(current.current, { type: "replace", content: next }));
    await saver.follow(theirs.editSequence);
  }, [name, saver]);
  return useMemo(
    () => ({
      ...{ name, history, content: history.content, selection, select, saving, saved, saver, takeTheirs },
      publishedVersion: published.version,
      publishedKeys: published.content === undefined ? noKeys : keysOf(published.content),
      publishedOptions: (id: string) => codesIn(published.content, id),
      markPublished: (version: number) => setPublished({ content: saved.content, version }),
      edit: (edit: Edit) => act({ type: "edit", edit }),
      undo: () => act({ type: "undo" }),
      redo: () => act({ type: "redo" }),
    }),
    [name, history, selection, select, saving, saved, published, saver, takeTheirs],
  );
}
