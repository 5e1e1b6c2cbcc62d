/** One page of the phone: header with the way back, the state of the network, and what is on the page. */
import { useEffect, useRef, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";
import { DemoClock } from "../../app/demo-clock.tsx";
import { Icon } from "../../ui/icons.tsx";
import { NetworkLine } from "./network-line.tsx";

interface PageProps {
  readonly title: string;
  readonly back?: string;
  readonly children: ReactNode;
  /** A bar that stays at the lower edge, in place of the tabs. */
  readonly bar?: ReactNode;
}

/** Goes back where one came from; opened from a link, to the page's natural parent. */
function useBack(parent: string): () => void {
  const navigate = useNavigate();
  return () => {
    const came = (window.history.state as { readonly idx?: number } | null)?.idx ?? 0;
    void (came > 0 ? navigate(-1) : navigate(parent, { replace: true }));
  };
}

export function Page({ title, back, children, bar }: PageProps) {
  const { t } = useTranslation("fill");
  const goBack = useBack(back ?? "/m");
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    document.title = `${title} · ${t("app")}`;
    window.scrollTo(0, 0);
    // Whoever listens to the page hears where he has come to.
    heading.current?.focus({ preventScroll: true });
  }, [title, t]);
  return (
    <>
      <header className="m-head">
        {back !== undefined && (
          <button type="button" className="g-icon-button" aria-label={t("back")} onClick={goBack}>
            <Icon name="back" />
          </button>
        )}
        <h1 ref={heading} tabIndex={-1}>
          {title}
        </h1>
        <DemoClock compact />
      </header>
      <NetworkLine />
      <main className={bar === undefined ? "m-main" : "m-main with-bar"}>{children}</main>
      {bar !== undefined && <div className="m-bar">{bar}</div>}
    </>
  );
}
