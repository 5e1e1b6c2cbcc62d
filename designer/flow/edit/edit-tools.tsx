/** The tools of the editor: undo and redo, fit, export, compare, give up, save, publish. */
import {
  AimOutlined,
  DeleteOutlined,
  DiffOutlined,
  ExportOutlined,
  RedoOutlined,
  SaveOutlined,
  UndoOutlined,
} from "@ant-design/icons";
import { App, Button, Dropdown, Tooltip } from "antd";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { LinkButton } from "../../desk/parts/link-button.tsx";
import type { FlowName } from "./drafts.ts";
import { bpmnFile, download, pngFile, svgFile } from "./export-flow.ts";
import type { FlowModeler } from "./use-modeler.ts";
import type { Saving } from "./use-saving.ts";

interface EditToolsProps {
  readonly name: FlowName;
  readonly modeler: FlowModeler;
  readonly saving: Saving;
  readonly hasPublished: boolean;
  readonly save: () => void;
  readonly discard: () => void;
  readonly publish: () => void;
}

export function EditTools({ name, modeler, saving, hasPublished, save, discard, publish }: EditToolsProps) {
  const { t } = useTranslation("flowEdit");
  const { state } = modeler;
  return (
    <div className="gl-flow-tools">
      <Tool words={t("undo")} icon={<UndoOutlined aria-hidden />} off={state?.canUndo !== true} act={modeler.undo} />
      <Tool words={t("redo")} icon={<RedoOutlined aria-hidden />} off={state?.canRedo !== true} act={modeler.redo} />
      <Tool words={t("fit")} icon={<AimOutlined aria-hidden />} off={state === undefined} act={modeler.fit} />
      <ExportMenu name={name} modeler={modeler} />
      {hasPublished && (
        <LinkButton to={`/admin/compare/${name.pack}/process/${name.key}?to=draft`} icon={<DiffOutlined aria-hidden />}>
          {t("compare")}
        </LinkButton>
      )}
      <Tool words={t("discard.do")} icon={<DeleteOutlined aria-hidden />} off={!saving.isChanged} act={discard} />
      <Button
        icon={<SaveOutlined aria-hidden />}
        loading={saving.isSaving}
        disabled={state === undefined || !saving.isDirty}
        onClick={save}
      >
        {t("save")}
      </Button>
      <Button type="primary" disabled={state === undefined || !saving.isChanged} onClick={publish}>
        {t("publish")}
      </Button>
    </div>
  );
}

interface ToolProps {
  readonly words: string;
  readonly icon: ReactNode;
  readonly off: boolean;
  readonly act: () => void;
}

function Tool({ words, icon, off, act }: ToolProps) {
  return (
    <Tooltip title={words}>
      <Button aria-label={words} icon={icon} disabled={off} onClick={act} />
    </Tooltip>
  );
}

function ExportMenu({ name, modeler }: { readonly name: FlowName; readonly modeler: FlowModeler }) {
  const { t } = useTranslation("flowEdit");
  const { message } = App.useApp();
  const makers: Readonly<Record<string, () => Promise<Blob>>> = {
    bpmn: async () => bpmnFile(await modeler.read()),
    svg: async () => svgFile(await modeler.drawing()),
    png: async () => pngFile(await modeler.drawing()),
  };
  const make = async (kind: string) => {
    const maker = makers[kind];
    if (maker === undefined) return;
    try {
      download(`${name.key}.${kind}`, await maker());
    } catch {
      void message.error(t("exportFailed"));
    }
  };
  return (
    <Dropdown
      trigger={["click"]}
      menu={{
        items: Object.keys(makers).map((key) => ({ key, label: t(`export.${key}`) })),
        onClick: ({ key }) => void make(key),
      }}
    >
      <Button icon={<ExportOutlined aria-hidden />} disabled={modeler.state === undefined}>
        {t("export.do")}
      </Button>
    </Dropdown>
  );
}
