/** The key of a field: made by itself, changed by hand until the form is first published with it. */
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { isKey } from "../model/keys.ts";
import { TextRow } from "./parts.tsx";

interface KeyRowProps {
  readonly value: string;
  readonly taken: ReadonlySet<string>;
  readonly isFixed: boolean;
  readonly change: (key: string) => void;
}

export function KeyRow({ value, taken, isFixed, change }: KeyRowProps) {
  const { t } = useTranslation("form");
  const [typed, setTyped] = useState(value);
  const isTaken = typed !== value && taken.has(typed);
  const error = !isKey(typed) ? t("props.keyWrong") : isTaken ? t("props.keyTaken") : undefined;
  return (
    <TextRow
      label={t("props.key")}
      value={typed}
      disabled={isFixed}
      hint={t(isFixed ? "props.keyFixed" : "props.keyFree")}
      error={isFixed ? undefined : error}
      change={setTyped}
      left={() => {
        if (error === undefined && typed !== value) change(typed);
      }}
    />
  );
}
