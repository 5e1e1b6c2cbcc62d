/** A new flow: empty, a copy of another one, or a file from outside. Nothing is stored before its first draft is saved. */
import { PlusOutlined, UploadOutlined } from "@ant-design/icons";
import { useMutation } from "@tanstack/react-query";
import { Alert, Button, Form, Input, Modal, Radio, Select, Upload } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";
import type { DefinitionDetail, DefinitionSummary, Problem } from "../../../server/contract/types.ts";
import { ProblemList } from "../../admin/problem-list.tsx";
import { definitionPath, titleOf } from "../../admin/queries.ts";
import { api } from "../../app/api.ts";
import { sayFailure } from "../../app/failures.ts";
import { say } from "../../app/i18n.ts";
import { processName } from "../process-name.ts";
import { saveDraft } from "./drafts.ts";
import { basePackOf } from "./use-flow-content.ts";
import "./words.ts";

type Beginning = "blank" | "copy" | "file";

interface ChosenFile {
  readonly name: string;
  readonly xml: string;
  readonly refusals: readonly Problem[];
}

interface NewFlowValues {
  readonly pack: string;
  readonly from: Beginning;
  readonly source?: string;
  readonly key: string;
  readonly name: string;
}

const keyPattern = /^[a-z][A-Za-z0-9]*(__[a-z][A-Za-z0-9]*)?$/;
const largest = 2_097_152;

export function NewFlow({ definitions }: { readonly definitions: readonly DefinitionSummary[] }) {
  const { t } = useTranslation("flowEdit");
  const [isOpen, setIsOpen] = useState(false);
  return (
    <>
      <Button icon={<PlusOutlined aria-hidden />} onClick={() => setIsOpen(true)}>
        {t("create.do")}
      </Button>
      {isOpen && <NewFlowDialog definitions={definitions} close={() => setIsOpen(false)} />}
    </>
  );
}

interface NewFlowDialogProps {
  readonly definitions: readonly DefinitionSummary[];
  readonly close: () => void;
}

function NewFlowDialog({ definitions, close }: NewFlowDialogProps) {
  const { t } = useTranslation("flowEdit");
  const navigate = useNavigate();
  const [form] = Form.useForm<NewFlowValues>();
  const [file, setFile] = useState<ChosenFile>();
  const from = Form.useWatch("from", form) ?? "blank";
  const base = basePackOf(definitions);
  const packs = [...new Map(definitions.map((each) => [each.pack, say(each.packTitle)]))];
  const flows = definitions.filter((each) => each.kind === "process");
  const make = useMutation({
    mutationFn: async (values: NewFlowValues) => {
      const name = { pack: values.pack, key: values.key };
      await saveDraft(name, await contentFor(values, file, t("create.start"), t("create.end")), 0);
      await navigate(`/admin/${definitionPath({ ...name, kind: "process" })}/edit`);
    },
  });
  const take = async (chosen: File) => {
    if (chosen.size > largest) {
      const problem = { code: "XML_TOO_LARGE", zh: t("create.tooLarge"), en: "The file is larger than 2 MB" };
      return setFile({ name: chosen.name, xml: "", refusals: [problem] });
    }
    const xml = await chosen.text();
    const { refusalsOf } = await import("./blank-flow.ts");
    setFile({ name: chosen.name, xml, refusals: await refusalsOf(xml) });
    form.setFieldValue("name", processName(xml) ?? chosen.name.replace(/\.[^.]*$/, ""));
  };
  const prefixOf = (pack: string) => (pack === base ? "" : `${pack}__`);
  const checkKey = (key: string | undefined) => {
    const pack = form.getFieldValue("pack") as string | undefined;
    if (key === undefined || !keyPattern.test(key)) throw new Error(t("create.keyWrong"));
    if (pack !== undefined && !key.startsWith(prefixOf(pack)))
      throw new Error(t("create.keyPrefix", { prefix: prefixOf(pack) }));
    if (flows.some((each) => each.key === key)) throw new Error(t("create.keyTaken"));
  };
  const isReady = from !== "file" || (file !== undefined && file.refusals.length === 0);
  return (
    <Modal
      open
      title={t("create.title")}
      okText={t("create.open")}
      cancelText={t("cancel")}
      okButtonProps={{ disabled: !isReady, loading: make.isPending }}
      onOk={() => form.submit()}
      onCancel={close}
    >
      <Form form={form} layout="vertical" initialValues={{ from: "blank" }} onFinish={(values) => make.mutate(values)}>
        <Form.Item name="from" label={t("create.from")}>
          <Radio.Group
            options={(["blank", "copy", "file"] as const).map((value) => ({ value, label: t(`create.${value}`) }))}
          />
        </Form.Item>
        {from === "copy" && (
          <Form.Item name="source" label={t("create.source")} rules={[{ required: true, message: t("create.source") }]}>
            <Select
              options={flows.map((each) => ({
                value: `${each.pack}/${each.key}`,
                label: `${titleOf(each)}（${say(each.packTitle)}）`,
              }))}
            />
          </Form.Item>
        )}
        {from === "file" && (
          <Form.Item>
            <Upload
              accept=".bpmn,.xml"
              showUploadList={false}
              beforeUpload={(chosen) => {
                void take(chosen);
                return false;
              }}
            >
              <Button icon={<UploadOutlined aria-hidden />}>
                {file === undefined ? t("create.choose") : t("create.chosen", { name: file.name })}
              </Button>
            </Upload>
          </Form.Item>
        )}
        {from === "file" && file !== undefined && file.refusals.length > 0 && (
          <Alert
            className="gl-import-refused"
            type="error"
            showIcon
            title={t("create.refused")}
            description={<ProblemList problems={file.refusals} />}
          />
        )}
        <Form.Item name="pack" label={t("create.pack")} rules={[{ required: true, message: t("create.pack") }]}>
          <Select
            options={packs.map(([value, label]) => ({ value, label }))}
            onChange={(pack: string) => {
              const key = (form.getFieldValue("key") as string | undefined) ?? "";
              if (key === "" || key.endsWith("__")) form.setFieldValue("key", prefixOf(pack));
            }}
          />
        </Form.Item>
        <Form.Item
          name="key"
          label={t("create.key")}
          required
          extra={t("create.keyHelp")}
          dependencies={["pack"]}
          rules={[{ validator: async (_, key: string | undefined) => checkKey(key) }]}
        >
          <Input maxLength={60} />
        </Form.Item>
        <Form.Item
          name="name"
          label={t("create.name")}
          rules={[{ required: true, whitespace: true, message: t("create.nameMissing") }]}
        >
          <Input maxLength={60} />
        </Form.Item>
        {make.isError && <Alert type="error" showIcon title={sayFailure(make.error).text} />}
      </Form>
    </Modal>
  );
}

/** The text that the new flow begins with. */
async function contentFor(
  { from, source = "", key, name }: NewFlowValues,
  file: ChosenFile | undefined,
  start: string,
  end: string,
): Promise<string> {
  const { blankFlow, renamedFlow } = await import("./blank-flow.ts");
  if (from === "file" && file !== undefined) return renamedFlow(file.xml, key, name);
  if (from !== "copy") return blankFlow(key, name, start, end);
  const [pack = "", sourceKey = ""] = source.split("/");
  const path = definitionPath({ pack, kind: "process", key: sourceKey });
  return renamedFlow((await api.get<DefinitionDetail>(`/definitions/${path}`)).content, key, name);
}
