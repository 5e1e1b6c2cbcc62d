/** Everything that is deployed, by kind and by pack, with version, time and open cases. */
import { CloudUploadOutlined, SlidersOutlined } from "@ant-design/icons";
import { Alert, Button, Input, Segmented, Skeleton, Table, Tag } from "antd";
import { useEffect } from "react";
import { useTranslation } from "react-i18next";
import { Link, useNavigate, useSearchParams } from "react-router";
import type { DefinitionSummary } from "../../../server/contract/types.ts";
import { sayWhen } from "../../app/dates.ts";
import { say } from "../../app/i18n.ts";
import { useNow } from "../../app/now.ts";
import { may, useSession } from "../../app/session.ts";
import { useStreetScope } from "../../desk/frame/street-scope.tsx";
import { Failure } from "../../desk/parts/failure.tsx";
import { LinkButton } from "../../desk/parts/link-button.tsx";
import { Nothing } from "../../desk/parts/nothing.tsx";
import { FlowDrafts } from "../../flow/edit/flow-drafts.tsx";
import { NewFlow } from "../../flow/edit/new-flow.tsx";
import { kindIcon, sortKinds } from "../kinds.tsx";
import { definitionPath, titleOf, useDefinitions } from "../queries.ts";
import "../../desk/parts/views.css";

/** Filters in the address: kind, pack, words. */
function useListAddress() {
  const [params, setParams] = useSearchParams();
  const set = (key: string, value: string) => {
    const next = new URLSearchParams(params);
    if (value === "") next.delete(key);
    else next.set(key, value);
    setParams(next, { replace: true });
  };
  return { kind: params.get("kind") ?? "", pack: params.get("pack") ?? "", q: params.get("q") ?? "", set };
}

/** Key → title. A street that only changes the city's content has no definition of its own, and is a pack all the same. */
function usePacks(all: readonly DefinitionSummary[]): ReadonlyMap<string, string> {
  const { streets } = useStreetScope();
  return new Map(
    [
      ...streets.map((each) => [each.code, say(each.title)] as const),
      ...all.map((each) => [each.pack, say(each.packTitle)] as const),
    ].toSorted(
      ([a], [b]) => Number(streets.some(({ code }) => code === a)) - Number(streets.some(({ code }) => code === b)),
    ),
  );
}

/** What a street has changed of the city's content stands on its settings page, not in this list. */
function StreetNote({ street }: { readonly street: string }) {
  const { t } = useTranslation("admin");
  const { data: session } = useSession();
  const { streets, choose } = useStreetScope();
  const navigate = useNavigate();
  const chosen = streets.find(({ code }) => code === street);
  if (chosen === undefined || !may(session, "settings.read")) return null;
  const open = () => {
    choose(street);
    void navigate("/admin/settings");
  };
  return (
    <Alert
      className="gl-street-note"
      type="info"
      showIcon
      title={t("list.street", { street: say(chosen.title) })}
      action={
        <Button size="small" icon={<SlidersOutlined aria-hidden />} onClick={open}>
          {t("list.toSettings")}
        </Button>
      }
    />
  );
}

export function DefinitionList() {
  const { t } = useTranslation("admin");
  const definitions = useDefinitions();
  useEffect(() => {
    document.title = `${t("list.title")} · ${t("brand")}`;
  }, [t]);
  if (definitions.isPending) return <Skeleton active className="gl-page" paragraph={{ rows: 10 }} />;
  if (definitions.isError) return <Failure error={definitions.error} retry={() => void definitions.refetch()} />;
  return <Listed all={definitions.data} />;
}

