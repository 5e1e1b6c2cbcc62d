/** A list: of choices a box to tick several in, of anything else one field an entry. */
import { DeleteOutlined, PlusOutlined } from "@ant-design/icons";
import { Button, Select } from "antd";
import { useTranslation } from "react-i18next";
import { say } from "../../app/i18n.ts";
import type { FieldProps } from "./field-props.ts";
import { PlainField } from "./plain-field.tsx";

const entriesOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

export function ListField(props: FieldProps) {
  const { declared, value, label, describedBy, wrong, disabled, onChange } = props;
  if (declared.options.length === 0) return <Entries {...props} />;
  return (
    <Select
      mode="multiple"
      className="gs-many"
      value={entriesOf(value).map(String)}
      options={declared.options.map((option) => ({ value: option.value, label: say(option.title) }))}
      disabled={disabled}
      aria-label={label}
      aria-describedby={describedBy}
      aria-invalid={wrong}
      onChange={onChange}
      {...(wrong ? { status: "error" as const } : {})}
    />
  );
}

function Entries({ declared, value, label, describedBy, wrong, disabled, onChange }: FieldProps) {
  const { t } = useTranslation("settings");
  const entries = entriesOf(value);
  const entry = { type: declared.entryType ?? "text", bounds: [], options: [] };
  return (
    <div className="gs-entries">
      {entries.map((each, at) => (
        <div key={at} className="gs-entry">
          <PlainField
            {...{ declared: entry, describedBy, wrong, disabled, value: each }}
            label={t("field.entry", { title: label, number: at + 1 })}
            onChange={(next) => onChange(entries.with(at, next))}
          />
          <Button
            icon={<DeleteOutlined aria-hidden />}
            aria-label={t("field.remove", { number: at + 1 })}
            disabled={disabled}
            onClick={() => onChange(entries.toSpliced(at, 1))}
          />
        </div>
      ))}
      <Button icon={<PlusOutlined aria-hidden />} disabled={disabled} onClick={() => onChange([...entries, ""])}>
        {t("field.add")}
      </Button>
    </div>
  );
}
