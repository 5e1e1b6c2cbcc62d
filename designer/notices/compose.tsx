/** 发公告: what, to which units and roles, and whether everybody confirms it. What is typed stays until it is sent. */
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Alert, App, Button, Checkbox, Drawer, Input, Select, Skeleton, TreeSelect } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Announcement, AnnouncementChoices } from "../../server/contract/types.ts";
import { api } from "../app/api.ts";
import { currentLanguage, say } from "../app/i18n.ts";
import { Failure } from "../desk/parts/failure.tsx";
import { uuidv7 } from "../ui/uuid.ts";
import { Field } from "./field.tsx";
import { FilesField, type ChosenFile } from "./files-field.tsx";
import { useAudience, useChoices } from "./queries.ts";
import { SmallFailure } from "./small-failure.tsx";

interface ComposeProps {
  readonly open: boolean;
  readonly close: () => void;
  readonly sent: () => void;
}

interface Writing {
  /** Made with the text: sending again after a broken line is the same announcement. */
  readonly id: string;
  readonly unit: string;
  readonly title: string;
  readonly body: string;
  readonly units: readonly string[];
  readonly roles: readonly string[];
  readonly confirm: boolean;
  readonly urgent: boolean;
  readonly files: readonly ChosenFile[];
}

const blank = (): Writing => ({
  ...{ id: uuidv7(), unit: "", title: "", body: "", units: [], roles: [], confirm: true, urgent: false },
  files: [],
});

export function Compose({ open, close, sent }: ComposeProps) {
  const { t } = useTranslation("notices");
  const { message } = App.useApp();
  const queries = useQueryClient();
  const choices = useChoices();
  const [writing, setWriting] = useState(blank);
  const unit = writing.unit === "" ? (choices.data?.from[0]?.code ?? "") : writing.unit;
  const send = useMutation({
    mutationFn: () =>
      api.post<Announcement>("/announcements", { ...writing, unit, files: writing.files.map(({ id }) => id) }),
    onSuccess: async ({ receivers }) => {
      void message.success(t("form.sent", { count: receivers }));
      setWriting(blank());
      close();
      sent();
      await queries.invalidateQueries({ queryKey: ["notices"] });
    },
  });
  const isWhole =
    writing.title.trim().length >= 2 &&
    writing.body.trim().length >= 2 &&
    writing.units.length * writing.roles.length > 0;
  const footer = (
    <div className="gn-foot">
      <Button onClick={close}>{t("cancel")}</Button>
      <Button type="primary" disabled={!isWhole} loading={send.isPending} onClick={() => send.mutate()}>
        {t("form.send")}
      </Button>
    </div>
  );
  return (
    <Drawer open={open} onClose={close} size={560} title={t("form.title")} footer={footer} className="gn-drawer">
      {choices.isPending && <Skeleton active paragraph={{ rows: 8 }} />}
      {choices.isError && <Failure error={choices.error} retry={() => void choices.refetch()} />}
      {choices.isSuccess && (
        <Fields
          writing={{ ...writing, unit }}
          choices={choices.data}
          set={(more) => setWriting({ ...writing, ...more })}
        />
      )}
      {send.isError && <SmallFailure error={send.error} />}
    </Drawer>
  );
}

interface FieldsProps {
  readonly writing: Writing;
  readonly choices: AnnouncementChoices;
  readonly set: (more: Partial<Writing>) => void;
}

function Fields({ writing, choices, set }: FieldsProps) {
  const { t } = useTranslation("notices");
  return (
    <div className="gn-form">
      {choices.from.length > 1 && (
        <Field label={t("form.from")}>
          {(id) => (
            <Select
              id={id}
              value={writing.unit}
              options={choices.from.map(({ code, title }) => ({ value: code, label: say(title) }))}
              onChange={(unit: string) => set({ unit })}
            />
          )}
        </Field>
      )}
      <Field label={t("form.heading")} hint={t("form.headingHint")}>
        {(id) => (
          <Input
            id={id}
            value={writing.title}
            maxLength={100}
            onChange={({ target }) => set({ title: target.value })}
          />
        )}
      </Field>
      <Field label={t("form.body")} hint={t("form.bodyHint")}>
        {(id) => (
          <Input.TextArea
            id={id}
            value={writing.body}
            maxLength={2000}
            autoSize={{ minRows: 5, maxRows: 12 }}
            onChange={({ target }) => set({ body: target.value })}
          />
        )}
      </Field>
      <FilesField files={writing.files} choose={(files) => set({ files })} />
      <Field label={t("form.units")} hint={t("form.unitsHint")}>
        {(id) => <UnitChoice id={id} units={choices.units} chosen={writing.units} choose={(units) => set({ units })} />}
      </Field>
      <fieldset className="gn-roles">
        <legend>{t("form.roles")}</legend>
        <Checkbox.Group
          value={[...writing.roles]}
          options={choices.roles.map(({ key, title }) => ({ value: key, label: say(title) }))}
          onChange={(roles) => set({ roles })}
        />
      </fieldset>
      <Reach units={writing.units} roles={writing.roles} />
      <Checkbox checked={writing.confirm} onChange={({ target }) => set({ confirm: target.checked })}>
        {t("form.confirm")}
      </Checkbox>
      <Checkbox checked={writing.urgent} onChange={({ target }) => set({ urgent: target.checked })}>
        {t("form.urgent")}
      </Checkbox>
    </div>
  );
}

interface UnitChoiceProps {
  readonly id: string;
  readonly units: AnnouncementChoices["units"];
  readonly chosen: readonly string[];
  readonly choose: (units: readonly string[]) => void;
}

function UnitChoice({ id, units, chosen, choose }: UnitChoiceProps) {
  const nodes = units.map(({ code, parent, title }) => ({
    id: code,
    value: code,
    pId: parent ?? "",
    title: say(title),
  }));
  return (
    <TreeSelect
      id={id}
      value={[...chosen]}
      treeData={nodes}
      treeDataSimpleMode={{ id: "id", pId: "pId", rootPId: "" }}
      treeCheckable
      showCheckedStrategy={TreeSelect.SHOW_PARENT}
      showSearch={{ treeNodeFilterProp: "title" }}
      treeDefaultExpandedKeys={units.filter((unit) => unit.parent === undefined).map((unit) => unit.code)}
      onChange={(units_: readonly string[]) => choose(units_)}
    />
  );
}

/** How many people it reaches, before it is sent. */
function Reach({ units, roles }: { readonly units: readonly string[]; readonly roles: readonly string[] }) {
  const { t } = useTranslation("notices");
  const audience = useAudience(units, roles);
  if (units.length === 0 || roles.length === 0) return <p className="gn-hint">{t("form.choose")}</p>;
  if (audience.isError) return <SmallFailure error={audience.error} />;
  if (audience.data === undefined) return <p className="gn-hint">…</p>;
  const { people, emptyRoles } = audience.data;
  if (people === 0) return <Alert type="warning" showIcon title={t("form.nobody")} />;
  const empty = emptyRoles.map(say).join(currentLanguage() === "en" ? ", " : "、");
  return (
    <Alert
      type={empty === "" ? "info" : "warning"}
      showIcon
      title={t("form.people", { count: people })}
      description={empty === "" ? undefined : t("form.emptyRole", { roles: empty })}
    />
  );
}
