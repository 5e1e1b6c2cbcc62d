/** The opened editor: tools above, drawing and properties beside each other, what the rules say below. */
import { Alert, App, Button } from "antd";
import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";
import type { DefinitionDraft, Problem } from "../../../server/contract/types.ts";
import { sayFailure } from "../../app/failures.ts";
import { BackButton } from "../../desk/parts/back-button.tsx";
import { FailureCode } from "../../desk/parts/failure.tsx";
import { DraftNotice } from "./draft-notice.tsx";
import { discardDraft, type FlowName } from "./drafts.ts";
import { EditTools } from "./edit-tools.tsx";
import type { FlowContent } from "./flow-content.ts";
import { FoundProblems } from "./found-problems.tsx";
import type { Keeper } from "./keeper.ts";
import { PublishDialog } from "./publish-dialog.tsx";
import { SaveState } from "./save-state.tsx";
import { useModeler } from "./use-modeler.ts";
import { useSaving } from "./use-saving.ts";

interface FlowDeskProps {
  readonly name: FlowName;
  readonly title: string;
  readonly draft: DefinitionDraft;
  readonly content: FlowContent;
  /** The flow as it was when this page was drawn before, in the other language. */
  readonly kept: Keeper;
  /** Takes the draft from the server anew. */
  readonly reload: () => Promise<void>;
}

/** Asks before the window is closed over what is not saved. */
function useLeaveGuard(isDirty: boolean): void {
  useEffect(() => {
    if (!isDirty) return undefined;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener("beforeunload", ask);
    return () => window.removeEventListener("beforeunload", ask);
  }, [isDirty]);
}

/** The server finds what the rules found here once more. */
function unique(problems: readonly Problem[]): readonly Problem[] {
  return [...new Map(problems.map((each) => [`${each.code} ${each.elementId ?? ""} ${each.zh}`, each])).values()];
}

interface Found {
  readonly xml: string;
  readonly problems: readonly Problem[];
}

const nothingFound: readonly Problem[] = [];

export function FlowDesk({ name, title, draft, content, kept, reload }: FlowDeskProps) {
  const { t } = useTranslation("flowEdit");
  const { modal, message } = App.useApp();
  const navigate = useNavigate();
  const ground = useRef<HTMLDivElement>(null);
  const panel = useRef<HTMLDivElement>(null);
  // What the server found holds for the state of the flow that it was asked about.
  const [found, setFound] = useState<Found>({ xml: "", problems: nothingFound });
  const [xml, setXml] = useState<string>();
  const serverProblems = found.xml === xml ? found.problems : nothingFound;
  const [focus, setFocus] = useState<string>();
  const [isPublishing, setIsPublishing] = useState(false);
  const [startXml] = useState(() => kept.get() ?? draft.content ?? "");
  const modeler = useModeler(ground, panel, startXml, content, serverProblems);
  const { state } = modeler;
  if (state !== undefined && state.xml !== xml) setXml(state.xml);
  const saving = useSaving(name, draft, state?.xml);
  useLeaveGuard(saving.isDirty);
  useEffect(() => {
    if (state !== undefined) kept.set(state.xml);
  }, [state, kept]);

  const saveNow = async (over?: number) => {
    const sequence = await saving.save(await modeler.read(), over);
    if (sequence !== undefined) void message.success(t("saved"));
    return sequence;
  };
  const saveByKey = (event: React.KeyboardEvent) => {
    if (!(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== "s") return;
    event.preventDefault();
    void saveNow();
  };
  const openPublish = async () => {
    const sequence = saving.isDirty || saving.editSequence === 0 ? await saveNow() : saving.editSequence;
    if (sequence !== undefined) setIsPublishing(true);
  };
  const discard = () =>
    void modal.confirm({
      title: t("discard.title"),
      content: t("discard.means"),
      okText: t("discard.do"),
      okButtonProps: { danger: true },
      onOk: async () => {
        await discardDraft(name, saving.editSequence);
        if (draft.publishedVersion === undefined) await navigate("/admin?kind=process");
        else await reload();
      },
    });
  const point = (elementId: string) => {
    setFocus(elementId);
    modeler.select(elementId);
  };
  const path = `/admin/${name.pack}/process/${name.key}`;
  return (
    <div className="gl-flow-desk" onKeyDown={saveByKey}>
      <header className="gl-admin-head">
        <BackButton fallback={path} words={t("back")} />
        <div className="gl-case-name">
          <h1>{title}</h1>
          <SaveState saving={saving} publishedVersion={draft.publishedVersion} />
        </div>
        <EditTools
          name={name}
          modeler={modeler}
          saving={saving}
          hasPublished={draft.publishedVersion !== undefined}
          save={() => void saveNow()}
          discard={discard}
          publish={() => void openPublish()}
        />
      </header>
      <DraftNotice draft={draft} saving={saving} name={name} reload={reload} insist={(over) => void saveNow(over)} />
      {saving.failure !== undefined && (
        <Alert
          type="error"
          showIcon
          banner
          title={sayFailure(saving.failure).text}
          description={<FailureCode error={saving.failure} />}
          action={
            <Button size="small" onClick={() => void saveNow()}>
              {t("again")}
            </Button>
          }
        />
      )}
      {modeler.failure !== undefined && <Alert type="error" showIcon banner title={t("cannotDraw")} />}
      <div className="gl-flow-room">
        <div ref={ground} className="gl-flow-ground gl-diagram" role="group" aria-label={t("drawing", { title })} />
        <aside className="gl-flow-panel" aria-label={t("properties")}>
          <div ref={panel} />
        </aside>
      </div>
      {state !== undefined && (
        <FoundProblems problems={unique([...state.problems, ...serverProblems])} focus={focus} point={point} />
      )}
      {isPublishing && state !== undefined && (
        <PublishDialog
          name={name}
          xml={state.xml}
          content={content}
          editSequence={saving.editSequence}
          publishedVersion={draft.publishedVersion}
          found={(problems) => setFound({ xml: state.xml, problems })}
          point={(elementId) => {
            setIsPublishing(false);
            point(elementId);
          }}
          close={() => setIsPublishing(false)}
          done={saving.published}
        />
      )}
    </div>
  );
}
