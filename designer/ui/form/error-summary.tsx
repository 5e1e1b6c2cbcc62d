/** How much is still to do, said while filling in, with a way to each place. */
import { Icon } from "../icons.tsx";
import type { FieldError } from "./messages.ts";
import { fillIn, type FormWords } from "./words.ts";

const focusable = "input:not([hidden]):not([disabled]), select, textarea, button";

/** Brings the field of a path into view and puts the focus into it; the nearest thing around it when it has no place of its own. */
export function jumpTo(idPrefix: string, path: string): void {
  const steps = path.split(".");
  for (let length = steps.length; length > 0; length -= 1) {
    const field = document.getElementById(`${idPrefix}-${steps.slice(0, length).join("-")}-field`);
    if (field === null) continue;
    field.scrollIntoView({ block: "center" });
    field.querySelector<HTMLElement>(focusable)?.focus({ preventScroll: true });
    return;
  }
}

interface ErrorSummaryProps {
  readonly errors: readonly FieldError[];
  readonly idPrefix: string;
  readonly words: FormWords;
}

export function ErrorSummary({ errors, idPrefix, words }: ErrorSummaryProps) {
  return (
    <div aria-live="polite">
      {errors.length > 0 && (
        <div className="g-note red f-summary">
          <Icon name="warning" size={20} />
          <div>
            <p>
              <strong>
                {errors.length === 1 ? words.summaryOne : fillIn(words.summaryMany, { n: errors.length })}
              </strong>
            </p>
            <ul>
              {errors.map((error) => (
                <li key={`${error.path} ${error.text}`}>
                  <button type="button" onClick={() => jumpTo(idPrefix, error.path)}>
                    {error.text}
                  </button>
                </li>
              ))}
            </ul>
          </div>
        </div>
      )}
    </div>
  );
}
