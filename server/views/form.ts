/** A published form as screens receive it. */
import type { JsonObject } from "../../engine/model/json.ts";
import type { Title } from "../../engine/model/title.ts";
import type { Form, FormSummary } from "../contract/types.ts";

export interface ShownForm {
  readonly key: string;
  readonly version: number;
  readonly hash: string;
  readonly title: Title;
  readonly schema: JsonObject;
  readonly uiSchema: JsonObject;
  readonly messages: JsonObject;
  readonly module?: string;
}

const named = ({ key, version, title, hash }: ShownForm) => ({ key, version, hash, title: { ...title } });

/** @param validatorHash hash of the compiled form: names its ES module */
export const formView = (form: ShownForm, street: string, validatorHash: string): Form => ({
  ...named(form),
  street,
  schema: { ...form.schema },
  uiSchema: { ...form.uiSchema },
  messages: { ...form.messages },
  validatorUrl: `/api/validators/${validatorHash}.js`,
});

export const formSummary = (form: ShownForm): FormSummary => ({
  ...named(form),
  ...(form.module === undefined ? {} : { module: form.module }),
});
