/** Publishing: saved first, checked with every street, compared with the last version, then made the next one. */
import { Alert, App, Button, Input, Modal, Skeleton } from "antd";
import { useEffect, useId, useState } from "react";
import { useTranslation } from "react-i18next";
import type { PublishResult } from "../../../server/contract/types.ts";
import { sayFailure } from "../../app/failures.ts";
import { may, useSession } from "../../app/session.ts";
import { LinkButton } from "../../desk/parts/link-button.tsx";
import { getIn, textOf } from "../model/json-path.ts";
import { checkForm } from "../model/check-form.ts";
import { isFault, joined, ProblemLine } from "../problems.tsx";
import { isNothingNew, newerVersionOf, publishDraft } from "../session/drafts-api.ts";
import type { Designer } from "../session/use-designer.ts";
import { ChangeList } from "./change-list.tsx";

interface PublishDialogProps {
  readonly designer: Designer;
  readonly close: () => void;
}

/** What is wrong by itself, and what is wrong with everything around it. */
const allProblems = ({ content }: Designer, result: PublishResult) =>
  joined(checkForm(content), result.problems, content);

type Newer = { readonly by: string; readonly version: number };
type Stage =
  | { readonly kind: "checking" | "nothing" | "behind" }
  | { readonly kind: "failed"; readonly error: unknown }
  | { readonly kind: "checked"; readonly result: PublishResult; readonly newer: Newer | undefined }
  | { readonly kind: "published"; readonly version: number };

/** Asks twice when a newer version was published meanwhile: the second time against that one. */
async function check(designer: Designer, newer?: Newer): Promise<Stage> {
  if (!(await designer.saver.flush())) return { kind: "behind" };
  try {
    const result = await publishDraft(designer.name, {
      ...{ note: "", checkOnly: true, editSequence: designer.saver.sequence },
      ...(newer === undefined ? {} : { baseVersion: newer.version }),
    });
    return { kind: "checked", result, newer };
  } catch (error) {
    if (isNothingNew(error)) return { kind: "nothing" };
    const found = newer === undefined ? newerVersionOf(error) : undefined;
    return found === undefined ? { kind: "failed", error } : check(designer, found);
  }
}

export function PublishDialog({ designer, close }: PublishDialogProps) {
  const { t } = useTranslation("form");
  const { message } = App.useApp();
  const [stage, setStage] = useState<Stage>({ kind: "checking" });
  const [note, setNote] = useState("");
  const [busy, setBusy] = useState(false);
  const noteId = useId();
  useEffect(() => {
    let isOpen = true;
    const run = async () => {
      const next = await check(designer);
      if (isOpen) setStage(next);
    };
    void run();
    return () => {
      isOpen = false;
    };
    // Checked once, when the dialog opens: the form cannot change behind it.
    // oxlint-disable-next-line react/exhaustive-deps
  }, []);
  const publish = async (newer: Newer | undefined) => {
    setBusy(true);
    try {
      const result = await publishDraft(designer.name, {
        ...{ note, editSequence: designer.saver.sequence },
        ...(newer === undefined ? {} : { baseVersion: newer.version }),
      });
      if (!result.published) return setStage({ kind: "checked", result, newer });
      designer.markPublished(result.version ?? 1);
      setStage({ kind: "published", version: result.version ?? 1 });
      void message.success(t("publish.done", { version: result.version }));
    } catch (error) {
      setStage({ kind: "failed", error });
    } finally {
      setBusy(false);
    }
  };
  const problems = stage.kind === "checked" ? allProblems(designer, stage.result) : [];
  const faults = problems.filter(isFault);
  const isLossy = stage.kind === "checked" && stage.result.changes.some((change) => change.severity === "lossy");
  return (
    <Modal
      open
      width={640}
      onCancel={close}
      title={t("publish.title", { title: textOf(getIn(designer.content, ["title", "zh-CN"])) })}
      footer={
        stage.kind === "checked" ? (
          <>
            <Button onClick={close}>{t("publish.goOn")}</Button>
            <Button
              type="primary"
              danger={isLossy}
              loading={busy}
              disabled={faults.length > 0}
              onClick={() => void publish(stage.newer)}
            >
              {t(isLossy ? "publish.lossyConfirm" : "publish.confirm")}
            </Button>
          </>
        ) : (
          <Button onClick={close}>{t("publish.close")}</Button>
        )
      }
    >
      <div className="fd-publish">
        <StageBody stage={stage} designer={designer} />
        {stage.kind === "checked" && faults.length === 0 && (
          <div className="fd-prop">
            <label htmlFor={noteId}>{t("publish.note")}</label>
            <Input.TextArea
              id={noteId}
              value={note}
              maxLength={500}
              placeholder={t("publish.noteHint")}
              autoSize={{ minRows: 2, maxRows: 4 }}
              onChange={(event) => setNote(event.target.value)}
            />
          </div>
        )}
      </div>
    </Modal>
  );
}

function StageBody({ stage, designer }: { readonly stage: Stage; readonly designer: Designer }) {
  const { t } = useTranslation("form");
  const { data: session } = useSession();
  const mayRead = may(session, "submission.read");
  switch (stage.kind) {
    case "checking":
      return (
        <>
          <p role="status">{t("publish.checking")}</p>
          <Skeleton active />
        </>
      );
    case "nothing":
      return <Alert type="info" showIcon title={t("publish.nothing")} />;
    case "behind":
      return <Alert type="warning" showIcon title={t("save.conflict")} />;
    case "failed":
      return <Alert type="error" showIcon title={sayFailure(stage.error).text} />;
    case "published":
      return (
        <Alert
          type="success"
          showIcon
          title={t("publish.done", { version: stage.version })}
          description={t("publish.doneHint")}
          action={
            mayRead && (
              <LinkButton size="small" to={`/desk/records?form=${encodeURIComponent(designer.name.key)}`}>
                {t("publish.toRecords")}
              </LinkButton>
            )
          }
        />
      );
    case "checked":
      return <Checked stage={stage} designer={designer} />;
  }
}

interface CheckedProps {
  readonly stage: Extract<Stage, { readonly kind: "checked" }>;
  readonly designer: Designer;
}

function Checked({ stage: { result, newer }, designer }: CheckedProps) {
  const { t } = useTranslation("form");
  const problems = allProblems(designer, result);
  const faults = problems.filter(isFault);
  const warnings = problems.filter((problem) => !isFault(problem));
  const base = newer?.version ?? designer.publishedVersion;
  return (
    <>
      {newer !== undefined && <Alert type="warning" showIcon title={t("publish.versionChanged", { ...newer })} />}
      {faults.length > 0 && (
        <Alert
          type="error"
          showIcon
          title={t("publish.blocked", { count: faults.length })}
          description={faults.map((problem, at) => (
            <div key={`${problem.code}${String(at)}`}>
              <ProblemLine problem={problem} />
            </div>
          ))}
        />
      )}
      <h3>{base === undefined ? t("publish.first") : t("publish.changes", { version: base })}</h3>
      <ChangeList changes={result.changes} />
      {warnings.length > 0 && (
        <>
          <h3>{t("publish.warnings")}</h3>
          {warnings.map((problem, at) => (
            <div key={`${problem.code}${String(at)}`}>
              <ProblemLine problem={problem} />
            </div>
          ))}
        </>
      )}
    </>
  );
}
