/** The door: a choice of posts in demo mode, login and password otherwise, and the first administrator on a new installation. */
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { Navigate } from "react-router";
import type { Welcome } from "../../server/contract/types.ts";
import { Skeleton } from "../ui/skeleton.tsx";
import { api } from "./api.ts";
import { DemoPosts } from "./demo-posts.tsx";
import { FailureNote } from "./failure-note.tsx";
import { FirstAdministrator } from "./first-administrator.tsx";
import { say } from "./i18n.ts";
import { InsecureBanner } from "./insecure-banner.tsx";
import { LanguageSwitch } from "./language-switch.tsx";
import { PasswordSignIn } from "./password-sign-in.tsx";
import { useSession } from "./session.ts";
import "../ui/controls.css";
import "./sign-in.css";
import "./words.ts";

function Door({ welcome }: { readonly welcome: Welcome }) {
  if (welcome.needsSetup) return <FirstAdministrator />;
  return welcome.demo ? <DemoPosts /> : <PasswordSignIn />;
}

export function SignIn() {
  const { t } = useTranslation("app");
  const { data: session } = useSession();
  const welcome = useQuery({ queryKey: ["welcome"], queryFn: () => api.get<Welcome>("/welcome") });
  if (session !== null && session !== undefined) return <Navigate to="/" replace />;
  return (
    <div className="door">
      <header className="door-head">
        <div>
          <h1>{t("name")}</h1>
          <p>
            {welcome.data === undefined ? "" : `${say(welcome.data.city)} · `}
            {t("slogan")}
          </p>
        </div>
        <LanguageSwitch />
      </header>
      <main className="door-body">
        <InsecureBanner />
        {welcome.isPending && <Skeleton label={t("loading")} lines={3} tall />}
        {welcome.isError && <FailureNote error={welcome.error} onRetry={() => void welcome.refetch()} />}
        {welcome.data !== undefined && <Door welcome={welcome.data} />}
      </main>
    </div>
  );
}
