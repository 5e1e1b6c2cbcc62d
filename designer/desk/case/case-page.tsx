/** One case: header, work on the left, story on the right. */
import { Skeleton, Tabs, type TabsProps } from "antd";
import { useEffect } from "react";
import { useTranslation } from "react-i18next";
import { useParams, useSearchParams } from "react-router";
import type { CaseDetail } from "../../../server/contract/types.ts";
import { Failure } from "../parts/failure.tsx";
import { useCase } from "../parts/queries.ts";
import { CaseHeader } from "./case-header.tsx";
import { DiagramTab } from "./diagram-tab.tsx";
import { FilesTab } from "./files-tab.tsx";
import { FormsTab } from "./forms-tab.tsx";
import { RelatedTab } from "./related-tab.tsx";
import { Timeline } from "./timeline.tsx";
import { useRelated } from "./use-related.ts";
import { WorkTab } from "./work-tab.tsx";
import "./case.css";

export function CasePage() {
  const { t } = useTranslation("desk");
  const { id } = useParams();
  const detail = useCase(id);
  useEffect(() => {
    if (detail.data !== undefined) document.title = `${detail.data.summary.number} · ${t("frame.brand")}`;
  }, [detail.data, t]);
  if (detail.isPending) return <Skeleton active className="gl-page" paragraph={{ rows: 10 }} />;
  if (detail.isError && detail.data === undefined)
    return <Failure error={detail.error} retry={() => void detail.refetch()} />;
  return (
    <article className="gl-case">
      <CaseHeader detail={detail.data} />
      <div className="gl-case-body">
        <section className="gl-case-left">
          <CaseTabs detail={detail.data} />
        </section>
        <aside className="gl-case-right" aria-label={t("timeline.title")}>
          <h2>{t("timeline.title")}</h2>
          <Timeline entries={detail.data.timeline} />
        </aside>
      </div>
    </article>
  );
}

function CaseTabs({ detail }: { readonly detail: CaseDetail }) {
  const { t } = useTranslation("desk");
  const [params, setParams] = useSearchParams();
  const related = useRelated(detail);
  const items: NonNullable<TabsProps["items"]> = [
    { key: "work", label: t("tab.work"), children: <WorkTab detail={detail} /> },
    {
      key: "forms",
      label: t("tab.forms", { count: detail.submissions.length }),
      children: <FormsTab detail={detail} />,
    },
    { key: "flow", label: t("tab.flow"), children: <DiagramTab id={detail.summary.id} /> },
    {
      key: "files",
      label: t("tab.files", { count: detail.attachments.length }),
      children: <FilesTab detail={detail} />,
    },
    ...(related.length === 0
      ? []
      : [
          {
            key: "related",
            label: t("tab.related", { count: related.length }),
            children: <RelatedTab cases={related} />,
          },
        ]),
  ];
  const choose = (key: string) => {
    const next = new URLSearchParams(params);
    if (key === "work") next.delete("tab");
    else next.set("tab", key);
    setParams(next, { replace: true });
  };
  // An old link may name a tab that this case does not have.
  const asked = params.get("tab");
  const active = items.find(({ key }) => key === asked)?.key ?? "work";
  return <Tabs className="gl-tabs" activeKey={active} items={items} onChange={choose} />;
}
