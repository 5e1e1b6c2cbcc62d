/** The dense table of the inbox: 40-px rows, one line each, with loading, empty and failure in its place. */
import type { UseInfiniteQueryResult } from "@tanstack/react-query";
import { Button, Checkbox, Skeleton } from "antd";
import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { say } from "../../app/i18n.ts";
import { CaseMarks } from "../parts/case-marks.tsx";
import { ClockWords } from "../parts/clock-words.tsx";
import { Failure } from "../parts/failure.tsx";
import { useSayStep } from "../parts/use-say-step.ts";
import { Nothing } from "../parts/nothing.tsx";
import { sayWhen } from "../../app/dates.ts";
import { useNow } from "../../app/now.ts";
import type { Row } from "./rows.ts";
import type { Selection } from "./use-selection.ts";
import { countFilters, type Filters } from "./views.ts";
import "./row-table.css";

interface RowTableProps {
  readonly rows: readonly Row[];
  readonly waiting: number;
  readonly chosen: string | undefined;
  readonly filters: Filters;
  readonly query: UseInfiniteQueryResult;
  /** Called with true while the pointer is over the rows: the list then keeps still. */
  readonly hold: (still: boolean) => void;
  readonly choose: (row: Row) => void;
  readonly open: (row: Row) => void;
  readonly clear: () => void;
  readonly selection: Selection;
}

export function RowTable(props: RowTableProps) {
  const { rows, waiting, query, hold } = props;
  const { t } = useTranslation("desk");
  if (query.isPending)
    return <Skeleton active className="gl-rows-wait" title={false} paragraph={{ rows: 12, width: "100%" }} />;
  if (query.isError && rows.length === 0) return <Failure error={query.error} retry={() => void query.refetch()} />;
  if (rows.length === 0) return <NoRows {...props} />;
  return (
    <div className="gl-rows" onPointerEnter={() => hold(true)} onPointerLeave={() => hold(false)}>
      {query.isError && (
        <p className="gl-stale" role="status">
          {t("list.stale")}
        </p>
      )}
      {waiting > 0 && (
        <button type="button" className="gl-waiting" onClick={() => hold(false)}>
          {t("list.waiting", { count: waiting })}
        </button>
      )}
      <Rows {...props} />
      {query.hasNextPage && (
        <Button className="gl-more" block loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
          {t("list.more")}
        </Button>
      )}
    </div>
  );
}

function NoRows({ filters, clear }: RowTableProps) {
  const { t } = useTranslation("desk");
  if (countFilters(filters) === 0)
    return <Nothing words={t(`none.${filters.view}`)} hint={t(`noneHint.${filters.view}`)} />;
  return (
    <Nothing
      words={t("none.filtered")}
      next={
        <Button type="primary" onClick={clear}>
          {t("filter.clear")}
        </Button>
      }
    />
  );
}

function Rows({ rows, chosen, filters, choose, open, selection }: RowTableProps) {
  const { t } = useTranslation("desk");
  const now = useNow();
  const done = filters.view === "done";
  return (
    <table className="gl-table">
      <thead>
        <tr>
          <th scope="col" className="gl-col-tick">
            <Checkbox
              aria-label={t("bulk.all")}
              checked={selection.rows.length > 0}
              indeterminate={selection.rows.length > 0 && selection.rows.length < rows.length}
              onChange={selection.toggleAll}
            />
          </th>
          <th scope="col">{t("column.clock")}</th>
          <th scope="col">{t("column.number")}</th>
          <th scope="col">{t("column.title")}</th>
          <th scope="col">{t(filters.view === "cases" ? "column.state" : "column.task")}</th>
          <th scope="col" className="gl-col-lead">
            {t("column.lead")}
          </th>
          <th scope="col" className="gl-col-time">
            {t(done ? "column.doneAt" : "column.since")}
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <RowLine
            key={row.id}
            row={row}
            now={now}
            isChosen={row.id === chosen}
            done={done}
            choose={choose}
            open={open}
            isTicked={selection.ids.has(row.id)}
            tick={selection.toggle}
          />
        ))}
      </tbody>
    </table>
  );
}

interface RowLineProps {
  readonly row: Row;
  readonly now: Date;
  readonly isChosen: boolean;
  readonly done: boolean;
  readonly choose: (row: Row) => void;
  readonly open: (row: Row) => void;
  readonly isTicked: boolean;
  readonly tick: (id: string) => void;
}

function RowLine({ row, now, isChosen, done, choose, open, isTicked, tick }: RowLineProps) {
  const { t } = useTranslation("desk");
  const sayStep = useSayStep();
  const line = useRef<HTMLTableRowElement>(null);
  const of = row.case;
  useEffect(() => {
    if (isChosen) line.current?.scrollIntoView({ block: "nearest" });
  }, [isChosen]);
  const classes = ["gl-row", isChosen ? "gl-row-chosen" : "", row.gone === true ? "gl-row-gone" : ""].join(" ").trim();
  const since = done ? row.task?.completedAt : (row.task?.createdAt ?? of.openedAt);
  return (
    <tr ref={line} className={classes} onClick={() => choose(row)} onDoubleClick={() => open(row)} data-row={row.id}>
      <td className="gl-col-tick" onClick={(event) => event.stopPropagation()}>
        <Checkbox
          aria-label={t("bulk.one", { number: of.number })}
          checked={isTicked}
          disabled={row.gone === true}
          onChange={() => tick(row.id)}
        />
      </td>
      <td className="gl-col-clock">
        <ClockWords deadline={row.deadline} of={of} stopped={done} />
      </td>
      <td className="gl-col-number">
        <Link
          to={`/desk/case/${of.id}`}
          aria-current={isChosen ? "true" : undefined}
          onClick={(event) => event.stopPropagation()}
        >
          {of.number}
        </Link>
      </td>
      <td className="gl-col-title" title={`${of.title} · ${of.address}`}>
        <CaseMarks of={of} short /> <span>{of.title}</span> <small>{of.address}</small>
      </td>
      <td className="gl-col-state">
        {row.gone === true ? t("list.gone") : row.task === undefined ? say(of.stateTitle) : sayStep(row.task.name)}
      </td>
      <td className="gl-col-lead" title={say(of.leadTitle)}>
        {say(of.leadTitle)}
      </td>
      <td className="gl-col-time">{since === undefined ? "" : sayWhen(since, now)}</td>
    </tr>
  );
}
