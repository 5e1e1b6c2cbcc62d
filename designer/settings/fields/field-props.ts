/** What every widget of a value is given. */
import type { ParameterSetting } from "../../../server/contract/types.ts";

/** As much of a declaration as a widget needs: of a parameter, of a list's entry, of a table's column. */
export type Declared = Pick<ParameterSetting, "bounds" | "options"> & {
  readonly type: string;
  readonly mayBeEmpty?: boolean;
  readonly isWhole?: boolean;
  readonly entryType?: string;
  readonly columns?: ParameterSetting["columns"];
};

export interface FieldProps {
  readonly declared: Declared;
  readonly value: unknown;
  readonly label: string;
  readonly describedBy: string;
  readonly wrong: boolean;
  readonly disabled: boolean;
  readonly onChange: (value: unknown) => void;
}
