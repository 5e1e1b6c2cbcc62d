/** Files of an announcement that is being written: each is sent when it is chosen, and can be taken out again. */
import { DeleteOutlined, PaperClipOutlined } from "@ant-design/icons";
import { Button, Progress } from "antd";
import { useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { AttachmentUploaded } from "../../server/contract/types.ts";
import { upload } from "../app/api.ts";
import { uuidv7 } from "../ui/uuid.ts";
import { SmallFailure } from "./small-failure.tsx";

/** The server refuses more. */
const MOST = 10;

export interface ChosenFile {
  readonly id: string;
  readonly name: string;
}

interface FilesFieldProps {
  readonly files: readonly ChosenFile[];
  readonly choose: (files: readonly ChosenFile[]) => void;
}

function useSending(files: readonly ChosenFile[], choose: FilesFieldProps["choose"]) {
  const [done, setDone] = useState<number>();
  const [error, setError] = useState<unknown>();
  const send = async (chosen: readonly File[]) => {
    setError(undefined);
    let all = files;
    for (const file of chosen.slice(0, MOST - files.length)) {
      const body = new FormData();
      body.append("file", file, file.name);
      try {
        const kept = await upload<AttachmentUploaded>(`/attachments?id=${uuidv7()}`, body, setDone);
        all = [...all, { id: kept.id, name: kept.name }];
        choose(all);
      } catch (failure) {
        setError(failure);
        break;
      }
    }
    setDone(undefined);
  };
  return { done, error, send };
}

export function FilesField({ files, choose }: FilesFieldProps) {
  const { t } = useTranslation("notices");
  const input = useRef<HTMLInputElement>(null);
  const { done, error, send } = useSending(files, choose);
  const isSending = done !== undefined;
  return (
    <div className="gn-field" role="group" aria-label={t("files")}>
      <span>{t("files")}</span>
      <ul className="gn-chosen">
        {files.map(({ id, name }) => (
          <li key={id}>
            <PaperClipOutlined aria-hidden /> <span>{name}</span>
            <Button
              type="text"
              icon={<DeleteOutlined aria-hidden />}
              aria-label={t("form.removeFile", { name })}
              onClick={() => choose(files.filter((file) => file.id !== id))}
            />
          </li>
        ))}
      </ul>
      {isSending && <Progress percent={Math.round(done * 100)} size="small" aria-label={t("form.sending")} />}
      <input
        ref={input}
        type="file"
        multiple
        hidden
        accept="image/jpeg,image/png,image/webp,application/pdf"
        aria-label={t("form.addFile")}
        onChange={({ target }) => {
          const chosen = [...(target.files ?? [])];
          target.value = "";
          void send(chosen);
        }}
      />
      <Button
        className="gn-add"
        icon={<PaperClipOutlined aria-hidden />}
        disabled={isSending || files.length >= MOST}
        onClick={() => input.current?.click()}
      >
        {t("form.addFile")}
      </Button>
      {error === undefined ? <p className="gn-hint">{t("form.filesHint")}</p> : <SmallFailure error={error} />}
    </div>
  );
}
