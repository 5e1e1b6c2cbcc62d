/** Why a period has no page: a month that has not come, or is none, leads to the present one; anything else is a failure. */
import { useTranslation } from "react-i18next";
import { useSearchParams } from "react-router";
import { ApiError } from "../app/api.ts";
import { sayFailure } from "../app/failures.ts";
import { Failure } from "../desk/parts/failure.tsx";
import { LinkButton } from "../desk/parts/link-button.tsx";
import { Nothing } from "../desk/parts/nothing.tsx";

interface PeriodFailureProps {
  readonly error: unknown;
  readonly retry: () => void;
}

export function PeriodFailure({ error, retry }: PeriodFailureProps) {
  const { t } = useTranslation("results");
  const [params] = useSearchParams();
  if (!(error instanceof ApiError) || !error.body.code.startsWith("MONTH_"))
    return <Failure error={error} retry={retry} />;
  const present = new URLSearchParams(params);
  present.delete("month");
  return (
    <div role="alert">
      <Nothing
        words={sayFailure(error).text}
        hint={t("monthHint")}
        next={<LinkButton to={`?${present.toString()}`}>{t("toPresent")}</LinkButton>}
      />
    </div>
  );
}
