/** The lines of the delivery log: to whom, by what, how it ended and why. */
import {
  CheckCircleFilled,
  ClockCircleOutlined,
  CloseCircleFilled,
  RedoOutlined,
  SyncOutlined,
} from "@ant-design/icons";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { App, Button } from "antd";
import { useTranslation } from "react-i18next";
import type { Delivery } from "../../../server/contract/types.ts";
import { api } from "../../app/api.ts";
import { sayMoment, sayWhen } from "../../app/dates.ts";
import { sayFailure } from "../../app/failures.ts";
import { say } from "../../app/i18n.ts";
import { useNow } from "../../app/now.ts";
import { may, useSession } from "../../app/session.ts";

const icons = {
  waiting: <ClockCircleOutlined aria-hidden />,
  retrying: <SyncOutlined aria-hidden />,
  sent: <CheckCircleFilled aria-hidden />,
  failed: <CloseCircleFilled aria-hidden />,
} as const;

const heads = ["at", "person", "notice", "channel", "address", "state"] as const;

export function DeliveryTable({ rows }: { readonly rows: readonly Delivery[] }) {
  const { t } = useTranslation("notices");
  const { data: session } = useSession();
  const mayRetry = may(session, "delivery.configure");
  return (
    // A region that scrolls must be reachable by keyboard (WCAG 2.1.1).
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div className="gn-scroll" tabIndex={0} role="region" aria-label={t("delivery.tabs.log")}>
      <table className="gn-table">
        <thead>
          <tr>
            {heads.map((head) => (
              <th key={head} scope="col">
                {t(`delivery.head.${head}`)}
              </th>
            ))}
            {mayRetry && <th scope="col">{t("delivery.head.action")}</th>}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Line key={`${row.street}/${row.id}`} row={row} mayRetry={mayRetry} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Line({ row, mayRetry }: { readonly row: Delivery; readonly mayRetry: boolean }) {
  const { t } = useTranslation("notices");
  return (
    <tr>
      <td>
        {sayMoment(row.at)}
        <small>{say(row.streetTitle)}</small>
      </td>
      <td>{row.person}</td>
      <td>
        {say(row.title)}
        {row.urgent && <small>{t("urgent")}</small>}
        {row.together && <small>{t("delivery.together")}</small>}
      </td>
      <td>{t(`channel.${row.channel}`)}</td>
      <td>{row.address === "" ? t("delivery.noAddress") : row.address}</td>
      <td>
        <State row={row} />
      </td>
      {mayRetry && <td>{row.state === "failed" && <Retry row={row} />}</td>}
    </tr>
  );
}

function State({ row }: { readonly row: Delivery }) {
  const { t } = useTranslation("notices");
  const now = useNow();
  const next = row.nextAt === undefined ? undefined : sayWhen(row.nextAt, now);
  return (
    <>
      <span className={`gn-state gn-state-${row.state}`}>
        {icons[row.state]} {t(`delivery.state.${row.state}`)}
      </span>
      {row.error !== undefined && (
        <small>
          {say(row.error)}
          {row.detail !== undefined && row.detail !== "" && ` (${row.detail})`}
        </small>
      )}
      {row.tries > 1 && <small>{t("delivery.tries", { count: row.tries })}</small>}
      {next !== undefined && (
        <small>{t(row.state === "retrying" ? "delivery.nextTry" : "delivery.next", { when: next })}</small>
      )}
    </>
  );
}

function Retry({ row }: { readonly row: Delivery }) {
  const { t } = useTranslation("notices");
  const { message } = App.useApp();
  const queries = useQueryClient();
  const retry = useMutation({
    mutationFn: () =>
      api.post<void>(`/deliveries/${encodeURIComponent(row.street)}/${encodeURIComponent(row.id)}/retry`),
    onSuccess: () => void message.success(t("delivery.retried")),
    onError: (error) => void message.error(sayFailure(error).text),
    onSettled: () => queries.invalidateQueries({ queryKey: ["deliveries"] }),
  });
  return (
    <Button size="small" icon={<RedoOutlined aria-hidden />} loading={retry.isPending} onClick={() => retry.mutate()}>
      {t("delivery.retry")}
    </Button>
  );
}
