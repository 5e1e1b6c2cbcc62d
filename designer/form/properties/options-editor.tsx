/** The options of a choice: code, Chinese and English. A code that was published stays as it is. */
import { ArrowUpOutlined, DeleteOutlined, PlusOutlined } from "@ant-design/icons";
import { Button, Input } from "antd";
import { useTranslation } from "react-i18next";
import { optionsOf, type Field, type Option } from "../model/fields.ts";
import { wordOf } from "../model/json-path.ts";
import { freeKey } from "../model/keys.ts";
import type { Designer } from "../session/use-designer.ts";

interface OptionsEditorProps {
  readonly designer: Designer;
  readonly field: Field;
  readonly publishedCodes: ReadonlySet<string>;
}

export function OptionsEditor({ designer, field, publishedCodes }: OptionsEditorProps) {
  const { t } = useTranslation("form");
  const options = optionsOf(designer.content, field);
  const set = (next: readonly Option[]) => designer.edit({ type: "setOptions", id: field.id, options: next });
  const change = (at: number, part: Partial<Option>) =>
    set(options.map((option, index) => (index === at ? { ...option, ...part } : option)));
  const add = () => {
    const code = freeKey("option1", new Set(options.map((option) => wordOf(option.code))));
    set([...options, { code, zh: t("props.newOption", { n: options.length + 1 }), en: "" }]);
  };
  return (
    <fieldset className="fd-list">
      <legend>{t("props.options")}</legend>
      <div className="fd-option fd-option-head" aria-hidden>
        <span>{t("props.optionZh")}</span>
        <span>{t("props.optionEn")}</span>
        <span>{t("props.optionCode")}</span>
      </div>
      {options.map((option, at) => {
        const name = option.zh || wordOf(option.code);
        return (
          // Two options may be called the same while somebody types.
          <div key={String(at)} className="fd-option">
            <Input
              aria-label={`${t("props.optionZh")} ${at + 1}`}
              value={option.zh}
              onChange={(event) => change(at, { zh: event.target.value })}
            />
            <Input
              aria-label={`${t("props.optionEn")} ${at + 1}`}
              value={option.en}
              onChange={(event) => change(at, { en: event.target.value })}
            />
            <Input
              aria-label={`${t("props.optionCode")} ${at + 1}`}
              value={wordOf(option.code)}
              disabled={publishedCodes.has(wordOf(option.code)) || typeof option.code !== "string"}
              onChange={(event) => change(at, { code: event.target.value.trim() })}
            />
            <Button
              size="small"
              type="text"
              icon={<ArrowUpOutlined aria-hidden />}
              disabled={at === 0}
              aria-label={t("props.optionUp", { name })}
              onClick={() => set(options.toSpliced(at, 1).toSpliced(at - 1, 0, option))}
            />
            <Button
              size="small"
              type="text"
              icon={<DeleteOutlined aria-hidden />}
              aria-label={t("props.removeOption", { name })}
              onClick={() => set(options.toSpliced(at, 1))}
            />
          </div>
        );
      })}
      <Button size="small" icon={<PlusOutlined aria-hidden />} onClick={add}>
        {t("props.addOption")}
      </Button>
    </fieldset>
  );
}
