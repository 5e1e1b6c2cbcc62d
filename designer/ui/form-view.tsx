/**
 * A form as people fill it in. The only user of rjsf: rjsf walks the schema (branches, lists, defaults), everything one sees is ours and
 * light. No ajv in the bundle, no changed schema, rjsf's default update strategy (forms.md §5.2).
 */
import RjsfForm from "@rjsf/core/lib/components/Form.js";
import type {
  ArrayFieldItemTemplateProps,
  ArrayFieldTemplateProps,
  FieldProps,
  FieldTemplateProps,
  ObjectFieldTemplateProps,
} from "@rjsf/utils";
import type { ReactNode } from "react";
import { useEnvironment, useFieldError, type FormData } from "./form/environment.tsx";
import { FormFrame } from "./form/form-frame.tsx";
import type { FormViewProps } from "./form/form-props.ts";
import { isLabelled, Leaf } from "./form/leaf.tsx";
import { isJson, type Json } from "./form/schema.ts";
import { noDefaults } from "./form/shadow.ts";
import { fillIn } from "./form/words.ts";
import { Icon } from "./icons.tsx";
import "./controls.css";
import "./form-view.css";

const leafOf = (uiSchema: unknown): string | undefined => {
  const options = isJson(uiSchema) ? uiSchema["ui:options"] : undefined;
  const name = isJson(options) ? options["leaf"] : undefined;
  return typeof name === "string" ? name : undefined;
};

const enumNamesOf = (uiSchema: unknown): readonly unknown[] => {
  const names = isJson(uiSchema) ? uiSchema["ui:enumNames"] : undefined;
  return Array.isArray(names) ? (names as unknown[]) : [];
};

/** Every single value of a form, whatever its type. */
function LeafField(props: FieldProps) {
  const { fieldPathId, schema, uiSchema } = props;
  const id = fieldPathId.$id;
  const error = useFieldError(id, true);
  const name = leafOf(uiSchema) ?? "text";
  const codes: unknown = schema.enum ?? (isJson(schema.items) ? schema.items["enum"] : undefined);
  const names = enumNamesOf(uiSchema);
  const options = (uiSchema?.["ui:options"] ?? {}) as Json;
  return (
    <Leaf
      name={name}
      id={id}
      value={props.formData}
      onChange={(value) => props.onChange(value, fieldPathId.path)}
      onBlur={() => props.onBlur(id, props.formData)}
      title={uiSchema?.["ui:title"] ?? schema.title ?? ""}
      required={props.required === true}
      readOnly={props.readonly === true || props.disabled === true}
      invalid={error !== undefined}
      placeholder={uiSchema?.["ui:placeholder"] ?? ""}
      options={options}
      choices={(Array.isArray(codes) ? (codes as unknown[]) : []).map((value, at) => ({
        value,
        label: String(names[at] ?? value),
      }))}
      schema={schema}
    />
  );
}

function Title({ props, name }: { readonly props: FieldTemplateProps; readonly name: string }) {
  const { words } = useEnvironment();
  const content = (
    <>
      {props.label}
      {props.required && !props.readonly && (
        <>
          <span className="f-star" aria-hidden="true">
            *
          </span>
          <span className="only-read-aloud">{words.required}</span>
        </>
      )}
    </>
  );
  if (isLabelled(name))
    return (
      <label htmlFor={props.id} id={`${props.id}-title`} className="f-label">
        {content}
      </label>
    );
  return (
    <div id={`${props.id}-title`} className="f-label">
      {content}
    </div>
  );
}

/** What to write, and for personal things what they are needed for (PIPL: purpose said when collected). */
function Help({ props }: { readonly props: FieldTemplateProps }) {
  const { words, language } = useEnvironment();
  const purpose: unknown = (props.schema as Json)["x-purpose"];
  const isSensitive = (props.schema as Json)["x-sensitivity"] === "sensitive";
  const shown = typeof purpose === "string" && language === "zh-CN" ? fillIn(words.purpose, { purpose }) : "";
  return (
    <div id={`${props.id}-help`} className="f-help">
      {isSensitive && <span className="g-badge yellow">{words.sensitive}</span>}
      {[props.rawDescription ?? "", shown].filter((text) => text !== "").join(" ")}
    </div>
  );
}

/** Title, help, the value, and its error in words. */
function FieldFrame(props: FieldTemplateProps) {
  const name = leafOf(props.uiSchema);
  const error = useFieldError(props.id, name !== undefined);
  if (props.hidden) return null;
  if (props.fieldPathId.path.length === 0) return <>{props.children}</>;
  return (
    <div className={`f-field${error === undefined ? "" : " wrong"}`} id={`${props.id}-field`} data-widget={name}>
      {name !== undefined && <Title props={props} name={name} />}
      {name !== undefined && <Help props={props} />}
      {props.children}
      <p id={`${props.id}-error`} className="f-error" aria-live="polite">
        {error !== undefined && <Icon name="warning" size={18} />}
        {error}
      </p>
    </div>
  );
}

