/** The page on which a flow is changed: read on a phone, edited where there is room for it. */
import { Alert, Skeleton } from "antd";
import { lazy, Suspense, useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { useParams } from "react-router";
import { Failure } from "../../desk/parts/failure.tsx";
import { BackButton } from "../../desk/parts/back-button.tsx";
import { useWide } from "../../desk/parts/use-wide.ts";
import { DiagramView } from "../diagram-view.tsx";
import { processName } from "../process-name.ts";
import { useDraft } from "./drafts.ts";
import "./edit.css";
import "./words.ts";
import { keeper } from "./keeper.ts";
import { useFlowContent } from "./use-flow-content.ts";

const FlowDesk = lazy(async () => ({ default: (await import("./flow-desk.tsx")).FlowDesk }));

/** CSS pixels below which palette, drawing and properties do not stand beside each other. */
const room = 960;

export function FlowEditor() {
  const { t, i18n } = useTranslation("flowEdit");
  const { pack = "", key = "" } = useParams();
  const name = { pack, key };
  const draft = useDraft(name);
  const { content, error } = useFlowContent(pack);
  const isWide = useWide(room);
  const [round, setRound] = useState(0);
  // Kept here, so that a change of language opens the editor again with what was drawn.
  const [kept] = useState(keeper);
  const title = processName(draft.data?.content ?? "") ?? key;
  useEffect(() => {
    document.title = `${t("title", { title })} · ${t("brand")}`;
  }, [t, title]);
  if (draft.isError) return <Failure error={draft.error} retry={() => void draft.refetch()} />;
  if (error !== null && error !== undefined) return <Failure error={error} retry={() => void draft.refetch()} />;
  if (draft.isPending || draft.isFetching || content === undefined)
    return <Skeleton active className="gl-page" paragraph={{ rows: 10 }} />;
  if (!isWide) return <Narrow title={title} xml={draft.data.content ?? ""} path={`/admin/${pack}/process/${key}`} />;
  const reload = async () => {
    kept.set(undefined);
    await draft.refetch();
    setRound((last) => last + 1);
  };
  return (
    <Suspense fallback={<Skeleton active className="gl-page" paragraph={{ rows: 10 }} />}>
      <FlowDesk
        key={`${i18n.language}${String(round)}`}
        name={name}
        title={title}
        draft={draft.data}
        content={content}
        kept={kept}
        reload={reload}
      />
    </Suspense>
  );
}

interface NarrowProps {
  readonly title: string;
  readonly xml: string;
  readonly path: string;
}

function Narrow({ title, xml, path }: NarrowProps) {
  const { t } = useTranslation("flowEdit");
  return (
    <div className="gl-admin">
      <header className="gl-admin-head">
        <BackButton fallback={path} words={t("back")} />
        <h1>{title}</h1>
      </header>
      <div className="gl-admin-page">
        <Alert type="info" showIcon title={t("narrow")} />
        <DiagramView xml={xml} label={t("drawing", { title })} height={520} />
      </div>
    </div>
  );
}
