/** An empty list says what will be here and offers the one next step. */
import type { ReactNode } from "react";
import { Icon, type IconName } from "./icons.tsx";

interface EmptyProps {
  readonly icon?: IconName;
  readonly title: string;
  readonly hint?: string;
  readonly children?: ReactNode;
}

export function Empty({ icon = "list", title, hint, children }: EmptyProps) {
  return (
    <div className="g-empty">
      <Icon name={icon} size={40} />
      <strong>{title}</strong>
      {hint !== undefined && <p>{hint}</p>}
      {children}
    </div>
  );
}
