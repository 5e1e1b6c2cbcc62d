/** 网格公示牌: the boards of a street or community, one A4 page each. On paper only the boards remain. */
import { PrinterOutlined } from "@ant-design/icons";
import { useQuery } from "@tanstack/react-query";
import { Button, Select, Skeleton } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { GridBoard, PublicPerson } from "../../../server/contract/types.ts";
import { api } from "../../app/api.ts";
import { say } from "../../app/i18n.ts";
import { useStreetScope } from "../../desk/frame/street-scope.tsx";
import { Failure } from "../../desk/parts/failure.tsx";
import { Nothing } from "../../desk/parts/nothing.tsx";
import "./boards.css";
import "./words.ts";

function useBoards(street: string) {
  return useQuery({
    queryKey: ["boards", street],
    queryFn: () =>
      api.get<GridBoard[]>(street === "" ? "/grid-boards" : `/grid-boards?street=${encodeURIComponent(street)}`),
  });
}

export function BoardSheet() {
  const { t } = useTranslation("boards");
  const { street } = useStreetScope();
  const boards = useBoards(street);
  const [community, setCommunity] = useState<string>();
  const all = boards.data ?? [];
  const communities = [...new Set(all.map((board) => board.communityTitle["zh-CN"]))];
  const chosen = communities.includes(community ?? "") ? community : undefined;
  const shown = all.filter((board) => chosen === undefined || board.communityTitle["zh-CN"] === chosen);
  const nameOf = (zh: string) => say(all.find((board) => board.communityTitle["zh-CN"] === zh)?.communityTitle);
  return (
    <div className="gl-admin">
      <header className="gl-admin-head gl-no-print">
        <h1>{t("title")}</h1>
        <span className="gl-count" role="status">
          {boards.isSuccess ? t("count", { count: shown.length }) : ""}
        </span>
        <Select
          allowClear
          aria-label={t("community")}
          placeholder={t("community")}
          value={chosen}
          options={communities.map((zh) => ({ value: zh, label: nameOf(zh) }))}
          onChange={(value?: string) => setCommunity(value)}
          popupMatchSelectWidth={false}
          className="gl-filter"
        />
        <Button
          type="primary"
          icon={<PrinterOutlined aria-hidden />}
          disabled={shown.length === 0}
          onClick={() => window.print()}
        >
          {t("print")}
        </Button>
      </header>
      <div className="gl-admin-page">
        <p className="gl-quiet gl-no-print">{t("means")}</p>
        {boards.isPending && <Skeleton active paragraph={{ rows: 8 }} />}
        {boards.isError && <Failure error={boards.error} retry={() => void boards.refetch()} />}
        {boards.isSuccess && shown.length === 0 && <Nothing words={t("none")} hint={t("noneHint")} />}
        <ul className="gl-boards">
          {shown.map((board) => (
            <Board key={board.grid} board={board} />
          ))}
        </ul>
      </div>
    </div>
  );
}

function Board({ board }: { readonly board: GridBoard }) {
  const { t } = useTranslation("boards");
  return (
    <li className="gl-board">
      <header>
        <p>
          {say(board.streetTitle)} · {say(board.communityTitle)}
        </p>
        <h2>{say(board.title)}</h2>
        <p>
          {t("number")} <strong>{board.number}</strong>
        </p>
      </header>
      <dl className="gl-board-people">
        <Post title={t("worker")} person={board.worker} />
        <Post title={t("leader")} person={board.leader} />
      </dl>
      <section>
        <h3>{t("duties")}</h3>
        <ol>
          {board.duties.map((duty) => (
            <li key={duty["zh-CN"]}>{say(duty)}</li>
          ))}
        </ol>
      </section>
      <footer>
        <img
          src={`/api/grid-boards/${encodeURIComponent(board.grid)}/qr.svg`}
          alt={t("alt", { grid: say(board.title) })}
          width={160}
          height={160}
          loading="lazy"
        />
        <p>
          <strong>{t("scan")}</strong>
          <span>{t("scanHint")}</span>
          <code>{board.link}</code>
        </p>
      </footer>
    </li>
  );
}

function Post({ title, person }: { readonly title: string; readonly person: PublicPerson | undefined }) {
  const { t } = useTranslation("boards");
  return (
    <div>
      <dt>{title}</dt>
      <dd>
        <strong>{person?.name ?? t("vacant")}</strong>
        {person?.phone !== undefined && (
          <span>
            {t("phone")} {person.phone}
          </span>
        )}
      </dd>
    </div>
  );
}
