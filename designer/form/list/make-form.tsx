/** A new form: blank, a copy of another one, or from a file. Nothing is kept before all of it is right. */
import { UploadOutlined } from "@ant-design/icons";
import { Alert, Button, Modal, Segmented, Select, Upload } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";
import type {
  DefinitionDetail,
  DefinitionDraftSummary,
  DefinitionSummary,
  Pack,
} from "../../../server/contract/types.ts";
import { api } from "../../app/api.ts";
import { sayFailure } from "../../app/failures.ts";
import { say } from "../../app/i18n.ts";
import type { FormContent } from "../model/fields.ts";
import { freeKey, isKey, keyFromWords } from "../model/keys.ts";
import { blankForm, copiedForm, importedForm } from "../model/new-form.ts";
import { Row, TextRow } from "../properties/parts.tsx";
import { saveDraft } from "../session/drafts-api.ts";

interface MakeFormProps {
  readonly packs: readonly Pack[];
  readonly published: readonly DefinitionSummary[];
  readonly drafts: readonly DefinitionDraftSummary[];
  readonly close: () => void;
}

type Way = "blank" | "copy" | "import";
/** A form that designers make is for collecting, until they say otherwise. */
const usualModule = "collection";
const largestFile = 1_048_576;

interface Wish {
  readonly way: Way;
  readonly pack: string;
  readonly zh: string;
  readonly en: string;
  /** Without the pack's prefix; empty: made by itself. */
  readonly key: string;
  /** `<pack>/<key>` */
  readonly template: string;
  readonly file: { readonly name: string; readonly text: string } | undefined;
}

type Made = { readonly ok: true; readonly content: FormContent } | { readonly ok: false; readonly words: string };

function useTaken({ published, drafts }: MakeFormProps): ReadonlySet<string> {
  return new Set([...published, ...drafts].map((form) => form.key));
}

/** The key as it will be: the one typed, else one made from the English name, with the pack's prefix. */
function keyOf({ key, en }: Wish, prefix: string, taken: ReadonlySet<string>): string {
  if (key !== "") return `${prefix}${key}`;
  return freeKey(`${prefix}${keyFromWords(en) || "form"}`, taken);
}

async function make(wish: Wish, key: string, t: (key: string) => string): Promise<Made> {
  const name = { key, zh: wish.zh.trim(), en: wish.en.trim() };
  switch (wish.way) {
    case "blank":
      return { ok: true, content: blankForm(name, usualModule) };
    case "copy": {
      if (wish.template === "") return { ok: false, words: t("make.templateEmpty") };
      const [pack = "", form = ""] = wish.template.split("/");
      const path = `/definitions/${encodeURIComponent(pack)}/form/${encodeURIComponent(form)}`;
      const detail = await api.get<DefinitionDetail>(path);
      return { ok: true, content: copiedForm(JSON.parse(detail.content) as FormContent, name) };
    }
    case "import": {
      if (wish.file === undefined) return { ok: false, words: t("make.fileEmpty") };
      const imported = importedForm(wish.file.text, name, usualModule);
      if (imported.ok) return imported;
      return { ok: false, words: t(imported.reason === "json" ? "make.badJson" : "make.badShape") };
    }
  }
}

