/** The keyboard of a list: j and k move, Enter opens, / searches, ? explains. Silent while somebody types. */
import { useEffect } from "react";

export interface ListKeys {
  readonly down: () => void;
  readonly up: () => void;
  readonly open: () => void;
  readonly search: () => void;
  readonly explain: () => void;
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable ||
      ["INPUT", "TEXTAREA", "SELECT"].includes(target.tagName) ||
      target.closest("[role=dialog]") !== null)
  );
}

export function useListKeys(keys: ListKeys): void {
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
      const onControl = event.target instanceof HTMLElement && event.target.closest("button, a") !== null;
      const action = { j: keys.down, k: keys.up, "/": keys.search, "?": keys.explain }[event.key];
      const chosen = event.key === "Enter" && !onControl ? keys.open : action;
      if (chosen === undefined) return;
      event.preventDefault();
      chosen();
    };
    window.addEventListener("keydown", listen);
    return () => window.removeEventListener("keydown", listen);
  }, [keys]);
}
