/** A new installation has no account and no fixed password: whoever can read the server's window makes the first administrator. */
import { useMutation } from "@tanstack/react-query";
import { useState, type SubmitEvent } from "react";
import { useTranslation } from "react-i18next";
import type { Session, Setup } from "../../server/contract/types.ts";
import { api } from "./api.ts";
import { FailureNote } from "./failure-note.tsx";
import { useSetSession } from "./session.ts";
import { TextField } from "./text-field.tsx";
import "./words.ts";

type Field = keyof Setup | "repeat";
const fields = ["name", "login", "password", "repeat", "setupCode"] as const satisfies readonly Field[];
const empty: Readonly<Record<Field, string>> = { name: "", login: "", password: "", repeat: "", setupCode: "" };
/** The server decides (NIST SP 800-63B asks for length, not for kinds of characters); this only spares a round trip. */
const passwordLength = 12;

function problemsOf(values: Readonly<Record<Field, string>>, words: Words): Partial<Record<Field, string>> {
  const problems: Partial<Record<Field, string>> = {};
  if (values.repeat !== values.password) problems.repeat = words.differ;
  if (values.password.length < passwordLength) problems.password = words.short;
  for (const field of fields) if (values[field].trim() === "") problems[field] = words.missing(field);
  return problems;
}

interface Words {
  readonly differ: string;
  readonly short: string;
  readonly missing: (field: Field) => string;
}

export function FirstAdministrator() {
  const { t } = useTranslation("app");
  const setSession = useSetSession();
  const [values, setValues] = useState(empty);
  const [tried, setTried] = useState(false);
  const make = useMutation({ mutationFn: (body: Setup) => api.post<Session>("/setup", body), onSuccess: setSession });
  const label = (field: Field) => t(`setup.${field === "setupCode" ? "code" : field}`);
  const problems = problemsOf(values, {
    differ: t("setup.differ"),
    short: t("setup.short", { n: passwordLength }),
    missing: (field) => t("setup.missing", { field: label(field) }),
  });
  const help: Partial<Record<Field, string>> = {
    setupCode: t("setup.codeHelp"),
    password: t("setup.passwordHelp", { n: passwordLength }),
  };
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    setTried(true);
    const { repeat: _, ...body } = values;
    if (Object.keys(problems).length === 0) make.mutate(body);
  };
  return (
    <form className="g-card door-form" noValidate onSubmit={submit}>
      <h2>{t("setup.title")}</h2>
      <p className="g-muted">{t("setup.intro")}</p>
      {fields.map((field) => (
        <TextField
          key={field}
          label={label(field)}
          secret={field === "password" || field === "repeat"}
          autoComplete={field === "password" || field === "repeat" ? "new-password" : "off"}
          value={values[field]}
          onChange={(value) => setValues({ ...values, [field]: value })}
          {...(help[field] === undefined ? {} : { help: help[field] })}
          {...(tried && problems[field] !== undefined ? { error: problems[field] } : {})}
        />
      ))}
      {make.isError && <FailureNote error={make.error} />}
      <button type="submit" className="g-button primary wide" disabled={make.isPending}>
        {make.isPending ? t("setup.busy") : t("setup.submit")}
      </button>
    </form>
  );
}
