/** Why: asked of whoever sends back or transfers, for the next person reads it. */
import { useId } from "react";
import { useTranslation } from "react-i18next";

/** The server refuses shorter reasons; said here before sending. */
export const reasonLength = 2;

interface ReasonFieldProps {
  readonly value: string;
  readonly onChange: (text: string) => void;
  readonly showError: boolean;
}

export function ReasonField({ value, onChange, showError }: ReasonFieldProps) {
  const { t } = useTranslation("fill");
  const id = useId();
  const isWrong = showError && value.trim().length < reasonLength;
  return (
    <div className="f-field">
      <label htmlFor={id} className="f-label">
        {t("task.reason")}
      </label>
      <textarea
        id={id}
        className="g-input"
        rows={3}
        maxLength={300}
        value={value}
        aria-invalid={isWrong}
        aria-describedby={`${id}-error`}
        onChange={(event) => onChange(event.target.value)}
      />
      <p id={`${id}-error`} className="f-error" aria-live="polite">
        {isWrong ? t("task.reasonMissing", { n: reasonLength }) : ""}
      </p>
    </div>
  );
}
