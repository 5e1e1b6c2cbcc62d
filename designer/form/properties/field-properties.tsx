/** What a field is called, what it takes how it looks and when: four tabs. */
import { Select, Switch, Tabs } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Json } from "../../../engine/model/json.ts";
import { kindOf } from "../model/field-kinds.ts";
import { codesPath, englishOf, fieldOf, keysOf, schemaPath, sectionsOf, type Field } from "../model/fields.ts";
import { getIn, textOf, type Path } from "../model/json-path.ts";
import { freeKey, isMadeKey, keyFromWords } from "../model/keys.ts";
import { rulesAbout } from "../model/rules.ts";
import type { Designer } from "../session/use-designer.ts";
import { ChecksEditor } from "./checks-editor.tsx";
import { KeyRow } from "./key-row.tsx";
import { OptionsEditor } from "./options-editor.tsx";
import { NewName, NumberRow, Row, TextRow } from "./parts.tsx";
import { RuleEditor } from "./rule-editor.tsx";

interface FieldPropertiesProps {
  readonly designer: Designer;
  readonly field: Field;
}

/** Writes attributes of the field's schema and of its uiSchema. */
function useSetters({ designer, field }: FieldPropertiesProps) {
  const { edit } = designer;
  const set = (path: Path, value: Json | undefined) => edit({ type: "set", path, value });
  return {
    schema: (name: string, value: Json | undefined) => set([...schemaPath(field), name], value),
    ui: (path: Path, value: Json | undefined) => set(["uiSchema", field.id, ...path], value),
    english: (name: "title" | "help" | "placeholder", value: string) =>
      edit({ type: "setEnglish", id: field.id, name, value }),
  };
}

const orNothing = (text: string): string | undefined => (text === "" ? undefined : text);

export function FieldProperties({ designer, field }: FieldPropertiesProps) {
  const { t } = useTranslation("form");
  // The tab belongs to the field: it stays while the field moves into a branch, and another field begins with its name.
  const [tab, setTab] = useState({ of: field.id, key: "basic" });
  return (
    <Tabs
      size="small"
      activeKey={tab.of === field.id ? tab.key : "basic"}
      onChange={(key) => setTab({ of: field.id, key })}
      items={[
        { key: "basic", label: t("props.basic"), children: <Basic designer={designer} field={field} /> },
        { key: "check", label: t("props.check"), children: <Checks designer={designer} field={field} /> },
        { key: "show", label: t("props.show"), children: <Display designer={designer} field={field} /> },
        { key: "rules", label: t("rules.tab"), children: <RuleEditor designer={designer} field={field} /> },
      ]}
    />
  );
}

/** A key that nobody chose follows the English label, as long as it was never published. */
function renameByWords(designer: Designer, field: Field): void {
  const { content, publishedKeys, edit, select } = designer;
  if (publishedKeys.has(field.id) || !isMadeKey(field.id, kindOf(field))) return;
  const key = keyFromWords(textOf(englishOf(content, field.id)["title"]));
  if (key === "" || key === field.id) return;
  const to = freeKey(key, keysOf(content));
  edit({ type: "rename", id: field.id, to });
  select({ kind: "field", id: to });
}

function Basic({ designer, field }: FieldPropertiesProps) {
  const { t } = useTranslation("form");
  const set = useSetters({ designer, field });
  const english = englishOf(designer.content, field.id);
  const title = textOf(field.schema["title"]);
  const published = designer.publishedOptions(field.id);
  const byRule = rulesAbout(designer.content, field.id, "requires").length > 0;
  const requiredHint = byRule
    ? t("rules.alsoRequired")
    : field.isConditional
      ? t("rules.requiredWhenShown")
      : undefined;
  return (
    <>
      <NewName key={`name of ${field.id}`} isNew={designer.selection?.isNew === true}>
        <TextRow
          label={t("props.zh")}
          value={title}
          change={(value) => set.schema("title", value)}
          error={title.trim() === "" ? t("make.zhEmpty") : undefined}
        />
      </NewName>
      <TextRow
        label={t("props.en")}
        value={textOf(english["title"])}
        change={(value) => set.english("title", value)}
        left={() => renameByWords(designer, field)}
      />
      <KeyRow
        key={field.id}
        value={field.id}
        taken={keysOf(designer.content)}
        isFixed={designer.publishedKeys.has(field.id)}
        change={(to) => {
          designer.edit({ type: "rename", id: field.id, to });
          designer.select({ kind: "field", id: to });
        }}
      />
      <Row label={t("props.required")} hint={requiredHint}>
        {(id, describedBy) => (
          <Switch
            id={id}
            aria-describedby={describedBy}
            checked={field.isRequired}
            onChange={(value) => designer.edit({ type: "setRequired", id: field.id, value })}
          />
        )}
      </Row>
      {codesPath(field) !== undefined && <OptionsEditor designer={designer} field={field} publishedCodes={published} />}
      {kindOf(field) === "checklist" && <ChecksEditor designer={designer} field={field} />}
      <TextRow
        long
        label={t("props.help")}
        value={textOf(field.ui["ui:help"])}
        change={(value) => set.ui(["ui:help"], orNothing(value))}
      />
      <TextRow
        long
        label={t("props.helpEn")}
        value={textOf(english["help"])}
        change={(value) => set.english("help", value)}
      />
      {kindOf(field) === "other" && <p className="gl-quiet">{t("props.fromFile")}</p>}
    </>
  );
}