export function MakeForm(props: MakeFormProps) {
  const { packs, published, close } = props;
  const { t } = useTranslation("form");
  const navigate = useNavigate();
  const taken = useTaken(props);
  const [wish, setWish] = useState<Wish>({
    ...{ way: "blank", pack: packs[0]?.key ?? "", zh: "", en: "", key: "", template: "" },
    file: undefined,
  });
  const [wrong, setWrong] = useState<string>();
  const [busy, setBusy] = useState(false);
  const change = (part: Partial<Wish>) => {
    setWrong(undefined);
    setWish({ ...wish, ...part });
  };
  const prefix = packs.find((pack) => pack.key === wish.pack)?.prefix ?? "";
  const key = keyOf(wish, prefix, taken);
  const keyWrong = !isKey(key) ? t("make.keyWrong") : taken.has(key) ? t("make.keyTaken") : undefined;
  const start = async () => {
    if (wish.zh.trim() === "" && wish.way !== "import") return setWrong(t("make.zhEmpty"));
    if (keyWrong !== undefined) return setWrong(keyWrong);
    setBusy(true);
    try {
      const made = await make(wish, key, t);
      if (!made.ok) return setWrong(made.words);
      await saveDraft({ pack: wish.pack, key }, made.content, 0);
      await navigate(`/admin/forms/${encodeURIComponent(wish.pack)}/${encodeURIComponent(key)}`);
    } catch (error) {
      setWrong(sayFailure(error).text);
    } finally {
      setBusy(false);
    }
  };
  return (
    <Modal
      open
      title={t("make.title")}
      onCancel={close}
      okText={t("make.start")}
      confirmLoading={busy}
      onOk={() => void start()}
    >
      <div className="fd-publish">
        {wrong !== undefined && <Alert type="error" showIcon title={wrong} role="alert" />}
        <Segmented<Way>
          aria-label={t("make.way")}
          block
          value={wish.way}
          onChange={(way) => change({ way })}
          options={(["blank", "copy", "import"] as const).map((way) => ({ value: way, label: t(`make.${way}`) }))}
        />
        {wish.way === "copy" && (
          <Row label={t("make.template")}>
            {(id) => (
              <Select
                id={id}
                showSearch={{ optionFilterProp: "label" }}
                value={wish.template === "" ? null : wish.template}
                options={published.map((form) => ({
                  value: `${form.pack}/${form.key}`,
                  label: `${say(form.title)}（${say(form.packTitle)}）`,
                }))}
                onChange={(template) => change({ template: template ?? "" })}
              />
            )}
          </Row>
        )}
        {wish.way === "import" && <FileChoice wish={wish} change={change} refuse={setWrong} />}
        <Row label={t("make.pack")}>
          {(id) => (
            <Select
              id={id}
              value={wish.pack}
              disabled={packs.length < 2}
              options={packs.map((pack) => ({ value: pack.key, label: say(pack.title) }))}
              onChange={(pack) => change({ pack })}
            />
          )}
        </Row>
        <TextRow label={t("make.zh")} value={wish.zh} change={(zh) => change({ zh })} />
        <TextRow label={t("make.en")} value={wish.en} change={(en) => change({ en })} />
        <TextRow
          label={t("make.key")}
          value={wish.key === "" ? key : `${prefix}${wish.key}`}
          hint={t("make.keyHint")}
          error={keyWrong}
          change={(typed) => change({ key: typed.startsWith(prefix) ? typed.slice(prefix.length) : typed })}
        />
      </div>
    </Modal>
  );
}

interface FileChoiceProps {
  readonly wish: Wish;
  readonly change: (part: Partial<Wish>) => void;
  readonly refuse: (words: string) => void;
}

function FileChoice({ wish, change, refuse }: FileChoiceProps) {
  const { t } = useTranslation("form");
  const read = async (file: File) => {
    if (file.size > largestFile) return refuse(t("make.tooLarge"));
    const text = await file.text();
    const known = importedForm(text, { key: "x", zh: "", en: "" }, usualModule);
    if (!known.ok) {
      change({ file: undefined });
      return refuse(t(known.reason === "json" ? "make.badJson" : "make.badShape"));
    }
    const title = known.content["title"] as Record<string, string> | undefined;
    return change({
      file: { name: file.name, text },
      zh: wish.zh || (title?.["zh-CN"] ?? ""),
      en: wish.en || (title?.["en"] ?? ""),
    });
  };
  return (
    <div className="fd-prop">
      <Upload
        accept=".json,application/json"
        showUploadList={false}
        beforeUpload={(file) => {
          void read(file);
          return false;
        }}
      >
        <Button icon={<UploadOutlined aria-hidden />}>{t("make.file")}</Button>
      </Upload>
      <p className="gl-quiet" role="status">
        {wish.file === undefined ? t("make.fileHint") : t("make.fileChosen", { name: wish.file.name })}
      </p>
    </div>
  );
}
