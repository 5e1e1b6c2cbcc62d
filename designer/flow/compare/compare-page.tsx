/** Two versions of a flow compared; which ones stands in the address. The draft counts as a version called "draft". */
import { SwapRightOutlined } from "@ant-design/icons";
import { Select, Skeleton } from "antd";
import { useEffect } from "react";
import { useTranslation } from "react-i18next";
import { useParams, useSearchParams } from "react-router";
import type { DefinitionVersion } from "../../../server/contract/types.ts";
import { titleOf, useDefinition } from "../../admin/queries.ts";
import { sayMoment } from "../../app/dates.ts";
import { may, useSession } from "../../app/session.ts";
import { BackButton } from "../../desk/parts/back-button.tsx";
import { Failure } from "../../desk/parts/failure.tsx";
import { Nothing } from "../../desk/parts/nothing.tsx";
import { useWide } from "../../desk/parts/use-wide.ts";
import { useDraftNow } from "../edit/drafts.ts";
import "../edit/edit.css";
import { useFlowContent } from "../edit/use-flow-content.ts";
import "../edit/words.ts";
import { CompareView } from "./compare-view.tsx";

const draft = "draft";

/** The newest against the one before it, unless the address says otherwise. */
function chosen(versions: readonly DefinitionVersion[], from: string | null, to: string | null) {
  const numbers = versions.map((each) => each.version).sort((a, b) => b - a);
  const newest = numbers[0] ?? 1;
  const right = to ?? String(newest);
  const fallback = right === draft ? newest : (numbers.find((number) => number < Number(right)) ?? newest);
  return { left: from ?? String(fallback), right };
}

export function ComparePage() {
  const { t } = useTranslation("flowEdit");
  const { pack = "", key = "" } = useParams();
  const { data: session } = useSession();
  const [params, setParams] = useSearchParams();
  const detail = useDefinition({ pack, kind: "process", key }, "");
  const { left, right } = chosen(detail.data?.versions ?? [], params.get("from"), params.get("to"));
  const title = detail.data === undefined ? key : titleOf(detail.data.summary);
  useEffect(() => {
    document.title = `${t("compareTitle", { title })} · ${t("brand")}`;
  }, [t, title]);
  if (detail.isPending) return <Skeleton active className="gl-page" paragraph={{ rows: 10 }} />;
  if (detail.isError) return <Failure error={detail.error} retry={() => void detail.refetch()} />;
  const options = [
    ...(may(session, "definition.deploy") ? [{ value: draft, label: t("versionDraft") }] : []),
    ...detail.data.versions.map((each) => ({
      value: String(each.version),
      label: `v${String(each.version)} · ${sayMoment(each.publishedAt)}`,
    })),
  ];
  const choose = (side: "from" | "to", value: string) =>
    setParams({ ...{ from: left, to: right }, [side]: value }, { replace: true });
  return (
    <div className="gl-admin">
      <header className="gl-admin-head">
        <BackButton fallback={`/admin/${pack}/process/${key}`} words={t("back")} />
        <h1>{t("compareTitle", { title })}</h1>
        <div className="gl-compare-choice">
          <Select
            aria-label={t("compareFrom")}
            value={left}
            options={options}
            popupMatchSelectWidth={false}
            onChange={(value) => choose("from", value)}
          />
          <SwapRightOutlined aria-hidden />
          <Select
            aria-label={t("compareTo")}
            value={right}
            options={options}
            popupMatchSelectWidth={false}
            onChange={(value) => choose("to", value)}
          />
        </div>
      </header>
      <div className="gl-admin-page">
        <Compared pack={pack} flowKey={key} left={left} right={right} />
      </div>
    </div>
  );
}

/** The text of one side: a published version, or the draft. */
function useSide(pack: string, key: string, version: string) {
  const published = useDefinition({ pack, kind: "process", key }, version === draft ? "" : version);
  const drafted = useDraftNow({ pack, key }, version === draft);
  return version === draft
    ? { xml: drafted.data?.content, error: drafted.error, retry: drafted.refetch }
    : { xml: published.data?.content, error: published.error, retry: published.refetch };
}

interface ComparedProps {
  readonly pack: string;
  readonly flowKey: string;
  readonly left: string;
  readonly right: string;
}

function Compared({ pack, flowKey, left, right }: ComparedProps) {
  const { t } = useTranslation("flowEdit");
  const before = useSide(pack, flowKey, left);
  const after = useSide(pack, flowKey, right);
  const { content, error } = useFlowContent(pack);
  const isWide = useWide(900);
  const failure = before.error ?? after.error ?? error ?? undefined;
  if (failure !== undefined)
    return <Failure error={failure} retry={() => void Promise.all([before.retry(), after.retry()])} />;
  if (before.xml === undefined || after.xml === undefined || content === undefined) return <Skeleton active />;
  if (left === right) return <Nothing words={t("sameVersion")} />;
  const titleOf = (version: string) => (version === draft ? t("versionDraft") : t("versionNumber", { version }));
  return (
    <CompareView
      before={{ xml: before.xml, title: titleOf(left) }}
      after={{ xml: after.xml, title: titleOf(right) }}
      content={content}
      height={isWide ? 420 : 260}
    />
  );
}
