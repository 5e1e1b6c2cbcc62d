/** Which dialog about which unit is open, and what the tree is narrowed to: in the address, so that links lead there. */
import { useSearchParams } from "react-router";

const dialogs = ["add", "change", "close"] as const;
export type UnitDialogName = (typeof dialogs)[number];

interface UnitAddress {
  readonly dialog: UnitDialogName | undefined;
  /** The unit that is changed or closed; of `add` the one above. */
  readonly unit: string;
  readonly q: string;
  readonly find: (q: string) => void;
  readonly open: (dialog: UnitDialogName, unit?: string) => void;
  readonly close: () => void;
}

export function useUnitAddress(): UnitAddress {
  const [params, setParams] = useSearchParams();
  const set = (values: Readonly<Record<string, string>>) => {
    const next = new URLSearchParams(params);
    for (const [name, value] of Object.entries(values)) {
      if (value === "") next.delete(name);
      else next.set(name, value);
    }
    setParams(next, { replace: true });
  };
  return {
    dialog: dialogs.find((each) => each === params.get("dialog")),
    unit: params.get("unit") ?? "",
    q: params.get("q") ?? "",
    find: (q) => set({ q }),
    open: (dialog, unit = "") => set({ dialog, unit }),
    close: () => set({ dialog: "", unit: "" }),
  };
}
