/** 我的: who I am, how the screen looks, and the way out. */
import { useMutation } from "@tanstack/react-query";
import { useSyncExternalStore } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { api } from "../app/api.ts";
import { FailureNote } from "../app/failure-note.tsx";
import { currentLanguage, say, switchLanguage, type Language } from "../app/i18n.ts";
import { InsecureBanner } from "../app/insecure-banner.tsx";
import { may, useSession, useSetSession } from "../app/session.ts";
import { Icon } from "../ui/icons.tsx";
import { chooseMode, chooseSize, chosenMode, chosenSize, onThemeChange, type ColourMode } from "../ui/theme.ts";
import { Page } from "./parts/page.tsx";
import { unsentCount, watchUnsent } from "./parts/unsent.ts";

interface ChoiceProps<Value extends string> {
  readonly title: string;
  readonly name: string;
  readonly value: Value;
  readonly options: readonly (readonly [Value, string])[];
  readonly onChoose: (value: Value) => void;
}

function Choice<Value extends string>({ title, name, value, options, onChoose }: ChoiceProps<Value>) {
  return (
    <fieldset className="m-setting">
      <legend>{title}</legend>
      <div className="g-choices">
        {options.map(([option, label]) => (
          <label key={option} className={`g-choice${option === value ? " chosen" : ""}`}>
            <input type="radio" name={name} checked={option === value} onChange={() => onChoose(option)} />
            {label}
          </label>
        ))}
      </div>
    </fieldset>
  );
}

const languages: readonly (readonly [Language, string])[] = [
  ["zh-CN", "中文"],
  ["en", "English"],
];

function Settings() {
  const { t } = useTranslation("fill");
  const mode = useSyncExternalStore(onThemeChange, chosenMode);
  const size = useSyncExternalStore(onThemeChange, chosenSize);
  const modes = (["system", "light", "dark"] as const satisfies readonly ColourMode[]).map(
    (one) => [one, t(`me.modes.${one}`)] as const,
  );
  return (
    <section className="g-card">
      <h2>{t("me.settings")}</h2>
      <Choice
        title={t("me.language")}
        name="language"
        value={currentLanguage()}
        options={languages}
        onChoose={(language) => void switchLanguage(language)}
      />
      <label className="m-switch">
        <span>{t("me.large")}</span>
        <input
          type="checkbox"
          role="switch"
          checked={size === "large"}
          onChange={(event) => chooseSize(event.target.checked ? "large" : "normal")}
        />
      </label>
      <Choice title={t("me.dark")} name="mode" value={mode} options={modes} onChoose={chooseMode} />
    </section>
  );
}

function SignOut() {
  const { t } = useTranslation("fill");
  const setSession = useSetSession();
  const unsent = useSyncExternalStore(watchUnsent, unsentCount);
  const close = useMutation({ mutationFn: () => api.delete<void>("/session"), onSuccess: () => setSession(null) });
  return (
    <>
      {unsent > 0 && <p className="f-warn">{t("me.unsentWarning")}</p>}
      {close.isError && <FailureNote error={close.error} />}
      <button type="button" className="g-button wide" disabled={close.isPending} onClick={() => close.mutate()}>
        <Icon name="exit" size={20} />
        {close.isPending ? t("me.signingOut") : t("me.signOut")}
      </button>
    </>
  );
}

export function MePage() {
  const { t } = useTranslation("fill");
  const { data: session } = useSession();
  return (
    <Page title={t("me.title")}>
      <section className="g-card m-person">
        <Icon name="person" size={40} />
        <div>
          <strong>{session?.person.name}</strong>
          <ul className="m-plain" aria-label={t("me.posts")}>
            {session?.grants.map((grant) => (
              <li key={`${grant.unit}/${grant.role}`}>
                {say(grant.unitTitle)} · {say(grant.roleTitle)}
              </li>
            ))}
          </ul>
        </div>
      </section>
      <InsecureBanner folded />
      <Settings />
      <div className="m-stack">
        <Link className="g-button wide" to="/m/notices">
          <Icon name="bell" size={20} />
          {t("me.notices")}
        </Link>
        {may(session, "case.read") && (
          <Link className="g-button wide" to="/desk">
            {t("me.desk")}
          </Link>
        )}
        <SignOut />
      </div>
      <p className="g-muted g-small m-about">{t("me.about")}</p>
    </Page>
  );
}
