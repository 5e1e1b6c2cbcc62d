/** The widget for a value, chosen by the type that its parameter declares. */
import { Input, InputNumber, Select, Switch } from "antd";
import { useTranslation } from "react-i18next";
import type { ParameterSetting, SettingOption } from "../../../server/contract/types.ts";
import { say } from "../../app/i18n.ts";
import { LimitField } from "./limit-field.tsx";
import { ListField } from "./list-field.tsx";
import { TableField } from "./table-field.tsx";

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

export function ValueField(props: FieldProps) {
  switch (props.declared.type) {
    case "limit":
      return <LimitField {...props} />;
    case "switch":
      return <SwitchField {...props} />;
    case "number":
      return <NumberField {...props} />;
    case "list":
      return <ListField {...props} />;
    case "table":
      return <TableField {...props} />;
    default:
      return props.declared.options.length > 0 || props.declared.type !== "text" ? (
        <ChoiceField {...props} />
      ) : (
        <TextField {...props} />
      );
  }
}

const named = ({ label, describedBy, wrong }: FieldProps) => ({
  "aria-label": label,
  "aria-describedby": describedBy,
  "aria-invalid": wrong,
});

const status = (wrong: boolean) => (wrong ? { status: "error" as const } : {});

function NumberField(props: FieldProps) {
  const { declared, value, wrong, disabled, onChange } = props;
  const [bounds] = declared.bounds;
  return (
    <InputNumber
      className="gs-number"
      value={typeof value === "number" ? value : null}
      step={declared.isWhole === true || bounds === undefined ? 1 : 0.5}
      disabled={disabled}
      onChange={onChange}
      {...status(wrong)}
      {...named(props)}
    />
  );
}

function SwitchField(props: FieldProps) {
  const { t } = useTranslation("settings");
  return (
    <Switch
      checked={props.value === true}
      disabled={props.disabled}
      checkedChildren={t("field.yes")}
      unCheckedChildren={t("field.no")}
      onChange={props.onChange}
      {...named(props)}
    />
  );
}

function TextField(props: FieldProps) {
  return (
    <Input
      value={typeof props.value === "string" ? props.value : ""}
      disabled={props.disabled}
      maxLength={500}
      onChange={(event) => props.onChange(event.target.value)}
      {...status(props.wrong)}
      {...named(props)}
    />
  );
}

const shown = (options: readonly SettingOption[]) => options.map(({ value, title }) => ({ value, label: say(title) }));

/** A value that is not offered any more (a role that was removed) is still shown, by its code. */
function ChoiceField(props: FieldProps) {
  const { t } = useTranslation("settings");
  const { declared, value, disabled, wrong, onChange } = props;
  const options = shown(declared.options);
  const isGone = typeof value === "string" && value !== "" && !options.some((option) => option.value === value);
  return (
    <Select
      className="gs-choice"
      value={typeof value === "string" ? value : null}
      options={isGone ? [...options, { value, label: value }] : options}
      disabled={disabled}
      allowClear={declared.mayBeEmpty === true}
      placeholder={t("field.notSet")}
      popupMatchSelectWidth={false}
      onChange={(next: string | undefined | null) => onChange(next ?? null)}
      {...status(wrong)}
      {...named(props)}
    />
  );
}
