/** Where a one-time code leads: the person sets a password and is signed in. The code stands in the fragment, in no log. */
import { useMutation } from "@tanstack/react-query";
import { useState, type SubmitEvent } from "react";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";
import type { Join, Session } from "../../server/contract/types.ts";
import { api } from "./api.ts";
import { FailureNote } from "./failure-note.tsx";
import { LanguageSwitch } from "./language-switch.tsx";
import { useSetSession } from "./session.ts";
import { TextField } from "./text-field.tsx";
import "../ui/controls.css";
import "./sign-in.css";
import "./words.ts";

type Field = keyof Join | "repeat";
const fields = ["code", "password", "repeat"] as const satisfies readonly Field[];

export function JoinPage() {
  const { t } = useTranslation("app");
  return (
    <div className="door">
      <header className="door-head">
        <div>
          <h1>{t("name")}</h1>
          <p>{t("slogan")}</p>
        </div>
        <LanguageSwitch />
      </header>
      <main className="door-body">
        <JoinForm />
      </main>
    </div>
  );
}

function JoinForm() {
  const { t } = useTranslation("app");
  const go = useNavigate();
  const setSession = useSetSession();
  const [values, setValues] = useState<Readonly<Record<Field, string>>>(() => ({
    ...{ code: decodeURIComponent(window.location.hash.slice(1)), password: "", repeat: "" },
  }));
  const [tried, setTried] = useState(false);
  const join = useMutation({
    mutationFn: (body: Join) => api.post<Session>("/join", body),
    onSuccess: (session) => {
      setSession(session);
      void go("/", { replace: true });
    },
  });
  const label = (field: Field) => t(field === "code" ? "join.code" : `setup.${field}`);
  const errorOf = (field: Field): string | undefined => {
    if (values[field].trim() === "") return t("setup.missing", { field: label(field) });
    return field === "repeat" && values.repeat !== values.password ? t("setup.differ") : undefined;
  };
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    setTried(true);
    const { code, password } = values;
    if (fields.every((field) => errorOf(field) === undefined)) join.mutate({ code: code.trim(), password });
  };
  return (
    <form className="g-card door-form" noValidate onSubmit={submit}>
      <h2>{t("join.title")}</h2>
      <p className="g-muted">{t("join.intro")}</p>
      {fields.map((field) => {
        const error = tried ? errorOf(field) : undefined;
        return (
          <TextField
            key={field}
            label={label(field)}
            secret={field !== "code"}
            autoComplete={field === "code" ? "one-time-code" : "new-password"}
            value={values[field]}
            onChange={(value) => setValues({ ...values, [field]: value })}
            {...(field === "password" ? { help: t("join.passwordHelp") } : {})}
            {...(error === undefined ? {} : { error })}
          />
        );
      })}
      {join.isError && <FailureNote error={join.error} />}
      <button type="submit" className="g-button primary wide" disabled={join.isPending}>
        {join.isPending ? t("setup.busy") : t("join.submit")}
      </button>
    </form>
  );
}
