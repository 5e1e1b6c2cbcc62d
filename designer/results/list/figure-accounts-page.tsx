/** The accounts behind the figure of activity. */
import { useQuery } from "@tanstack/react-query";
import { Skeleton } from "antd";
import { useTranslation } from "react-i18next";
import { useSearchParams } from "react-router";
import type { FigureAccounts } from "../../../server/contract/types.ts";
import { api } from "../../app/api.ts";
import { say } from "../../app/i18n.ts";
import { Failure } from "../../desk/parts/failure.tsx";
import { Nothing } from "../../desk/parts/nothing.tsx";
import { periodOf, periodQuery } from "../words.ts";
import { ListHead } from "./list-head.tsx";

export function FigureAccountsPage() {
  const { t } = useTranslation("results");
  const [params] = useSearchParams();
  const query = params.toString();
  const asked = useQuery({
    queryKey: ["results", "accounts", query],
    queryFn: () => api.get<FigureAccounts>(`/results/accounts?${query}`),
  });
  const { data } = asked;
  return (
    <div className="gl-page rs-page">
      {asked.isError && <Failure error={asked.error} retry={() => void asked.refetch()} />}
      {asked.isLoading && <Skeleton active paragraph={{ rows: 8 }} />}
      {data !== undefined && (
        <>
          <ListHead
            of={data}
            count={t("list.countAccounts", { count: data.total })}
            back={`/desk/results?${periodQuery(periodOf(params))}`}
            isWhole={params.get("side") === "of"}
          />
          {data.items.length === 0 ? <Nothing words={t("list.noneAccounts")} /> : <AccountTable of={data} />}
        </>
      )}
    </div>
  );
}

function AccountTable({ of: { items, indicator } }: { readonly of: FigureAccounts }) {
  const { t } = useTranslation("results");
  return (
    <div className="rs-scroll" role="region" aria-label={say(indicator.title)} tabIndex={0}>
      <table className="rs-table rs-cases">
        <thead>
          <tr>
            <th scope="col">{t("list.person")}</th>
            <th scope="col">{t("list.posts")}</th>
            <th scope="col">{t("list.active")}</th>
          </tr>
        </thead>
        <tbody>
          {items.map(({ person, posts, active }) => (
            <tr key={person.id}>
              <th scope="row">{person.name}</th>
              <td>{posts.map((post) => say(post)).join("；")}</td>
              <td>{t(active ? "list.yes" : "list.no")}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
