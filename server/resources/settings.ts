/** A street's settings: what lies outside a person's streets is not found. */
import type { Container } from "../container.ts";
import type { Handlers } from "../http/call.ts";
import { answer, notFound } from "../http/outcome.ts";

type Mine = Pick<
  Handlers,
  "settings" | "settings.messages" | "settings.history" | "settings.preview" | "settings.publish" | "settings.restore"
>;

export function settings({ runtime }: Container): Mine {
  return {
    settings: async ({ principal, params }) => {
      const found = await runtime.settings(principal, params.street);
      return found === undefined ? notFound() : answer(found);
    },

    "settings.messages": async ({ principal, params }) => {
      const found = await runtime.streetMessages(principal, params.street);
      return found === undefined ? notFound() : answer(found);
    },

    "settings.history": async ({ principal, params }) => {
      const found = await runtime.settingsHistory(principal, params.street);
      return found === undefined ? notFound() : answer(found);
    },

    "settings.preview": async ({ principal, params, body }) => runtime.previewSettings(principal, params.street, body),

    "settings.publish": async ({ principal, params, body }) => runtime.publishSettings(principal, params.street, body),

    "settings.restore": async ({ principal, params, body }) => runtime.restoreSettings(principal, params.street, body),
  };
}
