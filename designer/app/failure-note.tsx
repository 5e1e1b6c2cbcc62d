/** A failure where it happened: the sentence, the code, and the way to try again. */
import { useTranslation } from "react-i18next";
import { Icon } from "../ui/icons.tsx";
import { sayFailure } from "./failures.ts";
import "./words.ts";

interface FailureNoteProps {
  readonly error: unknown;
  readonly onRetry?: () => void;
}

export function FailureNote({ error, onRetry }: FailureNoteProps) {
  const { t } = useTranslation("app");
  const said = sayFailure(error);
  return (
    <div className="g-note red" role="alert">
      <Icon name="warning" size={20} />
      <div>
        <p>{said.text}</p>
        <p className="g-small g-muted">
          {t("failureCode", { code: said.code })}
          {said.requestId !== undefined && ` · ${t("failureRequest", { id: said.requestId })}`}
        </p>
        {onRetry !== undefined && (
          <button type="button" className="g-button small" onClick={onRetry}>
            <Icon name="retry" size={18} />
            {t("retry")}
          </button>
        )}
      </div>
    </div>
  );
}
