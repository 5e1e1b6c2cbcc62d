/** Which street's matters are shown: chosen once in the top bar, kept on this device, "" for all that I may see. */
import { createContext, type ReactNode, useContext, useMemo, useState } from "react";
import type { Unit } from "../../../server/contract/types.ts";
import { useSession } from "../../app/session.ts";
import { useUnits } from "../parts/queries.ts";

interface StreetScope {
  readonly street: string;
  readonly streets: readonly Unit[];
  readonly choose: (street: string) => void;
}

const storageKey = "gridloom.street";
const Scope = createContext<StreetScope>({ street: "", streets: [], choose: () => undefined });

export function StreetScopeProvider({ children }: { readonly children: ReactNode }) {
  const units = useUnits();
  const [chosen, setChosen] = useState(() => localStorage.getItem(storageKey) ?? "");
  const streets = useMemo(() => (units.data ?? []).filter((unit) => unit.kind === "street"), [units.data]);
  const street = streets.some((unit) => unit.code === chosen) ? chosen : "";
  const scope = useMemo<StreetScope>(
    () => ({
      street,
      streets,
      choose: (code) => {
        localStorage.setItem(storageKey, code);
        setChosen(code);
      },
    }),
    [street, streets],
  );
  return <Scope value={scope}>{children}</Scope>;
}

export function useStreetScope(): StreetScope {
  return useContext(Scope);
}

/** The street whose forms and catalogue apply: the chosen one, else the one that the session names. */
export function useWorkStreet(): string {
  const { street, streets } = useStreetScope();
  const { data: session } = useSession();
  if (street !== "") return street;
  const own = session?.street ?? "";
  return streets.some((unit) => unit.code === own) ? own : (streets[0]?.code ?? own);
}
