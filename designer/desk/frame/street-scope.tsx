/** Which street's matters are shown: chosen once in the top bar, kept on this device, "" for all that I may see. */
import { createContext, type ReactNode, useContext, useMemo, useState } from "react";
import type { Grant, Unit } from "../../../server/contract/types.ts";
import { useSession } from "../../app/session.ts";
import { useUnits } from "../parts/queries.ts";

interface StreetScope {
  readonly street: string;
  readonly streets: readonly Unit[];
  readonly choose: (street: string) => void;
}

const storageKey = "gridloom.street";
const Scope = createContext<StreetScope>({ street: "", streets: [], choose: () => undefined });

/** The streets of my posts; a post above the streets, in district or city, sees them all. */
function streetsOf(units: readonly Unit[], grants: readonly Grant[]): readonly Unit[] {
  const streets = units.filter((unit) => unit.kind === "street");
  const codes = new Set(streets.map((unit) => unit.code));
  if (grants.some((grant) => !codes.has(grant.street))) return streets;
  return streets.filter((unit) => grants.some((grant) => grant.street === unit.code));
}

export function StreetScopeProvider({ children }: { readonly children: ReactNode }) {
  const units = useUnits();
  const [chosen, setChosen] = useState(() => localStorage.getItem(storageKey) ?? "");
  const { data: session } = useSession();
  const streets = useMemo(() => streetsOf(units.data ?? [], session?.grants ?? []), [units.data, session]);
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
