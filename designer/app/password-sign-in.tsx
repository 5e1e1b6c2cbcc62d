/** Login and password; a wrong pair and a lock-out are said plainly, without telling which half was wrong. */
import { useMutation } from "@tanstack/react-query";
import { useState, type SubmitEvent } from "react";
import { useTranslation } from "react-i18next";
import type { Session, SignIn } from "../../server/contract/types.ts";
import { api, ApiError } from "./api.ts";
import { sayMoment } from "./dates.ts";
import { FailureNote } from "./failure-note.tsx";
import { useSetSession } from "./session.ts";
import { TextField } from "./text-field.tsx";

/** Until when this login is locked, when the server said so. */
function lockedUntil(error: unknown): string | undefined {
  const until = error instanceof ApiError ? error.body.details?.["until"] : undefined;
  return typeof until === "string" ? until : undefined;
}

export function PasswordSignIn() {
  const { t } = useTranslation("app");
  const setSession = useSetSession();
  const [login, setLogin] = useState("");
  const [password, setPassword] = useState("");
  const [tried, setTried] = useState(false);
  const signIn = useMutation({
    mutationFn: (body: SignIn) => api.post<Session>("/session", body),
    onSuccess: setSession,
  });
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    setTried(true);
    if (login.trim() !== "" && password !== "") signIn.mutate({ login: login.trim(), password });
  };
  const locked = lockedUntil(signIn.error);
  return (
    <form className="g-card door-form" noValidate onSubmit={submit}>
      <h2>{t("signIn.title")}</h2>
      <TextField
        label={t("signIn.login")}
        value={login}
        onChange={setLogin}
        autoComplete="username"
        {...(tried && login.trim() === "" ? { error: t("signIn.loginMissing") } : {})}
      />
      <TextField
        label={t("signIn.password")}
        secret
        value={password}
        onChange={setPassword}
        autoComplete="current-password"
        {...(tried && password === "" ? { error: t("signIn.passwordMissing") } : {})}
      />
      {signIn.isError && <FailureNote error={signIn.error} />}
      {locked !== undefined && <p>{t("signIn.lockedUntil", { time: sayMoment(locked) })}</p>}
      <button type="submit" className="g-button primary wide" disabled={signIn.isPending}>
        {signIn.isPending ? t("signIn.busy") : t("signIn.submit")}
      </button>
      <p className="g-muted g-small">{t("signIn.help")}</p>
    </form>
  );
}
