/** One line that says whether what is written is safe, and offers to start again when something was restored. */
import { Icon } from "../icons.tsx";
import type { Draft } from "./use-draft.ts";
import { fillIn, type FormWords } from "./words.ts";

interface DraftLineProps {
  readonly draft: Draft;
  readonly words: FormWords;
  readonly sayWhen: (at: string) => string;
  readonly onClear: () => void;
}

export function DraftLine({ draft, words, sayWhen, onClear }: DraftLineProps) {
  const { state, restored } = draft;
  const said = {
    none: draft.keeps ? words.keeps : "",
    saving: words.saving,
    saved: words.saved,
    failed: words.notSaved,
  }[state];
  /** The form is empty at once; the device forgets in its own time. */
  const startAgain = () => {
    void draft.forget();
    onClear();
  };
  return (
    <div className="f-draft">
      {restored !== undefined && (
        <div className="g-note">
          <Icon name="info" size={20} />
          <p>{fillIn(words.restored, { when: sayWhen(new Date(restored.savedAt).toISOString()) })}</p>
          <button type="button" className="g-button small" onClick={startAgain}>
            {words.clear}
          </button>
        </div>
      )}
      <p role="status" className={`g-small ${state === "failed" ? "f-warn" : "g-muted"}`}>
        {state === "saved" && <Icon name="saved" size={16} />}
        {said}
      </p>
    </div>
  );
}
