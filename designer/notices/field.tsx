/** A label, what is written, and beneath it a hint or what is wrong. */
import { useId, type ReactNode } from "react";

interface FieldProps {
  readonly label: string;
  readonly hint?: string;
  readonly problem?: string | undefined;
  readonly isRequired?: boolean;
  readonly children: (id: string) => ReactNode;
}

export function Field({ label, hint, problem, isRequired = false, children }: FieldProps) {
  const id = useId();
  return (
    <div className="gn-field">
      <label htmlFor={id}>
        {label}
        {isRequired && <span aria-hidden> *</span>}
      </label>
      {children(id)}
      {problem !== undefined && (
        <p className="gn-problem" role="alert">
          {problem}
        </p>
      )}
      {hint !== undefined && problem === undefined && <p className="gn-hint">{hint}</p>}
    </div>
  );
}
