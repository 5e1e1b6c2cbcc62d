/** One residents' page: what it is about, the language, and its content. */
import { useEffect, useRef, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { LanguageSwitch } from "../app/language-switch.tsx";
import { Icon } from "../ui/icons.tsx";

interface FrameProps {
  readonly title: string;
  /** A line above the title: street and community. */
  readonly over?: string;
  readonly onBack?: () => void;
  readonly children: ReactNode;
}

export function Frame({ title, over, onBack, children }: FrameProps) {
  const { t } = useTranslation("resident");
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    document.title = `${title} · ${t("app")}`;
    window.scrollTo(0, 0);
    heading.current?.focus({ preventScroll: true });
  }, [title, t]);
  return (
    <>
      <header className="r-head">
        {onBack !== undefined && (
          <button type="button" className="g-icon-button" aria-label={t("back")} onClick={onBack}>
            <Icon name="back" />
          </button>
        )}
        <div className="r-head-words">
          {over !== undefined && <p>{over}</p>}
          <h1 ref={heading} tabIndex={-1}>
            {title}
          </h1>
        </div>
        <LanguageSwitch />
      </header>
      <main className="r-main">{children}</main>
    </>
  );
}
