/** What every card of the page shares: the settings in force, the draft, its faults, and how to change it. */
import { createContext, useContext } from "react";
import type { Problem, StreetSettings } from "../../server/contract/types.ts";
import type { Draft, Faults } from "./draft.ts";

export interface Editing {
  readonly settings: StreetSettings;
  readonly draft: Draft;
  readonly faults: Faults;
  readonly change: (make: (draft: Draft) => Draft) => void;
}

const Context = createContext<Editing | undefined>(undefined);
export const EditingProvider = Context.Provider;

/** Throws outside the page: a card of settings stands nowhere else. */
export function useEditing(): Editing {
  const editing = useContext(Context);
  if (editing === undefined) throw new Error("Expected a settings page around this card.");
  return editing;
}

export const faultsAt = (faults: Faults, ...keys: readonly string[]): readonly Problem[] =>
  keys.flatMap((key) => faults.get(key) ?? []);