function Listed({ all }: { readonly all: readonly DefinitionSummary[] }) {
  const { t } = useTranslation("admin");
  const { data: session } = useSession();
  const { kind, pack, q, set } = useListAddress();
  const packs = usePacks(all);
  const inPack = all.filter((each) => pack === "" || each.pack === pack);
  const kinds = sortKinds(all.map((each) => each.kind));
  const shown = inPack
    .filter(
      (each) =>
        (kind === "" || each.kind === kind) && `${titleOf(each)} ${each.key}`.toLowerCase().includes(q.toLowerCase()),
    )
    .sort((a, b) => kinds.indexOf(a.kind) - kinds.indexOf(b.kind) || titleOf(a).localeCompare(titleOf(b), "zh-CN"));
  return (
    <div className="gl-admin">
      <header className="gl-admin-head">
        <h1>{t("list.title")}</h1>
        <span className="gl-count" role="status">
          {t("list.count", { count: shown.length })}
        </span>
        <Segmented
          aria-label={t("list.pack")}
          value={pack}
          onChange={(value) => set("pack", value)}
          options={[
            { value: "", label: t("list.allPacks") },
            ...[...packs].map(([key, title]) => ({ value: key, label: title })),
          ]}
        />
        <Input.Search
          className="gl-admin-search"
          allowClear
          placeholder={t("list.find")}
          aria-label={t("list.find")}
          defaultValue={q}
          onSearch={(value) => set("q", value.trim())}
        />
        {kind === "process" && may(session, "definition.deploy") && <NewFlow definitions={all} />}
        {may(session, "definition.deploy") && (
          <LinkButton to="/admin/deploy" type="primary" icon={<CloudUploadOutlined aria-hidden />}>
            {t("deploy.title")}
          </LinkButton>
        )}
      </header>
      {kind === "process" && may(session, "definition.deploy") && <FlowDrafts pack={pack} />}
      <StreetNote street={pack} />
      <div className="gl-admin-body">
        <KindRail all={inPack} kind={kind} choose={(value) => set("kind", value)} />
        <DefinitionTable shown={shown} nothing={inPack.length === 0 ? "own" : "found"} />
      </div>
    </div>
  );
}

interface KindRailProps {
  readonly all: readonly DefinitionSummary[];
  readonly kind: string;
  readonly choose: (kind: string) => void;
}

function KindRail({ all, kind, choose }: KindRailProps) {
  const { t } = useTranslation("admin");
  const entry = (key: string, count: number) => (
    <button
      key={key}
      type="button"
      className="gl-view"
      aria-current={key === kind ? "page" : undefined}
      onClick={() => choose(key)}
    >
      <span aria-hidden>{kindIcon(key)}</span>
      <span>{key === "" ? t("list.allKinds") : t(`kind.${key}`, { defaultValue: key })}</span>
      <b>{count}</b>
    </button>
  );
  return (
    <nav className="gl-views" aria-label={t("list.kinds")}>
      {entry("", all.length)}
      {sortKinds(all.map((each) => each.kind)).map((key) => entry(key, all.filter((each) => each.kind === key).length))}
    </nav>
  );
}

interface DefinitionTableProps {
  readonly shown: readonly DefinitionSummary[];
  /** Why nothing is shown, when nothing is. */
  readonly nothing: "own" | "found";
}

function DefinitionTable({ shown, nothing }: DefinitionTableProps) {
  const { t } = useTranslation("admin");
  const now = useNow();
  return (
    <Table<DefinitionSummary>
      className="gl-admin-table"
      size="middle"
      rowKey={definitionPath}
      dataSource={shown}
      pagination={{ pageSize: 50, hideOnSinglePage: true, showSizeChanger: false }}
      scroll={{ x: 720 }}
      locale={{ emptyText: <Nothing words={t(`list.${nothing}None`)} hint={t(`list.${nothing}NoneHint`)} /> }}
      columns={[
        {
          title: t("column.title"),
          render: (_, each) => (
            <Link className="gl-definition" to={`/admin/${definitionPath(each)}`}>
              <span aria-hidden>{kindIcon(each.kind)}</span> {titleOf(each)} <small>{each.key}</small>
            </Link>
          ),
        },
        {
          title: t("column.kind"),
          width: 120,
          render: (_, each) => t(`kind.${each.kind}`, { defaultValue: each.kind }),
        },
        { title: t("column.pack"), width: 140, render: (_, each) => <Tag>{say(each.packTitle)}</Tag> },
        { title: t("column.version"), width: 90, render: (_, each) => `v${String(each.version)}` },
        { title: t("column.published"), width: 150, render: (_, each) => sayWhen(each.publishedAt, now) },
        {
          title: t("column.open"),
          width: 110,
          align: "right",
          render: (_, each) => (each.kind === "process" ? each.openInstances : "—"),
        },
      ]}
    />
  );
}
