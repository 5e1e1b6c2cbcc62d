/** Adding a community or department, or changing a unit: names in both languages, the unit above, how it is reached. */
import { App, Form, Input, Modal, Segmented, Skeleton, TreeSelect } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type {
  NewUnit,
  Organisation,
  Unit,
  UnitChange,
  UnitChanged,
  UnitDetail,
} from "../../../server/contract/types.ts";
import { say } from "../../app/i18n.ts";
import { Failure } from "../../desk/parts/failure.tsx";
import { unitTree } from "../names.ts";
import { FailureLine } from "../parts/failure-line.tsx";
import { besides, helpAt } from "../parts/help-at.ts";
import { useChange, useUnit } from "../queries.ts";

interface UnitDialogProps {
  readonly organisation: Organisation;
  /** The unit that is changed; absent: one is added. */
  readonly code?: string;
  /** Of a new one the unit above, when it was chosen. */
  readonly above?: string;
  readonly close: () => void;
}

export function UnitDialog({ organisation, code, above = "", close }: UnitDialogProps) {
  if (code === undefined) return <AddForm organisation={organisation} above={above} close={close} />;
  return <Loaded code={code} close={close} />;
}

function Loaded({ code, close }: { readonly code: string; readonly close: () => void }) {
  const { t } = useTranslation("people");
  const unit = useUnit(code);
  if (unit.data !== undefined) return <ChangeForm key={unit.data.revision} detail={unit.data} close={close} />;
  return (
    <Modal open title={t("unitPage.change")} footer={null} onCancel={close}>
      {unit.isError ? <Failure error={unit.error} retry={() => void unit.refetch()} /> : <Skeleton active />}
    </Modal>
  );
}

interface Words {
  readonly zh: string;
  readonly en: string;
  readonly phone: string;
  readonly address: string;
}

const titleOf = ({ zh, en }: Words) => ({ "zh-CN": zh.trim(), en: en.trim() });
const leadOf = ({ phone, address }: Words) => ({
  ...(phone.trim() === "" ? {} : { phone: phone.trim() }),
  ...(address.trim() === "" ? {} : { address: address.trim() }),
});

type Kind = NewUnit["kind"];

function AddForm({ organisation, above, close }: Required<Pick<UnitDialogProps, "organisation" | "above" | "close">>) {
  const { t } = useTranslation("people");
  const { message } = App.useApp();
  const { units } = organisation;
  const begin = units.find((each) => each.unit.code === above);
  const [kind, setKind] = useState<Kind>(begin?.adds[0] ?? "department");
  const parents = units.filter((each) => each.adds.includes(kind));
  const [chosen, setChosen] = useState(above);
  const parent = parents.find((each) => each.unit.code === chosen)?.unit.code ?? parents[0]?.unit.code ?? "";
  const [words, setWords] = useState<Words>({ zh: "", en: "", phone: "", address: "" });
  const [tried, setTried] = useState(false);
  const add = useChange<NewUnit, UnitChanged>(() => "/organisation/units");
  const kinds = (["community", "department"] as const).filter((each) =>
    units.some((other) => other.adds.includes(each)),
  );
  const submit = () => {
    setTried(true);
    if (words.zh.trim() === "" || words.en.trim() === "" || parent === "") return;
    add.mutate(
      { kind, parent, title: titleOf(words), ...leadOf(words) },
      {
        onSuccess: () => {
          void message.success(t("unitPage.added", { unit: words.zh.trim() }));
          close();
        },
      },
    );
  };
  return (
    <Modal
      open
      title={t("unitPage.add")}
      okText={t("unitPage.add")}
      cancelText={t("person.cancel")}
      confirmLoading={add.isPending}
      onOk={submit}
      onCancel={close}
    >
      <Form layout="vertical" component="div">
        <FailureLine error={besides(add.error, fields)} />
        <Form.Item label={t("unitPage.kindLabel")}>
          <Segmented
            aria-label={t("unitPage.kindLabel")}
            value={kind}
            options={kinds.map((each) => ({ value: each, label: t(`unitPage.kind.${each}`) }))}
            onChange={setKind}
          />
        </Form.Item>
        <Parent parents={parents.map((each) => each.unit)} value={parent} change={setChosen} error={add.error} />
        <Fields words={words} change={setWords} tried={tried} error={add.error} />
        <p className="gl-quiet">{t("unitPage.codeHelp")}</p>
      </Form>
    </Modal>
  );
}

