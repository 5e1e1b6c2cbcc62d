/** Importing people from an Excel file: check first, see what is wrong, then all or the good rows. */
import { DownloadOutlined, FileExcelOutlined, UploadOutlined } from "@ant-design/icons";
import { useMutation } from "@tanstack/react-query";
import { Alert, App, Button, Modal, Table } from "antd";
import { type ChangeEvent, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { ImportProblem, ImportResult } from "../../../server/contract/types.ts";
import { api, fetchFile } from "../../app/api.ts";
import { currentLanguage } from "../../app/i18n.ts";
import { FailureLine } from "../parts/failure-line.tsx";
import { saveFile } from "../parts/save-file.ts";
import { useRefresh } from "../queries.ts";

type Mode = "check" | "good" | "all";

const asForm = (file: File): FormData => {
  const form = new FormData();
  form.append("file", file);
  return form;
};

const mostShown = 100;

interface ImportDialogProps {
  /** The people who were added may be given their codes at once. */
  readonly added: (people: readonly string[]) => void;
  readonly close: () => void;
}

export function ImportDialog({ added, close }: ImportDialogProps) {
  const { t } = useTranslation("people");
  const { message } = App.useApp();
  const refresh = useRefresh();
  const [file, setFile] = useState<File>();
  const run = useMutation({
    mutationFn: ({ given, mode }: { readonly given: File; readonly mode: Mode }) =>
      api.post<ImportResult>(`/people-import?mode=${mode}`, asForm(given)),
    onSuccess: async (result) => {
      if (!result.imported) return;
      await refresh();
      void message.success(t("file.done", { people: result.people, posts: result.posts }));
      if (result.added.length > 0) added(result.added);
      else close();
    },
  });
  const choose = (chosen: File | undefined) => {
    setFile(chosen);
    if (chosen !== undefined) run.mutate({ given: chosen, mode: "check" });
  };
  const checked = run.data?.imported === false ? run.data : undefined;
  return (
    <Modal open width={860} title={t("file.title")} onCancel={close} footer={null}>
      <ol className="gl-import-steps">
        <li>
          <span>{t("file.step1")}</span>
          <Button href="/api/people-template.xlsx" icon={<DownloadOutlined aria-hidden />}>
            {t("file.template")}
          </Button>
        </li>
        <li>
          <span>{t("file.step2")}</span>
          <ChooseFile file={file} busy={run.isPending} choose={choose} />
        </li>
      </ol>
      <FailureLine error={run.error} />
      {run.isPending && <p role="status">{t("file.checking")}</p>}
      {checked !== undefined && file !== undefined && (
        <Checked file={file} result={checked} start={(mode) => run.mutate({ given: file, mode })} />
      )}
    </Modal>
  );
}

interface ChooseFileProps {
  readonly file: File | undefined;
  readonly busy: boolean;
  readonly choose: (file: File | undefined) => void;
}

function ChooseFile({ file, busy, choose }: ChooseFileProps) {
  const { t } = useTranslation("people");
  const input = useRef<HTMLInputElement>(null);
  const chosen = (event: ChangeEvent<HTMLInputElement>) => {
    choose(event.target.files?.[0]);
    // The same file, repaired, can be chosen again.
    event.target.value = "";
  };
  return (
    <>
      <input ref={input} type="file" accept=".xlsx" hidden aria-label={t("file.choose")} onChange={chosen} />
      <Button icon={<UploadOutlined aria-hidden />} loading={busy} onClick={() => input.current?.click()}>
        {t(file === undefined ? "file.choose" : "file.again")}
      </Button>
      {file !== undefined && (
        <span className="gl-quiet">
          <FileExcelOutlined aria-hidden /> {file.name}
        </span>
      )}
    </>
  );
}

interface CheckedProps {
  readonly file: File;
  readonly result: ImportResult;
  readonly start: (mode: Mode) => void;
}

function Checked({ file, result, start }: CheckedProps) {
  const { t } = useTranslation("people");
  const download = useMutation({
    mutationFn: () => fetchFile("/people-import/problems", asForm(file)),
    onSuccess: saveFile,
  });
  const { bad, good, people, posts, unchanged, rows } = result;
  return (
    <section className="gl-import-result">
      <Alert
        type={bad === 0 ? "success" : "warning"}
        showIcon
        role="status"
        title={t("file.checked", { rows, good, bad })}
        description={t("file.will", { people, posts, unchanged })}
      />
      <FailureLine error={download.error} />
      {bad > 0 && <ProblemTable problems={result.problems} />}
      <div className="gl-import-actions">
        {bad > 0 && (
          <Button
            icon={<DownloadOutlined aria-hidden />}
            loading={download.isPending}
            onClick={() => download.mutate()}
          >
            {t("file.download")}
          </Button>
        )}
        {bad > 0 && good > 0 && <Button onClick={() => start("good")}>{t("file.good", { count: good })}</Button>}
        <Button type="primary" disabled={bad > 0} title={bad > 0 ? t("file.allHelp") : ""} onClick={() => start("all")}>
          {t("file.all")}
        </Button>
      </div>
      {bad > 0 && <p className="gl-quiet">{t("file.allHelp")}</p>}
    </section>
  );
}

function ProblemTable({ problems }: { readonly problems: readonly ImportProblem[] }) {
  const { t } = useTranslation("people");
  const words = (problem: ImportProblem) => (currentLanguage() === "en" ? problem.en : problem.zh);
  return (
    <>
      <Table<ImportProblem>
        size="small"
        rowKey={(problem) => `${String(problem.line)}${problem.column}${problem.code}`}
        dataSource={problems.slice(0, mostShown)}
        pagination={false}
        scroll={{ y: 280, x: 560 }}
        columns={[
          { title: t("file.line"), dataIndex: "line", width: 70 },
          { title: t("file.column"), width: 130, render: (_, one) => `${one.column} ${one.columnTitle}` },
          { title: t("file.value"), dataIndex: "value", width: 150, ellipsis: true },
          { title: t("file.what"), render: (_, one) => words(one) },
        ]}
      />
      {problems.length > mostShown && <p className="gl-quiet">{t("file.shown", { count: mostShown })}</p>}
    </>
  );
}
