/** The widget for a single value, chosen by the type that its declaration names. */
import { Input, InputNumber, Select, Switch } from "antd";
import { useTranslation } from "react-i18next";
import type { SettingOption } from "../../../server/contract/types.ts";
import { say } from "../../app/i18n.ts";
import type { FieldProps } from "./field-props.ts";
import { LimitField } from "./limit-field.tsx";

export function PlainField(props: FieldProps) {
  const { type, options } = props.declared;
  switch (type) {
    case "limit":
      return <LimitField {...props} />;
    case "switch":
      return <SwitchField {...props} />;
    case "number":
      return <NumberField {...props} />;
    default:
      return type === "text" && options.length === 0 ? <TextField {...props} /> : <ChoiceField {...props} />;
  }
}

const named = ({ label, describedBy, wrong }: FieldProps) => ({
  "aria-label": label,
  "aria-describedby": describedBy,
  "aria-invalid": wrong,
});

const status = (wrong: boolean) => (wrong ? { status: "error" as const } : {});

function NumberField(props: FieldProps) {
  const { value, wrong, disabled, onChange } = props;
  return (
    <InputNumber
      className="gs-number"
      value={typeof value === "number" ? value : null}
      step={1}
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
