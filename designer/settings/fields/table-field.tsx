/** A table with the columns of its declaration, one field a cell. */
import { DeleteOutlined, PlusOutlined } from "@ant-design/icons";
import { Button } from "antd";
import { useTranslation } from "react-i18next";
import { say } from "../../app/i18n.ts";
import type { FieldProps } from "./field-props.ts";
import { PlainField } from "./plain-field.tsx";

type Row = Readonly<Record<string, unknown>>;

const rowsOf = (value: unknown): readonly Row[] => (Array.isArray(value) ? (value as readonly Row[]) : []);

export function TableField({ declared, value, label, describedBy, wrong, disabled, onChange }: FieldProps) {
  const { t } = useTranslation("settings");
  const rows = rowsOf(value);
  const columns = declared.columns ?? [];
  const empty = Object.fromEntries(columns.map((column) => [column.key, column.type === "switch" ? false : null]));
  return (
    <div className="gs-entries">
      <table className="gs-table" aria-label={label}>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column.key} scope="col">
                {say(column.title)}
              </th>
            ))}
            <td />
          </tr>
        </thead>
        <tbody>
          {rows.map((row, at) => (
            <tr key={at}>
              {columns.map((column) => (
                <td key={column.key}>
                  <PlainField
                    {...{ declared: column, describedBy, wrong, disabled, value: row[column.key] }}
                    label={t("field.cell", { row: at + 1, column: say(column.title) })}
                    onChange={(next) => onChange(rows.with(at, { ...row, [column.key]: next }))}
                  />
                </td>
              ))}
              <td>
                <Button
                  icon={<DeleteOutlined aria-hidden />}
                  aria-label={t("field.remove", { number: at + 1 })}
                  disabled={disabled}
                  onClick={() => onChange(rows.toSpliced(at, 1))}
                />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <Button icon={<PlusOutlined aria-hidden />} disabled={disabled} onClick={() => onChange([...rows, empty])}>
        {t("field.addRow")}
      </Button>
    </div>
  );
}
