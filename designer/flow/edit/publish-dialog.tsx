/** Before a flow is published: everything checked on the server, the differences shown, a note written. */
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Alert, App, Button, Input, Modal, Skeleton } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { DefinitionDetail, Problem, PublishResult } from "../../../server/contract/types.ts";
import { isError, ProblemList } from "../../admin/problem-list.tsx";
import { definitionPath } from "../../admin/queries.ts";
import { api, ApiError } from "../../app/api.ts";
import { sayWhen } from "../../app/dates.ts";
import { sayFailure } from "../../app/failures.ts";
import { useNow } from "../../app/now.ts";
import { FailureCode } from "../../desk/parts/failure.tsx";
import { CompareView } from "../compare/compare-view.tsx";
import { fasterOf, publishDraft, type FlowName } from "./drafts.ts";
import type { FlowContent } from "./flow-content.ts";

interface PublishDialogProps {
  readonly name: FlowName;
  readonly xml: string;
  readonly content: FlowContent;
  readonly editSequence: number;
  readonly publishedVersion: number | undefined;
  /** Told what the server found, to be marked on the drawing. */
  readonly found: (problems: readonly Problem[]) => void;
  readonly point: (elementId: string) => void;
  readonly close: () => void;
  readonly done: () => void;
}

/** The published version as it is now: somebody may have published since the editor was opened. */
function usePublished({ pack, key }: FlowName, isOn: boolean) {
  return useQuery({
    queryKey: ["definition", pack, "process", key, "now"],
    enabled: isOn,
    gcTime: 0,
    queryFn: () => api.get<DefinitionDetail>(`/definitions/${definitionPath({ pack, kind: "process", key })}`),
  });
}

const mostNote = 200;

export function PublishDialog(props: PublishDialogProps) {
  const { name, xml, content, editSequence, publishedVersion, found, point, close, done } = props;
  const { t } = useTranslation("flowEdit");
  const { notification } = App.useApp();
  const queries = useQueryClient();
  const now = useNow();
  const [note, setNote] = useState("");
  const [baseVersion, setBaseVersion] = useState<number>();
  const base = baseVersion === undefined ? {} : { baseVersion };
  const published = usePublished(name, publishedVersion !== undefined);
  const check = useQuery({
    queryKey: ["draft-check", name.pack, name.key, editSequence, baseVersion],
    gcTime: 0,
    retry: false,
    refetchOnWindowFocus: false,
    queryFn: async () => {
      const result = await publishDraft(name, { note: "", editSequence, checkOnly: true, ...base });
      found(result.problems);
      return result;
    },
  });
  const publish = useMutation({
    mutationFn: () => publishDraft(name, { note: note.trim(), editSequence, ...base }),
    onSuccess: async (result: PublishResult) => {
      found(result.problems);
      if (!result.published) return;
      notification.success({
        title: t("published.title", { version: result.version }),
        description: t("published.means"),
      });
      done();
      close();
      await Promise.all(
        ["definitions", "definition", "draft"].map((key) =>
          queries.invalidateQueries({ queryKey: [key], refetchType: key === "draft" ? "none" : "active" }),
        ),
      );
    },
  });
  const failure = publish.error ?? check.error ?? undefined;
  const newer = fasterOf(failure, "VERSION_CHANGED");
  const problems = publish.data?.problems ?? check.data?.problems ?? [];
  const isClean = check.data !== undefined && !problems.some(isError);
  return (
    <Modal
      open
      width="min(1180px, 96vw)"
      title={t("publishTitle")}
      onCancel={close}
      footer={[
        <Button key="close" onClick={close}>
          {t("cancel")}
        </Button>,
        <Button
          key="publish"
          type="primary"
          disabled={!isClean || note.trim() === ""}
          loading={publish.isPending}
          onClick={() => publish.mutate()}
        >
          {t("publish")}
        </Button>,
      ]}
    >
      <div className="gl-publish">
        <p className="gl-quiet">{t("publishMeans")}</p>
        <label>
          {t("note")}
          <Input
            value={note}
            maxLength={mostNote}
            placeholder={t("noteExample")}
            onChange={(event) => setNote(event.target.value)}
          />
        </label>
        {check.isPending && <Skeleton active paragraph={{ rows: 2 }} />}
        {newer !== undefined && (
          <Alert
            type="warning"
            showIcon
            title={t("newer", { by: newer.by, when: sayWhen(newer.at, now), version: newer.version })}
            description={t("newerMeans")}
            action={
              <Button size="small" danger onClick={() => setBaseVersion(newer.version)}>
                {t("newerDo")}
              </Button>
            }
          />
        )}
        {failure !== undefined && newer === undefined && (
          <Alert
            type={failure instanceof ApiError && failure.status === 409 ? "info" : "error"}
            showIcon
            title={sayFailure(failure).text}
            description={<FailureCode error={failure} />}
          />
        )}
        {check.data !== undefined && (
          <Alert
            type={isClean ? "success" : "error"}
            showIcon
            title={t(isClean ? "checked.fine" : "checked.wrong", { count: problems.filter(isError).length })}
          />
        )}
        {problems.length > 0 && <ProblemList problems={problems} point={point} />}
        {published.data !== undefined && (
          <CompareView
            before={{
              xml: published.data.content,
              title: t("versionNumber", { version: published.data.summary.version }),
            }}
            after={{ xml, title: t("versionDraft") }}
            content={content}
            height={300}
            wordsFirst
          />
        )}
      </div>
    </Modal>
  );
}
