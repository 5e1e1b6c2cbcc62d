/** The widget for a value, chosen by the type that its parameter declares. */
import type { FieldProps } from "./field-props.ts";
import { ListField } from "./list-field.tsx";
import { PlainField } from "./plain-field.tsx";
import { TableField } from "./table-field.tsx";

export function ValueField(props: FieldProps) {
  if (props.declared.type === "list") return <ListField {...props} />;
  return props.declared.type === "table" ? <TableField {...props} /> : <PlainField {...props} />;
}
