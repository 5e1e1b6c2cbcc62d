/** Above the panes: where we are, whether it is saved, undo and redo, preview, problems, publish. */
import {
  ArrowLeftOutlined,
  CheckCircleFilled,
  CloseCircleFilled,
  EditOutlined,
  EllipsisOutlined,
  EyeOutlined,
  LoadingOutlined,
  RedoOutlined,
  SyncOutlined,
  UndoOutlined,
  WarningFilled,
} from "@ant-design/icons";
import { App, Button, Dropdown, Popover } from "antd";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";
import type { Problem } from "../../engine/model/problem.ts";
import { sayFailure } from "../app/failures.ts";
import { LinkButton } from "../desk/parts/link-button.tsx";
import { getIn, textOf } from "./model/json-path.ts";
import { isFault, Problems } from "./problems.tsx";
import type { Commands } from "./session/commands.ts";
import { discardDraft, fileText } from "./session/drafts-api.ts";
import type { Designer } from "./session/use-designer.ts";

interface DesignerBarProps {
  readonly designer: Designer;
  readonly commands: Commands;
  readonly problems: readonly Problem[];
  readonly mode: "design" | "preview";
  readonly setMode: (mode: "design" | "preview") => void;
  readonly publish: () => void;
  readonly reload: () => void;
  readonly isWide: boolean;
}

export function DesignerBar(props: DesignerBarProps) {
  const { designer, commands, problems, mode, setMode, publish, isWide } = props;
  const { t } = useTranslation("form");
  const { history, content, publishedVersion } = designer;
  const faults = problems.filter(isFault).length;
  const title = textOf(getIn(content, ["title", "zh-CN"]));
  return (
    <header className="fd-bar">
      <LinkButton type="text" to="/admin/forms" aria-label={t("bar.back")} icon={<ArrowLeftOutlined aria-hidden />} />
      <div className="fd-name">
        <h1>{title === "" ? designer.name.key : title}</h1>
        <p className="gl-quiet">
          {publishedVersion === undefined ? t("bar.unpublished") : t("bar.version", { version: publishedVersion })}
          {" · "}
          <SaveWords designer={designer} />
        </p>
      </div>
      <span className="fd-buttons">
        {isWide && (
          <>
            <Button
              icon={<UndoOutlined aria-hidden />}
              aria-label={t("bar.undo")}
              title={`${t("bar.undo")} Ctrl+Z`}
              disabled={history.done.length === 0}
              onClick={commands.undo}
            />
            <Button
              icon={<RedoOutlined aria-hidden />}
              aria-label={t("bar.redo")}
              title={`${t("bar.redo")} Ctrl+Y`}
              disabled={history.undone.length === 0}
              onClick={commands.redo}
            />
          </>
        )}
        <Button
          icon={mode === "design" ? <EyeOutlined aria-hidden /> : <EditOutlined aria-hidden />}
          onClick={() => {
            void designer.saver.flush();
            setMode(mode === "design" ? "preview" : "design");
          }}
        >
          {t(mode === "design" ? "bar.preview" : "bar.edit")}
        </Button>
        <Popover
          trigger="click"
          placement="bottomRight"
          content={
            <div className="fd-found-popover">
              <Problems designer={designer} problems={problems} />
            </div>
          }
        >
          <Button icon={faults > 0 ? <CloseCircleFilled className="fd-fault" aria-hidden /> : undefined}>
            {problems.length === 0 ? t("bar.fine") : t("bar.problemCount", { count: problems.length })}
          </Button>
        </Popover>
        <Button type="primary" disabled={designer.saving.kind === "conflict"} onClick={publish}>
          {t("bar.publish")}
        </Button>
        <More {...props} />
      </span>
    </header>
  );
}

function SaveWords({ designer }: { readonly designer: Designer }) {
  const { t } = useTranslation("form");
  const { saving, saver } = designer;
  const words = (icon: React.ReactNode, said: string) => (
    <span role="status" className="fd-saving">
      {icon} {said}
    </span>
  );
  switch (saving.kind) {
    case "saved":
      return words(<CheckCircleFilled className="fd-fine" aria-hidden />, t("save.saved"));
    case "waiting":
      return words(<SyncOutlined aria-hidden />, t("save.waiting"));
    case "saving":
      return words(<LoadingOutlined aria-hidden />, t("save.saving"));
    case "conflict":
      return words(<WarningFilled className="fd-warning" aria-hidden />, t("save.conflict"));
    case "failed":
      return (
        <>
          {words(
            <CloseCircleFilled className="fd-fault" aria-hidden />,
            t("save.failed", { reason: sayFailure(saving.error).text }),
          )}{" "}
          <button type="button" className="gl-as-link" onClick={() => void saver.flush()}>
            {t("save.retry")}
          </button>
        </>
      );
  }
}

/** The form as a file, and giving the draft up. */
function More({ designer, reload }: DesignerBarProps) {
  const { t } = useTranslation("form");
  const { modal } = App.useApp();
  const navigate = useNavigate();
  const { name, content, publishedVersion, saver } = designer;
  const save = () => {
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([fileText(content)], { type: "application/json" }));
    link.download = `${name.key}.json`;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
  };
  const discard = () =>
    void modal.confirm({
      title: t("bar.discardAsk"),
      content:
        publishedVersion === undefined ? t("bar.discardNew") : t("bar.discardMeans", { version: publishedVersion }),
      okText: t("bar.discard"),
      okButtonProps: { danger: true },
      onOk: async () => {
        await saver.flush();
        await discardDraft(name, saver.sequence);
        if (publishedVersion === undefined) await navigate("/admin/forms");
        else reload();
      },
    });
  return (
    <Dropdown
      trigger={["click"]}
      menu={{
        items: [
          { key: "export", label: t("bar.export"), onClick: save },
          {
            key: "discard",
            label: t("bar.discard"),
            danger: true,
            disabled: saver.sequence === 0,
            onClick: discard,
          },
        ],
      }}
    >
      <Button aria-label={t("bar.more")} icon={<EllipsisOutlined aria-hidden />} />
    </Dropdown>
  );
}
