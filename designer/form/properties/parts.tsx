/** The rows of the properties: a label, an input, what is wrong with it. */
import { Input, InputNumber } from "antd";
import { useEffect, useId, useRef, type ReactNode } from "react";

interface RowProps {
  readonly label: string;
  readonly hint?: string | undefined;
  readonly error?: string | undefined;
  readonly children: (id: string, describedBy: string | undefined) => ReactNode;
}

export function Row({ label, hint, error, children }: RowProps) {
  const id = useId();
  const told = error ?? hint;
  return (
    <div className="fd-prop">
      <label htmlFor={id}>{label}</label>
      {children(id, told === undefined ? undefined : `${id}-told`)}
      {told !== undefined && (
        <p
          id={`${id}-told`}
          className={error === undefined ? "gl-quiet" : "fd-error"}
          role={error === undefined ? undefined : "alert"}
        >
          {told}
        </p>
      )}
    </div>
  );
}

interface TextRowProps {
  readonly label: string;
  readonly value: string;
  readonly change: (value: string) => void;
  readonly long?: boolean;
  readonly hint?: string;
  readonly error?: string | undefined;
  readonly disabled?: boolean;
  readonly left?: () => void;
}

export function TextRow({ label, value, change, long = false, hint, error, disabled = false, left }: TextRowProps) {
  const Shown = long ? Input.TextArea : Input;
  return (
    <Row label={label} hint={hint} error={error}>
      {(id, describedBy) => (
        <Shown
          id={id}
          value={value}
          disabled={disabled}
          aria-describedby={describedBy}
          {...(error === undefined ? {} : { status: "error" as const, "aria-invalid": true })}
          {...(long ? { autoSize: { minRows: 2, maxRows: 5 } } : {})}
          onChange={(event) => change(event.target.value)}
          {...(left === undefined ? {} : { onBlur: left })}
        />
      )}
    </Row>
  );
}

interface NumberRowProps {
  readonly label: string;
  readonly value: unknown;
  /** Undefined takes the limit away. */
  readonly change: (value: number | undefined) => void;
  readonly whole: boolean;
  readonly least?: number;
}

export function NumberRow({ label, value, change, whole, least }: NumberRowProps) {
  return (
    <Row label={label}>
      {(id) => (
        <InputNumber
          id={id}
          className="fd-number"
          value={typeof value === "number" ? value : null}
          {...(whole ? { precision: 0 } : {})}
          {...(least === undefined ? {} : { min: least })}
          onChange={(next) => change(typeof next === "number" ? next : undefined)}
        />
      )}
    </Row>
  );
}

/** A name that is to be overwritten at once: chosen whole when it appears new. Wants the field's id as its key. */
export function NewName({ isNew, children }: { readonly isNew: boolean; readonly children: ReactNode }) {
  const around = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (isNew) around.current?.querySelector("input")?.select();
  }, [isNew]);
  return <div ref={around}>{children}</div>;
}
