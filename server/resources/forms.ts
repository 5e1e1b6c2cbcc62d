/** Forms in force in a street, their published versions, their types and their compiled validators. */
import type { Container } from "../container.ts";
import type { Form } from "../contract/types.ts";
import { formTypes } from "../forms/form-types.ts";
import { runtimeChunk } from "../forms/module-text.ts";
import type { Handlers } from "../http/call.ts";
import { answer, Content, notFound } from "../http/outcome.ts";
import type { PublishedForm } from "../runtime/catalogue-type.ts";
import { formSummary, formView } from "../views/form.ts";
import { streetFor } from "./street.ts";

const forEver = { "Cache-Control": "public, max-age=31536000, immutable" };

async function shown({ catalogue }: Container, form: PublishedForm, street: string): Promise<Form> {
  return formView(form, street, (await catalogue.compiled(form)).hash);
}

type Mine = Pick<Handlers, "forms" | "form" | "form.version" | "form.types" | "validator">;

export function forms(container: Container): Mine {
  const { catalogue } = container;
  return {
    forms: async ({ principal, query }) => {
      const street = streetFor(container, principal, query.street);
      return street === undefined ? notFound() : answer(catalogue.forms(street).map(formSummary));
    },

    form: async ({ principal, params, query }) => {
      const street = streetFor(container, principal, query.street);
      const form = street === undefined ? undefined : await catalogue.form(street, params.key);
      return form === undefined || street === undefined ? notFound() : answer(await shown(container, form, street));
    },

    "form.version": async ({ principal, params, query }) => {
      const street = streetFor(container, principal, query.street);
      const version = /^\d{1,9}$/.test(params.version) ? Number(params.version) : 0;
      const form = street === undefined ? undefined : await catalogue.form(street, params.key, version);
      return form === undefined || street === undefined ? notFound() : answer(await shown(container, form, street));
    },

    "form.types": async ({ principal, params, query }) => {
      const street = streetFor(container, principal, query.street);
      const form = street === undefined ? undefined : await catalogue.form(street, params.key);
      return form === undefined
        ? notFound()
        : answer(new Content("text/plain", await formTypes(form.key, form.schema)));
    },

    validator: async ({ params }) => {
      const chunk = runtimeChunk();
      if (params.file === chunk.name) return answer(new Content("text/javascript", chunk.text, forEver));
      const [, hash = ""] = /^([0-9a-f]{40})\.js$/.exec(params.file) ?? [];
      const text = await container.forms.moduleByHash(hash);
      return text === undefined ? notFound() : answer(new Content("text/javascript", text, forEver));
    },
  };
}
