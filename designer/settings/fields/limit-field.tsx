/** A limit: how many, on which of the clocks that its declaration allows. */
import { InputNumber, Select, Space } from "antd";
import { useTranslation } from "react-i18next";
import { say } from "../../app/i18n.ts";
import { useEditing } from "../editing.ts";
import type { FieldProps } from "./field-props.ts";

interface Limit {
  readonly value: number | null;
  readonly clock: string;
}

const limitOf = (value: unknown): Limit =>
  typeof value === "object" && value !== null && "clock" in value ? (value as Limit) : { value: null, clock: "" };

export function LimitField({ declared, value, label, describedBy, wrong, disabled, onChange }: FieldProps) {
  const { t } = useTranslation("settings");
  const { clocks } = useEditing().settings;
  const limit = limitOf(value);
  const allowed = declared.bounds.flatMap(({ clock }) => clock ?? []);
  const offered = clocks.filter((clock) => allowed.length === 0 || allowed.includes(clock.value));
  // Nothing to choose: a word, not a list that cannot be opened.
  const isFixed = disabled || offered.length < 2;
  const status = wrong ? { status: "error" as const } : {};
  return (
    <Space.Compact>
      <InputNumber
        className="gs-amount"
        value={limit.value}
        step={1}
        disabled={disabled}
        aria-label={t("field.amount", { title: label })}
        aria-describedby={describedBy}
        aria-invalid={wrong}
        onChange={(amount) => onChange({ ...limit, value: amount })}
        {...status}
      />
      {isFixed ? (
        <span className="gs-one-clock">{say(clocks.find((clock) => clock.value === limit.clock)?.title)}</span>
      ) : (
        <Select
          className="gs-clock"
          value={limit.clock === "" ? null : limit.clock}
          options={offered.map((clock) => ({ value: clock.value, label: say(clock.title) }))}
          aria-label={t("field.clock", { title: label })}
          popupMatchSelectWidth={false}
          onChange={(clock: string) => onChange({ ...limit, clock })}
          {...status}
        />
      )}
    </Space.Compact>
  );
}