const limitsOf: Readonly<Record<string, readonly string[]>> = {
  text: ["minLength", "maxLength"],
  longText: ["minLength", "maxLength"],
  number: ["minimum", "maximum"],
  integer: ["minimum", "maximum"],
  photos: ["minItems", "maxItems"],
  several: ["minItems", "maxItems"],
};

function Checks({ designer, field }: FieldPropertiesProps) {
  const { t } = useTranslation("form");
  const set = useSetters({ designer, field });
  const kind = kindOf(field);
  const limits = limitsOf[kind] ?? [];
  return (
    <>
      {limits.length === 0 && <p className="gl-quiet">{t("props.noLimits")}</p>}
      {limits.map((name) => (
        <NumberRow
          key={name}
          label={t(`props.${name}`)}
          value={field.schema[name]}
          whole={kind !== "number"}
          {...(kind === "number" || kind === "integer" ? {} : { least: 0 })}
          change={(value) => set.schema(name, value)}
        />
      ))}
      <Privacy designer={designer} field={field} />
    </>
  );
}

function Privacy({ designer, field }: FieldPropertiesProps) {
  const { t } = useTranslation("form");
  const set = useSetters({ designer, field });
  const level = textOf(field.schema["x-sensitivity"]);
  return (
    <>
      <Row label={t("props.privacy")}>
        {(id) => (
          <Select
            id={id}
            value={level}
            options={[
              { value: "", label: t("props.privacyNone") },
              { value: "personal", label: t("props.privacyPersonal") },
              { value: "sensitive", label: t("props.privacySensitive") },
            ]}
            onChange={(value) => set.schema("x-sensitivity", orNothing(value))}
          />
        )}
      </Row>
      {level !== "" && (
        <TextRow
          long
          label={t("props.purpose")}
          value={textOf(field.schema["x-purpose"])}
          change={(value) => set.schema("x-purpose", orNothing(value))}
        />
      )}
    </>
  );
}

const stylesOf: Readonly<Record<string, readonly string[]>> = {
  text: ["text", "textarea"],
  longText: ["text", "textarea"],
  single: ["radio", "segmented", "select"],
  select: ["radio", "segmented", "select"],
};

const typed = new Set(["text", "longText", "number", "integer", "phone", "idNumber"]);

function Display({ designer, field }: FieldPropertiesProps) {
  const { t } = useTranslation("form");
  const set = useSetters({ designer, field });
  const kind = kindOf(field);
  const english = englishOf(designer.content, field.id);
  const styles = stylesOf[kind] ?? [];
  const isNumber = kind === "number" || kind === "integer";
  return (
    <>
      {styles.length > 0 && (
        <Row label={t("props.widget")}>
          {(id) => (
            <Select
              id={id}
              value={
                textOf(field.ui["ui:widget"]) || (kind === "text" ? "text" : kind === "longText" ? "textarea" : "radio")
              }
              options={styles.map((value) => ({ value, label: t(`props.style.${value}`) }))}
              onChange={(value) => set.ui(["ui:widget"], value)}
            />
          )}
        </Row>
      )}
      {typed.has(kind) && (
        <>
          <TextRow
            label={t("props.placeholder")}
            value={textOf(field.ui["ui:placeholder"])}
            change={(value) => set.ui(["ui:placeholder"], orNothing(value))}
          />
          <TextRow
            label={t("props.placeholderEn")}
            value={textOf(english["placeholder"])}
            change={(value) => set.english("placeholder", value)}
          />
        </>
      )}
      {isNumber && (
        <TextRow
          label={t("props.suffix")}
          value={textOf(getIn(field.ui, ["ui:options", "suffix"]))}
          change={(value) => set.ui(["ui:options", "suffix"], orNothing(value))}
        />
      )}
      <SectionRow designer={designer} field={field} />
    </>
  );
}

function SectionRow({ designer, field }: FieldPropertiesProps) {
  const { t } = useTranslation("form");
  const sections = sectionsOf(designer.content);
  if (sections.length === 0) return null;
  return (
    <Row label={t("props.inSection")}>
      {(id) => (
        <Select
          id={id}
          value={field.section ?? null}
          options={sections.map((section) => ({ value: section.id, label: section.zh }))}
          onChange={(section) => {
            if (section !== null && fieldOf(designer.content, field.id) !== undefined)
              designer.edit({ type: "move", id: field.id, spot: { section } });
          }}
        />
      )}
    </Row>
  );
}
