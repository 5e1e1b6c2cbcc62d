/** The commands that this person may give now, and no others. */
import {
  BellOutlined,
  ClockCircleOutlined,
  CommentOutlined,
  EditOutlined,
  FileDoneOutlined,
  PauseCircleOutlined,
  PlayCircleOutlined,
  RollbackOutlined,
  SoundOutlined,
  StopOutlined,
  SwapOutlined,
  UndoOutlined,
} from "@ant-design/icons";
import { Button } from "antd";
import { type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import { CommandDialog } from "./command-dialog.tsx";
import type { CommandKey, CommandSpec, CommandTarget } from "./commands.ts";

const icons: Readonly<Record<CommandKey, ReactNode>> = {
  supervise: <SoundOutlined aria-hidden />,
  instruct: <EditOutlined aria-hidden />,
  replySupervision: <CommentOutlined aria-hidden />,
  extend: <ClockCircleOutlined aria-hidden />,
  suspend: <PauseCircleOutlined aria-hidden />,
  resume: <PlayCircleOutlined aria-hidden />,
  cancel: <StopOutlined aria-hidden />,
  withdrawStep: <UndoOutlined aria-hidden />,
  urge: <BellOutlined aria-hidden />,
  forceClose: <FileDoneOutlined aria-hidden />,
  sendBack: <RollbackOutlined aria-hidden />,
  transfer: <SwapOutlined aria-hidden />,
};

interface CommandBarProps {
  readonly specs: readonly CommandSpec[];
  readonly target: CommandTarget;
}

export function CommandBar({ specs, target }: CommandBarProps) {
  const { t } = useTranslation("desk");
  const [open, setOpen] = useState<CommandSpec>();
  if (specs.length === 0) return null;
  return (
    <div className="gl-commands" role="group" aria-label={t("command.all")}>
      {specs.map((spec) => (
        <Button key={spec.key} icon={icons[spec.key]} danger={spec.danger === true} onClick={() => setOpen(spec)}>
          {t(`command.${spec.key}.name`)}
        </Button>
      ))}
      {open !== undefined && <CommandDialog spec={open} target={target} close={() => setOpen(undefined)} />}
    </div>
  );
}
