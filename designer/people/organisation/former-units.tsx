/** Units that were merged or closed: their names stay in the past; a community or department is taken up again here. */
import { App, Button } from "antd";
import { useTranslation } from "react-i18next";
import type { FormerUnit, UnitChanged } from "../../../server/contract/types.ts";
import { sayMoment } from "../../app/dates.ts";
import { say } from "../../app/i18n.ts";
import { FailureLine } from "../parts/failure-line.tsx";
import { useChange } from "../queries.ts";

export function FormerUnits({ former }: { readonly former: readonly FormerUnit[] }) {
  const { t } = useTranslation("people");
  if (former.length === 0) return null;
  return (
    <details className="gl-units-former">
      <summary>{t("unitPage.former", { count: former.length })}</summary>
      <p className="gl-quiet">{t("unitPage.formerHelp")}</p>
      <ul>
        {former.map((each) => (
          <Former key={each.unit.code} former={each} />
        ))}
      </ul>
    </details>
  );
}

function Former({ former: { unit, parentTitle, closedAt, mayReopen } }: { readonly former: FormerUnit }) {
  const { t } = useTranslation("people");
  const { message } = App.useApp();
  const reopen = useChange<undefined, UnitChanged>(
    () => `/organisation/units/${unit.code}/reopen`,
    () => ({}),
  );
  const name = say(unit.title);
  return (
    <li>
      <span>
        <strong>{name}</strong> <small>{t(`unitPage.kind.${unit.kind}`)}</small> <small>{unit.code}</small>
      </span>
      <small className="gl-quiet">
        {parentTitle !== undefined && `${say(parentTitle)} · `}
        {closedAt !== undefined && t("unitPage.closedAt", { time: sayMoment(closedAt) })}
      </small>
      {mayReopen && (
        <Button
          size="small"
          loading={reopen.isPending}
          aria-label={t("unitPage.reopenTitle", { unit: name })}
          onClick={() =>
            reopen.mutate(undefined, { onSuccess: () => void message.success(t("unitPage.reopened", { unit: name })) })
          }
        >
          {t("unitPage.reopen")}
        </Button>
      )}
      <FailureLine error={reopen.error} />
    </li>
  );
}
