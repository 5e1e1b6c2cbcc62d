/** The draft of one street, kept on this device so that leaving the page loses nothing. */
import { useEffect, useState } from "react";
import { noChanges, type Draft } from "./draft.ts";

const storageKey = (street: string) => `gridloom.settings.${street}`;

function stored(street: string): Draft {
  try {
    return (JSON.parse(localStorage.getItem(storageKey(street)) ?? "null") as Draft | null) ?? noChanges;
  } catch {
    return noChanges;
  }
}

export function useDraft(street: string) {
  const [draft, setDraft] = useState<Draft>(() => stored(street));
  useEffect(() => {
    if (Object.keys(draft).length === 0) localStorage.removeItem(storageKey(street));
    else localStorage.setItem(storageKey(street), JSON.stringify(draft));
  }, [draft, street]);
  return [draft, setDraft] as const;
}
