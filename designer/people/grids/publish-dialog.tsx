/** Publishing: the server checks first and says what will move; then it is in force. */
import { useQuery } from "@tanstack/react-query";
import { App, Form, Input, Modal, Skeleton } from "antd";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import type { GridArea, GridsChange, GridsChanged, StreetGrids } from "../../../server/contract/types.ts";
import { api } from "../../app/api.ts";
import { FailureLine } from "../parts/failure-line.tsx";
import { useChange } from "../queries.ts";

interface PublishDialogProps {
  readonly loaded: StreetGrids;
  readonly areas: readonly GridArea[];
  readonly refused: (problems: GridsChanged["problems"]) => void;
  readonly close: () => void;
}

export function PublishDialog({ loaded, areas, refused, close }: PublishDialogProps) {
  const { t } = useTranslation("people");
  const { message } = App.useApp();
  const [note, setNote] = useState("");
  const [tried, setTried] = useState(false);
  const { street, revision } = loaded;
  const body = (checkOnly: boolean): GridsChange => ({
    street,
    revision,
    checkOnly,
    note: note.trim(),
    grids: [...areas],
  });
  const check = useQuery({
    queryKey: ["grids-check", revision, areas],
    gcTime: 0,
    retry: false,
    queryFn: () => api.post<GridsChanged>("/organisation/grids", body(true)),
  });
  const publish = useChange<GridsChange, GridsChanged>(() => "/organisation/grids");
  const problems = check.data?.problems;
  useEffect(() => {
    if (problems !== undefined && problems.length > 0) refused(problems);
  }, [problems, refused]);
  const submit = () => {
    setTried(true);
    if (note.trim() === "") return;
    publish.mutate(body(false), {
      onSuccess: (done) => {
        if (!done.published) return refused(done.problems);
        void message.success(t("grid.done"));
        return close();
      },
    });
  };
  return (
    <Modal
      open
      title={t("grid.publishTitle")}
      okText={t("grid.publish")}
      cancelText={t("person.cancel")}
      okButtonProps={{ disabled: check.data === undefined }}
      confirmLoading={publish.isPending}
      onOk={submit}
      onCancel={close}
    >
      <FailureLine error={publish.error ?? check.error} />
      {check.data === undefined ? (
        check.isPending && <Skeleton active paragraph={{ rows: 2 }} />
      ) : (
        <p>
          {t("grid.will", {
            added: check.data.added.length,
            removed: check.data.removed.length,
            places: check.data.movedPlaces,
          })}
        </p>
      )}
      <Form layout="vertical" component="div">
        <Form.Item
          label={t("grid.note")}
          htmlFor="grid-note"
          required
          extra={t("grid.noteHelp")}
          {...(tried && note.trim() === "" ? { validateStatus: "error", help: t("grid.noteMissing") } : {})}
        >
          <Input.TextArea
            id="grid-note"
            rows={3}
            maxLength={400}
            value={note}
            onChange={(event) => setNote(event.target.value)}
          />
        </Form.Item>
      </Form>
    </Modal>
  );
}
