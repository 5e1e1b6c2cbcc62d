/** Sending failed: what went wrong, that nothing is lost, and what happens next. */
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { ApiError } from "../../app/api.ts";
import { FailureNote } from "../../app/failure-note.tsx";
import { Icon } from "../../ui/icons.tsx";
import type { Resend } from "./use-resend.ts";

const isKnownAlready = (error: unknown): boolean =>
  error instanceof ApiError && error.body.code === "SUBMISSION_CONTENT_DIFFERS";

interface SendFailureProps {
  readonly resend: Resend;
  readonly onStartNew?: () => void;
}

export function SendFailure({ resend, onStartNew }: SendFailureProps) {
  const { t } = useTranslation("fill");
  if (resend.error === undefined) return null;
  if (isKnownAlready(resend.error))
    return (
      <div className="g-note yellow" role="alert">
        <Icon name="info" size={20} />
        <div>
          <p>{t("form.differs")}</p>
          <div className="f-buttons">
            <Link className="g-button small" to="/m/tasks?view=mine">
              {t("form.seeMine")}
            </Link>
            {onStartNew !== undefined && (
              <button type="button" className="g-button small" onClick={onStartNew}>
                {t("form.startNew")}
              </button>
            )}
          </div>
        </div>
      </div>
    );
  return (
    <div className="m-send-failure">
      <FailureNote error={resend.error} />
      <p>{resend.isWaiting ? t("form.kept") : t("form.keptRefused")}</p>
      {resend.isWaiting && (
        <button type="button" className="g-button wide" onClick={resend.now}>
          <Icon name="retry" size={20} />
          {t("form.sendNow")}
        </button>
      )}
    </div>
  );
}