function ChangeForm({ detail, close }: { readonly detail: UnitDetail; readonly close: () => void }) {
  const { t } = useTranslation("people");
  const { message } = App.useApp();
  const { unit, phone = "", address = "", revision, parents, mayRename, mayClose } = detail;
  const { "zh-CN": zh, en = "" } = unit.title;
  const [words, setWords] = useState<Words>({ zh, en, phone, address });
  const [parent, setParent] = useState(unit.parent ?? "");
  const [tried, setTried] = useState(false);
  const change = useChange<UnitChange, UnitChanged>(() => `/organisation/units/${unit.code}`);
  const submit = () => {
    setTried(true);
    if (words.zh.trim() === "" || words.en.trim() === "") return;
    change.mutate(
      { revision, title: titleOf(words), ...leadOf(words), ...(parent === "" ? {} : { parent }) },
      {
        onSuccess: () => {
          void message.success(t("person.saved"));
          close();
        },
      },
    );
  };
  return (
    <Modal
      open
      title={t("unitPage.changeTitle", { unit: say(unit.title) })}
      okText={t("person.save")}
      cancelText={t("person.cancel")}
      confirmLoading={change.isPending}
      onOk={submit}
      onCancel={close}
    >
      <Form layout="vertical" component="div">
        <FailureLine error={besides(change.error, fields)} />
        {mayClose && <Parent parents={parents} value={parent} change={setParent} error={change.error} />}
        <Fields words={words} change={setWords} tried={tried} error={change.error} mayRename={mayRename} />
        {!mayRename && <p className="gl-quiet">{t("unitPage.renameHelp")}</p>}
      </Form>
    </Modal>
  );
}

const fields = ["/parent", "/title/zh-CN", "/title/en", "/phone", "/address"];

interface ParentProps {
  readonly parents: readonly Unit[];
  readonly value: string;
  readonly change: (code: string) => void;
  readonly error: unknown;
}

function Parent({ parents, value, change, error }: ParentProps) {
  const { t } = useTranslation("people");
  return (
    <Form.Item label={t("unitPage.parent")} required {...helpAt(error, "/parent")}>
      <TreeSelect
        aria-label={t("unitPage.parent")}
        value={value}
        disabled={parents.length <= 1}
        treeData={unitTree(parents)}
        treeDefaultExpandAll
        showSearch={{ treeNodeFilterProp: "title" }}
        onChange={change}
      />
    </Form.Item>
  );
}

interface FieldsProps {
  readonly words: Words;
  readonly change: (words: Words) => void;
  readonly tried: boolean;
  readonly error: unknown;
  readonly mayRename?: boolean;
}

function Fields({ words, change, tried, error, mayRename = true }: FieldsProps) {
  const { t } = useTranslation("people");
  const missing = (value: string, path: string) =>
    tried && value.trim() === ""
      ? { validateStatus: "error" as const, help: t("unitPage.missing") }
      : helpAt(error, path);
  return (
    <>
      <Form.Item label={t("grid.title")} htmlFor="unit-zh" required {...missing(words.zh, "/title/zh-CN")}>
        <Input
          id="unit-zh"
          maxLength={40}
          showCount
          disabled={!mayRename}
          value={words.zh}
          onChange={(event) => change({ ...words, zh: event.target.value })}
        />
      </Form.Item>
      <Form.Item label={t("grid.titleEn")} htmlFor="unit-en" required {...missing(words.en, "/title/en")}>
        <Input
          id="unit-en"
          maxLength={80}
          showCount
          disabled={!mayRename}
          value={words.en}
          onChange={(event) => change({ ...words, en: event.target.value })}
        />
      </Form.Item>
      <Form.Item label={t("unitPage.phone")} htmlFor="unit-phone" {...helpAt(error, "/phone")}>
        <Input
          id="unit-phone"
          maxLength={30}
          inputMode="tel"
          value={words.phone}
          onChange={(event) => change({ ...words, phone: event.target.value })}
        />
      </Form.Item>
      <Form.Item label={t("unitPage.address")} htmlFor="unit-address" {...helpAt(error, "/address")}>
        <Input
          id="unit-address"
          maxLength={100}
          value={words.address}
          onChange={(event) => change({ ...words, address: event.target.value })}
        />
      </Form.Item>
    </>
  );
}
