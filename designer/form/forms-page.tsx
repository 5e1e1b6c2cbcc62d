/** The forms that I may design: published ones and drafts, and the way to a new one. */
import { PlusOutlined } from "@ant-design/icons";
import { useQueryClient } from "@tanstack/react-query";
import { Button, Skeleton, Table, Tag } from "antd";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import type { DefinitionDraftSummary, DefinitionSummary, Pack, Title } from "../../server/contract/types.ts";
import { sayWhen } from "../app/dates.ts";
import { say } from "../app/i18n.ts";
import { useNow } from "../app/now.ts";
import { may, useSession } from "../app/session.ts";
import { Failure } from "../desk/parts/failure.tsx";
import { Nothing } from "../desk/parts/nothing.tsx";
import "./form.css";
import { MakeForm } from "./list/make-form.tsx";
import { useFormDrafts, usePacks, usePublishedForms } from "./session/drafts-api.ts";
import "./texts.ts";

interface FormRow {
  readonly pack: string;
  readonly packTitle: Title;
  readonly key: string;
  readonly title: Title;
  readonly version: number | undefined;
  readonly draft: DefinitionDraftSummary | undefined;
}

/** What is worked on comes first. */
function rowsOf(
  packs: readonly Pack[],
  published: readonly DefinitionSummary[],
  drafts: readonly DefinitionDraftSummary[],
): readonly FormRow[] {
  // What is computed for a street from the base belongs to the base: a street designs what carries its prefix.
  const prefixes = new Map(packs.map((pack) => [pack.key, pack.prefix]));
  const isMine = ({ pack, key }: DefinitionSummary) => key.startsWith(prefixes.get(pack) ?? " ");
  const draftAt = (pack: string, key: string) => drafts.find((draft) => draft.pack === pack && draft.key === key);
  const old = published.filter(isMine).map(({ pack, packTitle, key, title, version }) => ({
    pack,
    packTitle,
    key,
    title,
    version,
    draft: draftAt(pack, key),
  }));
  const fresh = drafts
    .filter((draft) => draft.publishedVersion === undefined)
    .map((draft) => ({ ...draft, version: undefined, draft }));
  const rank = (row: FormRow) => (row.draft === undefined ? 1 : 0);
  return [...fresh, ...old].toSorted(
    (a, b) => rank(a) - rank(b) || a.title["zh-CN"].localeCompare(b.title["zh-CN"], "zh-CN"),
  );
}

export function FormsPage() {
  const { t } = useTranslation("form");
  const [packs, published, drafts] = [usePacks(), usePublishedForms(), useFormDrafts()];
  const queries = useQueryClient();
  const [making, setMaking] = useState(false);
  useEffect(() => {
    document.title = `${t("list.title")} · ${t("brand")}`;
  }, [t]);
  const failed = [packs, published, drafts].find((each) => each.isError);
  if (failed !== undefined) return <Failure error={failed.error} retry={() => void queries.refetchQueries()} />;
  if (packs.data === undefined || published.data === undefined || drafts.data === undefined)
    return <Skeleton active className="gl-page" paragraph={{ rows: 10 }} />;
  const rows = rowsOf(packs.data, published.data, drafts.data);
  return (
    <div className="gl-admin">
      <header className="gl-admin-head">
        <h1>{t("list.title")}</h1>
        <span className="gl-count" role="status">
          {t("list.count", { count: rows.length })}
        </span>
        <Button className="fd-make" type="primary" icon={<PlusOutlined aria-hidden />} onClick={() => setMaking(true)}>
          {t("list.make")}
        </Button>
      </header>
      <FormTable rows={rows} />
      {making && (
        <MakeForm packs={packs.data} published={published.data} drafts={drafts.data} close={() => setMaking(false)} />
      )}
    </div>
  );
}

const designPath = ({ pack, key }: FormRow) => `/admin/forms/${encodeURIComponent(pack)}/${encodeURIComponent(key)}`;

function FormTable({ rows }: { readonly rows: readonly FormRow[] }) {
  const { t } = useTranslation("form");
  const now = useNow();
  const { data: session } = useSession();
  const mayRead = may(session, "submission.read");
  return (
    <Table<FormRow>
      className="gl-admin-table"
      size="middle"
      rowKey={designPath}
      dataSource={[...rows]}
      pagination={{ pageSize: 50, hideOnSinglePage: true, showSizeChanger: false }}
      scroll={{ x: 640 }}
      locale={{ emptyText: <Nothing words={t("list.none")} hint={t("list.noneHint")} /> }}
      columns={[
        {
          title: t("list.form"),
          render: (_, row) => (
            <Link className="gl-definition" to={designPath(row)}>
              {say(row.title) || row.key} <small>{row.key}</small>
            </Link>
          ),
        },
        { title: t("list.pack"), width: 140, render: (_, row) => <Tag>{say(row.packTitle)}</Tag> },
        {
          title: t("list.state"),
          width: 300,
          render: (_, row) => (
            <>
              {row.version === undefined ? t("list.draft") : t("list.published", { version: row.version })}
              {row.draft !== undefined && (
                <small className="fd-draft">
                  {row.version !== undefined && `${t("list.changed")} · `}
                  {t("list.by", { name: row.draft.by.name, when: sayWhen(row.draft.at, now) })}
                </small>
              )}
            </>
          ),
        },
        {
          title: t("list.records"),
          width: 90,
          render: (_, row) =>
            row.version === undefined || !mayRead ? (
              "—"
            ) : (
              <Link to={`/desk/records?form=${encodeURIComponent(row.key)}`}>{t("list.records")}</Link>
            ),
        },
      ]}
    />
  );
}
