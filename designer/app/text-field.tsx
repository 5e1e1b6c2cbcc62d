/** A labelled line to write in, with its help and its error tied to it for screen readers. */
import { useId, useState } from "react";
import { useTranslation } from "react-i18next";
import "./words.ts";

interface TextFieldProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly help?: string;
  readonly error?: string;
  readonly secret?: boolean;
  readonly autoComplete?: string;
}

export function TextField({
  label,
  value,
  onChange,
  help,
  error,
  secret = false,
  autoComplete = "off",
}: TextFieldProps) {
  const { t } = useTranslation("app");
  const id = useId();
  const [shown, setShown] = useState(false);
  return (
    <div className="door-field">
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        className="g-input"
        type={secret && !shown ? "password" : "text"}
        autoComplete={autoComplete}
        autoCapitalize="none"
        spellCheck={false}
        value={value}
        aria-invalid={error !== undefined}
        aria-describedby={`${id}-help`}
        onChange={(event) => onChange(event.target.value)}
      />
      {secret && (
        <label className="door-show">
          <input type="checkbox" checked={shown} onChange={(event) => setShown(event.target.checked)} />
          {t("signIn.showPassword")}
        </label>
      )}
      <div id={`${id}-help`} className="g-small" aria-live="polite">
        {error === undefined ? <span className="g-muted">{help}</span> : <span className="door-error">{error}</span>}
      </div>
    </div>
  );
}