interface Section {
  readonly title: string;
  readonly fields: readonly string[];
}

/** Sections of a long form, as its uiSchema lists them; what no section names comes last. */
function sectionsOf(uiSchema: unknown, names: readonly string[], english: boolean): readonly Section[] {
  const listed = isJson(uiSchema) ? uiSchema["ui:sections"] : undefined;
  if (!Array.isArray(listed)) return [{ title: "", fields: names }];
  const sections = listed.filter(isJson).map((one) => ({
    title: sectionTitle(one, english),
    fields: Array.isArray(one["fields"]) ? one["fields"].map(String) : [],
  }));
  const named = new Set(sections.flatMap((one) => one.fields));
  const rest = names.filter((name) => !named.has(name));
  return rest.length === 0 ? sections : [...sections, { title: "", fields: rest }];
}

function sectionTitle(section: Json, english: boolean): string {
  const { title } = section;
  const said = isJson(title) ? title : { "zh-CN": title, en: section["title_en"] };
  const text = (english ? said["en"] : undefined) ?? said["zh-CN"];
  return typeof text === "string" ? text : "";
}

function ObjectFrame(props: ObjectFieldTemplateProps) {
  const { language } = useEnvironment();
  const byName = new Map(props.properties.filter((one) => !one.hidden).map((one) => [one.name, one.content]));
  const sections = sectionsOf(props.uiSchema, [...byName.keys()], language === "en").map((section) => ({
    ...section,
    content: section.fields.filter((name) => byName.has(name)).map((name) => byName.get(name)),
  }));
  const body = sections
    .filter((section) => section.content.length > 0)
    .map((section) => (
      <section key={section.title} className="f-section">
        {section.title !== "" && <h3 className="f-heading">{section.title}</h3>}
        {section.content}
      </section>
    ));
  const isInner = props.fieldPathId.path.length > 0;
  if (!isInner || props.title === "") return <div className={isInner ? "f-inner" : "f-root"}>{body}</div>;
  return (
    <fieldset className="f-fieldset">
      <legend>{props.title}</legend>
      {props.description !== undefined && <p className="f-help">{props.description}</p>}
      {body}
    </fieldset>
  );
}

function ListFrame(props: ArrayFieldTemplateProps) {
  const { words } = useEnvironment();
  return (
    <fieldset className="f-fieldset" id={props.fieldPathId.$id}>
      <legend>{props.title}</legend>
      <div className="f-list">{props.items}</div>
      {props.canAdd === true && props.readonly !== true && (
        <button type="button" className="g-button wide" onClick={props.onAddClick}>
          <Icon name="plus" size={20} />
          {words.add}
        </button>
      )}
    </fieldset>
  );
}

function ListItemFrame(props: ArrayFieldItemTemplateProps) {
  const { words } = useEnvironment();
  const { hasRemove, onRemoveItem } = props.buttonsProps;
  return (
    <section className="f-list-item" aria-label={fillIn(words.item, { n: props.index + 1 })}>
      <header>
        <strong>{fillIn(words.item, { n: props.index + 1 })}</strong>
        {hasRemove && props.readonly !== true && (
          <button type="button" className="g-button quiet small" onClick={onRemoveItem}>
            <Icon name="trash" size={18} />
            {words.remove}
          </button>
        )}
      </header>
      {props.children}
    </section>
  );
}

const fields = { leaf: LeafField, StringField: LeafField, NumberField: LeafField, BooleanField: LeafField };
const templates = {
  FieldTemplate: FieldFrame,
  ObjectFieldTemplate: ObjectFrame,
  ArrayFieldTemplate: ListFrame,
  ArrayFieldItemTemplate: ListItemFrame,
};
/**
 * `form` from the contract, `data` and `onChange` controlled by the page. `onSubmit` gets only what the validator accepts, with the
 * submission's id; it may reject, the filled form stays. Nothing here needs antd.
 */
export function FormView(props: FormViewProps) {
  return (
    <FormFrame {...props}>
      {(drawing, end: ReactNode) => (
        <RjsfForm
          schema={props.form.schema}
          uiSchema={drawing.uiSchema}
          validator={drawing.validator}
          formData={props.data}
          fields={fields}
          templates={templates}
          idPrefix={drawing.idPrefix}
          idSeparator="-"
          readonly={props.readOnly === true}
          noValidate
          noHtml5Validate
          showErrorList={false}
          experimental_defaultFormStateBehavior={noDefaults}
          onChange={(event) => drawing.onChange((event.formData ?? {}) as FormData)}
          onBlur={(id) => drawing.onBlur(id)}
          onSubmit={() => drawing.onSubmit()}
          {...(props.formId === undefined ? {} : { id: props.formId })}
        >
          {end}
        </RjsfForm>
      )}
    </FormFrame>
  );
}
