/** One field as the phone shows it: the same widgets and styles as the real form, but for looking only. */
import { useMemo, type ReactNode } from "react";
import type { Form } from "../../../server/contract/types.ts";
import { EnvironmentProvider, type Environment, type FormContext, type Language } from "../../ui/form/environment.tsx";
import { Leaf } from "../../ui/form/leaf.tsx";
import { prepareUiSchema } from "../../ui/form/prepare-ui-schema.ts";
import { choicesOf, isJson, schemaAt, type Json } from "../../ui/form/schema.ts";
import { fillIn, wordsOf } from "../../ui/form/words.ts";
import type { FormContent } from "../model/fields.ts";
import { objectOf, own, textOf } from "../model/json-path.ts";
import "../../ui/controls.css";
import "../../ui/form-view.css";

/** The content as the form's widgets read it. */
export function shownForm(content: FormContent, street: string): Form {
  const part = (name: string) => objectOf(own(content, name)) as Record<string, unknown>;
  return {
    ...{ key: textOf(content["key"]), version: 0, hash: "", street, validatorUrl: "" },
    title: part("title") as unknown as Form["title"],
    ...{ schema: part("schema"), uiSchema: part("uiSchema"), messages: part("messages") },
  };
}

const nothing = () => undefined;
const noRights = { hidden: new Set<string>(), readOnly: new Set<string>() };

export interface Looks {
  readonly form: Form;
  readonly ui: Json;
  readonly language: Language;
}

export function useLooks(form: Form, language: Language): Looks {
  return useMemo(() => ({ form, ui: prepareUiSchema(form, language, noRights), language }), [form, language]);
}

interface AroundProps {
  readonly context: FormContext;
  readonly language: Language;
  readonly children: ReactNode;
}

export function LooksAround({ context, language, children }: AroundProps) {
  const environment = useMemo(
    (): Environment => ({
      ...{ language, context, words: wordsOf(language), idPrefix: "look", nearestPlace: undefined },
      ...{ onPlace: nothing, onGrid: nothing },
    }),
    [language, context],
  );
  return <EnvironmentProvider value={environment}>{children}</EnvironmentProvider>;
}

interface FieldLookProps {
  readonly looks: Looks;
  readonly id: string;
  readonly isRequired: boolean;
  readonly untitled: string;
}

const text = (value: unknown): string => (typeof value === "string" ? value : "");

/** Purpose and sensitivity stand with the help, as they do on the phone. */
function Help({ looks, schema, help }: { readonly looks: Looks; readonly schema: Json; readonly help: string }) {
  const words = wordsOf(looks.language);
  const purpose = text(schema["x-purpose"]);
  const told = purpose !== "" && looks.language === "zh-CN" ? fillIn(words.purpose, { purpose }) : "";
  return (
    <div className="f-help">
      {schema["x-sensitivity"] === "sensitive" && <span className="g-badge yellow">{words.sensitive}</span>}
      {[help, told].filter((each) => each !== "").join(" ")}
    </div>
  );
}

export function FieldLook({ looks, id, isRequired, untitled }: FieldLookProps) {
  const schema = schemaAt(looks.form.schema, [id]) ?? {};
  const ui = isJson(looks.ui[id]) ? looks.ui[id] : {};
  const options = isJson(ui["ui:options"]) ? ui["ui:options"] : {};
  const title = text(ui["ui:title"]) || text(schema["title"]);
  return (
    <div className="f-field" inert>
      <div className="f-label">
        {title === "" ? untitled : title}
        {isRequired && <span className="f-star">*</span>}
      </div>
      <Help looks={looks} schema={schema} help={text(ui["ui:description"])} />
      <Leaf
        name={text(options["leaf"]) || "text"}
        id={`look-${id}`}
        value={undefined}
        onChange={nothing}
        onBlur={nothing}
        title={title}
        required={isRequired}
        readOnly={false}
        invalid={false}
        placeholder={text(ui["ui:placeholder"])}
        options={{ ...options, auto: false }}
        choices={choicesOf(looks.form, [id], looks.language)}
        schema={schema}
      />
    </div>
  );
}
