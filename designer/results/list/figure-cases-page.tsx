/** The cases behind a figure: as many as it says. */
import { useInfiniteQuery } from "@tanstack/react-query";
import { Button, Skeleton } from "antd";
import { useEffect } from "react";
import { useTranslation } from "react-i18next";
import { Link, useSearchParams } from "react-router";
import type { CaseSummary, FigureCases } from "../../../server/contract/types.ts";
import { api } from "../../app/api.ts";
import { sayMoment } from "../../app/dates.ts";
import { say } from "../../app/i18n.ts";
import { Failure } from "../../desk/parts/failure.tsx";
import { Nothing } from "../../desk/parts/nothing.tsx";
import { periodOf, periodQuery } from "../words.ts";
import { ListHead } from "./list-head.tsx";

const pageSize = 50;

export function FigureCasesPage() {
  const { t } = useTranslation("results");
  const [params] = useSearchParams();
  const query = params.toString();
  const asked = useInfiniteQuery({
    queryKey: ["results", "cases", query],
    initialPageParam: "",
    queryFn: ({ pageParam }) => {
      const cursor = pageParam === "" ? "" : `&cursor=${encodeURIComponent(pageParam)}`;
      return api.get<FigureCases>(`/results/cases?${query}&limit=${String(pageSize)}${cursor}`);
    },
    getNextPageParam: (last) => last.next,
  });
  const first = asked.data?.pages[0];
  useEffect(() => {
    document.title = `${first === undefined ? t("title") : say(first.indicator.title)} · ${t("desk:frame.brand")}`;
  }, [first, t]);
  const items = asked.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <div className="gl-page rs-page">
      {asked.isError && <Failure error={asked.error} retry={() => void asked.refetch()} />}
      {asked.isLoading && <Skeleton active paragraph={{ rows: 8 }} />}
      {first !== undefined && (
        <>
          <ListHead
            of={first}
            count={t("list.count", { count: first.total })}
            back={`/desk/results?${periodQuery(periodOf(params))}`}
            isWhole={params.get("side") === "of"}
          />
          {items.length === 0 ? (
            <Nothing words={t("list.none")} hint={t("list.noneHint")} />
          ) : (
            <CaseTable items={items} label={say(first.indicator.title)} />
          )}
          {asked.hasNextPage && (
            <Button className="rs-more" loading={asked.isFetchingNextPage} onClick={() => void asked.fetchNextPage()}>
              {t("list.more")}
            </Button>
          )}
        </>
      )}
    </div>
  );
}

const columns = ["number", "matter", "place", "lead", "level", "state", "opened", "closed"] as const;

function CaseTable({ items, label }: { readonly items: readonly CaseSummary[]; readonly label: string }) {
  const { t } = useTranslation("results");
  return (
    <div className="rs-scroll" role="region" aria-label={label} tabIndex={0}>
      <table className="rs-table rs-cases">
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column} scope="col">
                {t(`list.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {items.map((item) => (
            <tr key={item.id}>
              <th scope="row">
                <Link to={`/desk/case/${item.id}`}>{item.number}</Link>
              </th>
              <td>{item.title}</td>
              <td>
                {item.address}
                {item.grid !== item.street && <small className="gl-quiet"> {say(item.gridTitle)}</small>}
              </td>
              <td>{item.leadTitle === undefined ? "—" : say(item.leadTitle)}</td>
              <td>{say(item.levelTitle)}</td>
              <td>{say(item.stateTitle)}</td>
              <td>{sayMoment(item.openedAt)}</td>
              <td>{item.closedAt === undefined ? "—" : sayMoment(item.closedAt)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
