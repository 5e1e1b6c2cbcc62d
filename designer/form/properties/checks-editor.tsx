/** The items of a checklist, and the case that a problem of each opens. */
import { ArrowUpOutlined, DeleteOutlined, PlusOutlined } from "@ant-design/icons";
import { Button, Input, Select } from "antd";
import { useTranslation } from "react-i18next";
import { say } from "../../app/i18n.ts";
import { useWorkStreet } from "../../desk/frame/street-scope.tsx";
import { useMatters } from "../../desk/parts/queries.ts";
import type { Check } from "../model/edit.ts";
import { englishOf, type Field } from "../model/fields.ts";
import { getIn, objectOf, objectsOf, own, textOf } from "../model/json-path.ts";
import { freeKey } from "../model/keys.ts";
import type { Designer } from "../session/use-designer.ts";

function checksOf(designer: Designer, field: Field): readonly Check[] {
  const english = objectOf(englishOf(designer.content, field.id)["options"]);
  const items = objectsOf(getIn(field.ui, ["ui:options", "items"]));
  return items.map((item) => {
    const id = textOf(item["id"]);
    return {
      id,
      zh: textOf(item["title"]),
      en: textOf(own(english, id)),
      group: textOf(item["group"]),
      raises: textOf(item["raises"]),
    };
  });
}

export function ChecksEditor({ designer, field }: { readonly designer: Designer; readonly field: Field }) {
  const { t } = useTranslation("form");
  const checks = checksOf(designer, field);
  const groups = objectsOf(getIn(field.ui, ["ui:options", "groups"]));
  const matters = (useMatters(useWorkStreet()).data ?? []).map((matter) => ({
    value: matter.key,
    label: t("rules.raisesMatter", { matter: say(matter.title) }),
  }));
  const set = (next: readonly Check[]) => designer.edit({ type: "setChecks", id: field.id, checks: next });
  const change = (at: number, part: Partial<Check>) =>
    set(checks.map((check, index) => (index === at ? { ...check, ...part } : check)));
  const add = () => {
    const id = freeKey("item1", new Set(checks.map((check) => check.id)));
    const group = checks.at(-1)?.group ?? textOf(groups[0]?.["key"]);
    set([...checks, { id, zh: t("props.newCheck", { n: checks.length + 1 }), en: "", group, raises: "" }]);
  };
  return (
    <fieldset className="fd-list">
      <legend>{t("props.checks")}</legend>
      {checks.map((check, at) => (
        <div key={check.id} className="fd-option fd-check">
          <Input
            aria-label={`${t("props.checkZh")} ${at + 1}`}
            value={check.zh}
            onChange={(event) => change(at, { zh: event.target.value })}
          />
          <Input
            aria-label={`${t("props.optionEn")} ${at + 1}`}
            placeholder={t("props.optionEn")}
            value={check.en}
            onChange={(event) => change(at, { en: event.target.value })}
          />
          <Button
            size="small"
            type="text"
            icon={<ArrowUpOutlined aria-hidden />}
            disabled={at === 0}
            aria-label={t("props.optionUp", { name: check.zh })}
            onClick={() => set(checks.toSpliced(at, 1).toSpliced(at - 1, 0, check))}
          />
          <Button
            size="small"
            type="text"
            icon={<DeleteOutlined aria-hidden />}
            disabled={checks.length === 1}
            aria-label={t("props.removeOption", { name: check.zh })}
            onClick={() => set(checks.toSpliced(at, 1))}
          />
          <Select
            className="fd-raises"
            size="small"
            showSearch
            optionFilterProp="label"
            aria-label={t("rules.raisesFor", { name: check.zh })}
            value={check.raises}
            options={[{ value: "", label: t("rules.raisesNothing") }, ...matters]}
            onChange={(raises) => change(at, { raises })}
          />
        </div>
      ))}
      <Button size="small" icon={<PlusOutlined aria-hidden />} onClick={add}>
        {t("props.addCheck")}
      </Button>
    </fieldset>
  );
}
