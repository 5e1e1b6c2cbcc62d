/** Publishing by upload: choose a file, have it checked, repair or publish. Nothing is stored by a check. */
import { InboxOutlined } from "@ant-design/icons";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Alert, App, Button, Input, Select, Upload } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { DeployRequest, DeployResult } from "../../../server/contract/types.ts";
import { api, ApiError } from "../../app/api.ts";
import { say } from "../../app/i18n.ts";
import { FailureCode } from "../../desk/parts/failure.tsx";
import { sayFailure } from "../../app/failures.ts";
import { isError } from "../problem-list.tsx";
import { useDefinitions } from "../queries.ts";
import { DeployFindings } from "./deploy-findings.tsx";
import { type DeployKind, deployKinds, kindOf, largestContent } from "./deploy-kind.ts";

interface ChosenFile {
  readonly name: string;
  readonly content: string;
}

/** A check that fails by many problems is an answer, not a failure: they are listed like findings. */
async function sendDeploy(request: DeployRequest): Promise<DeployResult> {
  try {
    return await api.post<DeployResult>("/definitions", request);
  } catch (error) {
    if (!(error instanceof ApiError) || (error.body.problems ?? []).length === 0) throw error;
    return { deployed: false, problems: error.body.problems ?? [] };
  }
}

export function DeployPage() {
  const { t } = useTranslation("admin");
  const { modal, notification } = App.useApp();
  const queries = useQueryClient();
  const definitions = useDefinitions();
  const packs = [...new Map((definitions.data ?? []).map((each) => [each.pack, say(each.packTitle)]))];
  const [file, setFile] = useState<ChosenFile>();
  const [kind, setKind] = useState<DeployKind>();
  const [pack, setPack] = useState<string>();
  const [note, setNote] = useState("");
  const check = useMutation({ mutationFn: sendDeploy });
  const publish = useMutation({
    mutationFn: sendDeploy,
    onSuccess: async (result) => {
      if (!result.deployed) return;
      notification.success({
        title: t("deploy.done", { key: result.key, version: result.version }),
        description: t("deploy.doneMeans"),
      });
      await queries.invalidateQueries({ queryKey: ["definitions"] });
    },
  });
  const startOver = () => {
    check.reset();
    publish.reset();
  };
  const take = async (chosen: File) => {
    startOver();
    const content = await chosen.text();
    setFile({ name: chosen.name, content });
    setKind(kindOf(chosen.name, content));
  };
  const request =
    file === undefined || kind === undefined || pack === undefined ? undefined : { kind, pack, content: file.content };
  const found = publish.data ?? check.data;
  const failure = publish.error ?? check.error;
  const clean = check.data !== undefined && !check.data.problems.some(isError);
  const confirm = () => {
    if (request === undefined) return;
    void modal.confirm({
      title: t("deploy.confirm", { pack: packs.find(([key]) => key === pack)?.[1] }),
      content: t("deploy.means"),
      okText: t("deploy.publish"),
      onOk: () => publish.mutateAsync({ ...request, note: note.trim() }),
    });
  };
  return (
    <div className="gl-admin">
      <header className="gl-admin-head">
        <h1>{t("deploy.title")}</h1>
      </header>
      <div className="gl-admin-page gl-deploy">
        <Upload.Dragger
          accept=".bpmn,.dmn,.xml,.json"
          showUploadList={false}
          multiple={false}
          beforeUpload={(chosen) => {
            if (chosen.size > largestContent) notification.error({ title: t("deploy.tooLarge") });
            else void take(chosen);
            return false;
          }}
        >
          <InboxOutlined className="gl-drop-icon" aria-hidden />
          <p>{file === undefined ? t("deploy.drop") : t("deploy.chosen", { name: file.name })}</p>
          <p className="gl-quiet">{t("deploy.accepts")}</p>
        </Upload.Dragger>
        <div className="gl-deploy-row">
          <Select
            aria-label={t("deploy.kind")}
            placeholder={t("deploy.kind")}
            value={kind}
            onChange={(next) => {
              startOver();
              setKind(next);
            }}
            options={deployKinds.map((each) => ({ value: each, label: t(`kind.${each}`) }))}
          />
          <Select
            aria-label={t("deploy.pack")}
            placeholder={t("deploy.pack")}
            value={pack}
            onChange={(next) => {
              startOver();
              setPack(next);
            }}
            options={packs.map(([value, label]) => ({ value, label }))}
            popupMatchSelectWidth={false}
          />
          <Input
            aria-label={t("deploy.note")}
            placeholder={t("deploy.note")}
            maxLength={200}
            value={note}
            onChange={(event) => setNote(event.target.value)}
          />
          <Button
            disabled={request === undefined}
            loading={check.isPending}
            onClick={() => request !== undefined && check.mutate({ ...request, checkOnly: true })}
          >
            {t("deploy.check")}
          </Button>
          <Button
            type="primary"
            disabled={!clean || publish.data?.deployed === true}
            loading={publish.isPending}
            onClick={confirm}
          >
            {t("deploy.publish")}
          </Button>
        </div>
        {found === undefined && failure === null && (
          <ol className="gl-steps">
            <li>{t("deploy.step1")}</li>
            <li>{t("deploy.step2")}</li>
            <li>{t("deploy.step3")}</li>
          </ol>
        )}
        {failure !== null && (
          <Alert type="error" showIcon title={sayFailure(failure).text} description={<FailureCode error={failure} />} />
        )}
        {found !== undefined && file !== undefined && (
          <DeployFindings found={found} kind={kind} content={file.content} />
        )}
      </div>
    </div>
  );
}
