/** Which errors are shown when: a field's own once it was left, all of them once somebody wanted to send. */
import { useCallback, useEffect, useMemo, useState } from "react";
import type { Form } from "../../../server/contract/types.ts";
import { afterPointer, watchPointer } from "./after-pointer.ts";
import type { FormData, Language, ShownErrors } from "./environment.tsx";
import type { FormRules } from "./form-rules.ts";
import { sayErrors, type FieldError } from "./messages.ts";
import { isJson } from "./schema.ts";
import { verdictOf, type FormValidator } from "./verdict.ts";

export interface Verdict {
  readonly shown: ShownErrors;
  /** For the list at the end; empty until somebody wanted to send. */
  readonly summary: readonly FieldError[];
  readonly touch: (path: string) => void;
  /** Shows everything from now on and returns it. */
  readonly showAll: () => readonly FieldError[];
}

const none: readonly FieldError[] = [];
const untouched: ReadonlySet<string> = new Set();

/** Keys in the order the form shows them. */
function orderOf(form: Form): readonly string[] {
  const { properties } = form.schema;
  const sections = form.uiSchema["ui:sections"];
  const listed = Array.isArray(sections) ? sections.filter(isJson).flatMap((one) => one["fields"] as string[]) : [];
  const ordered = form.uiSchema["ui:order"];
  return [
    ...listed,
    ...(Array.isArray(ordered) ? ordered.map(String) : []),
    ...Object.keys(isJson(properties) ? properties : {}),
  ];
}

const isAtOrBelow = (path: string, other: string): boolean => path === other || path.startsWith(`${other}.`);

interface Asked {
  readonly form: Form;
  readonly validator: FormValidator;
  readonly rules: FormRules;
  readonly data: FormData;
  readonly language: Language;
}

/** The fields first; rules across fields once each is in order. */
function findErrors({ form, validator, rules, data, language }: Asked): readonly FieldError[] {
  const own = sayErrors(form, verdictOf(form, validator, data), language, orderOf(form));
  return own.length > 0 ? own : rules.broken(data, language);
}

export function useVerdict({ form, validator, rules, data, language }: Asked): Verdict {
  const [touched, setTouched] = useState(untouched);
  const [all, setAll] = useState(false);
  const errors = useMemo(
    () => findErrors({ form, validator, rules, data, language }),
    [form, validator, rules, data, language],
  );
  const visible = useMemo(
    () =>
      all
        ? errors
        : errors.filter((error) =>
            [...touched].some((path) => isAtOrBelow(path, error.path) || isAtOrBelow(error.path, path)),
          ),
    [all, errors, touched],
  );
  const key = JSON.stringify(visible);
  const shown = useMemo(
    (): ShownErrors => Object.fromEntries((JSON.parse(key) as FieldError[]).map((error) => [error.path, error.text])),
    [key],
  );
  useEffect(watchPointer, []);
  const touch = useCallback(
    (path: string) => afterPointer(() => setTouched((before) => new Set([...before, path]))),
    [],
  );
  const showAll = () => {
    setAll(true);
    return errors;
  };
  return { shown, summary: all ? visible : none, touch, showAll };
}
