/** The properties of what is selected: a field, a section, or the form itself. */
import { Select } from "antd";
import { useTranslation } from "react-i18next";
import { say } from "../../app/i18n.ts";
import { useHome } from "../../desk/parts/queries.ts";
import { fieldOf, sectionsOf } from "../model/fields.ts";
import { getIn, objectsOf, textOf } from "../model/json-path.ts";
import type { Designer } from "../session/use-designer.ts";
import { FieldProperties } from "./field-properties.tsx";
import { Row, TextRow } from "./parts.tsx";
import { RuleList } from "./rule-list.tsx";

export function Properties({ designer }: { readonly designer: Designer }) {
  const { t } = useTranslation("form");
  const { selection, content } = designer;
  const field = selection?.kind === "field" ? fieldOf(content, selection.id) : undefined;
  const heading =
    field !== undefined ? t(`props.title`) : t(selection?.kind === "section" ? "props.section" : "props.form");
  return (
    <section className="fd-properties" aria-label={t("props.title")}>
      <h2>{heading}</h2>
      {field !== undefined && <FieldProperties designer={designer} field={field} />}
      {selection?.kind === "section" && <SectionProperties designer={designer} id={selection.id} />}
      {(selection === undefined || (selection.kind === "field" && field === undefined)) && (
        <FormProperties designer={designer} />
      )}
    </section>
  );
}

function SectionProperties({ designer, id }: { readonly designer: Designer; readonly id: string }) {
  const { t } = useTranslation("form");
  const raw = objectsOf(getIn(designer.content, ["uiSchema", "ui:sections"]));
  const at = raw.findIndex((section) => section["id"] === id);
  const section = sectionsOf(designer.content)[at];
  if (section === undefined) return null;
  // Some forms have the words in one object, others side by side; both stay as they are.
  const isTitle = typeof raw[at]?.["title"] === "object";
  const path = ["uiSchema", "ui:sections", at];
  const set = (name: readonly string[], value: string) =>
    designer.edit({ type: "set", path: [...path, ...name], value });
  return (
    <>
      <TextRow
        label={t("props.zh")}
        value={section.zh}
        change={(value) => set(isTitle ? ["title", "zh-CN"] : ["title"], value)}
      />
      <TextRow
        label={t("props.en")}
        value={section.en}
        change={(value) => set(isTitle ? ["title", "en"] : ["title_en"], value)}
      />
    </>
  );
}

function FormProperties({ designer }: { readonly designer: Designer }) {
  const { t } = useTranslation("form");
  const { content, edit, name } = designer;
  const home = useHome();
  const tiles = (home.data?.tiles ?? []).filter(
    (tile) => tile.enabled && (tile.form !== undefined || tile.opens?.startsWith("/m/forms/") === true),
  );
  const module = textOf(content["module"]);
  const known = tiles.map((tile) => ({ value: tile.key, label: say(tile.title) }));
  const options = [
    { value: "", label: t("props.moduleNone") },
    ...known,
    ...(module === "" || known.some(({ value }) => value === module) ? [] : [{ value: module, label: module }]),
  ];
  const zh = textOf(getIn(content, ["title", "zh-CN"]));
  return (
    <>
      <TextRow
        label={t("make.zh")}
        value={zh}
        error={zh.trim() === "" ? t("make.zhEmpty") : undefined}
        change={(value) => edit({ type: "set", path: ["title", "zh-CN"], value })}
      />
      <TextRow
        label={t("make.en")}
        value={textOf(getIn(content, ["title", "en"]))}
        change={(value) => edit({ type: "set", path: ["title", "en"], value })}
      />
      <TextRow label={t("props.key")} value={name.key} disabled change={() => undefined} />
      <Row label={t("props.module")} hint={t("props.moduleHint")}>
        {(id, describedBy) => (
          <Select
            id={id}
            aria-describedby={describedBy}
            value={module}
            options={options}
            onChange={(value) => edit({ type: "set", path: ["module"], value: value === "" ? undefined : value })}
          />
        )}
      </Row>
      <p className="gl-quiet">{t("props.addFields")}</p>
      <RuleList designer={designer} />
    </>
  );
}
