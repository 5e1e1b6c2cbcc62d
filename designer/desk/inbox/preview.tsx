/** The chosen row in short: enough to decide whether to open it. */
import { ArrowRightOutlined, EnvironmentOutlined } from "@ant-design/icons";
import { Skeleton } from "antd";
import { useTranslation } from "react-i18next";
import type { CaseDetail } from "../../../server/contract/types.ts";
import { WaitList } from "../parts/wait-list.tsx";
import { say } from "../../app/i18n.ts";
import { Thumbs } from "../case/thumbs.tsx";
import { Timeline } from "../case/timeline.tsx";
import { CaseMarks } from "../parts/case-marks.tsx";
import { ClockWords } from "../parts/clock-words.tsx";
import { LinkButton } from "../parts/link-button.tsx";
import { Failure } from "../parts/failure.tsx";
import { Nothing } from "../parts/nothing.tsx";
import { useCase } from "../parts/queries.ts";
import { casePath, type Row } from "./rows.ts";
import "./preview.css";

export function Preview({ row }: { readonly row: Row | undefined }) {
  const { t } = useTranslation("desk");
  const detail = useCase(row?.case.id);
  if (row === undefined) return <Nothing words={t("preview.none")} hint={t("preview.noneHint")} />;
  const of = detail.data?.summary ?? row.case;
  return (
    <article className="gl-preview-body">
      <header>
        <small>{of.number}</small>
        <h2>{of.title}</h2>
        <p>
          <span className="gl-state">{say(of.stateTitle)}</span> <CaseMarks of={of} />
        </p>
        <ClockWords deadline={row.deadline} of={of} stopped={row.task?.completedAt !== undefined} />
        <p className="gl-place">
          <EnvironmentOutlined aria-hidden /> {of.address}
        </p>
      </header>
      {detail.isPending && <Skeleton active />}
      {detail.isError && <Failure error={detail.error} retry={() => void detail.refetch()} />}
      {detail.data !== undefined && <PreviewFacts detail={detail.data} />}
      <footer>
        <LinkButton
          to={casePath(row)}
          type="primary"
          block
          icon={<ArrowRightOutlined aria-hidden />}
          iconPlacement="end"
        >
          {t(row.task !== undefined && row.task.completedAt === undefined ? "preview.work" : "preview.open")}
        </LinkButton>
      </footer>
    </article>
  );
}

function PreviewFacts({ detail }: { readonly detail: CaseDetail }) {
  const { t } = useTranslation("desk");
  return (
    <>
      <p className="gl-description">{detail.description}</p>
      <Thumbs files={detail.attachments} limit={4} />
      {detail.waits.length > 0 && (
        <section>
          <h3>{t("waits.title")}</h3>
          <WaitList waits={detail.waits} />
        </section>
      )}
      <section>
        <h3>{t("timeline.title")}</h3>
        <Timeline entries={detail.timeline} limit={4} />
      </section>
    </>
  );
}
