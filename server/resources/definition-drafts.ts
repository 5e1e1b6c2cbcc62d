/** Drafts of definitions: edited in the designers, checked and published. */
import type { Container } from "../container.ts";
import type { Handlers } from "../http/call.ts";
import { answer } from "../http/outcome.ts";

type Mine = Pick<
  Handlers,
  | "packs"
  | "definition.drafts"
  | "definition.draft"
  | "definition.draft.save"
  | "definition.draft.discard"
  | "definition.draft.publish"
>;

export function definitionDrafts({ runtime }: Container): Mine {
  return {
    packs: async ({ principal }) => answer(runtime.packs(principal)),
    "definition.drafts": async ({ principal, query }) => answer(await runtime.definitionDrafts(principal, query)),
    "definition.draft": ({ principal, params }) => runtime.definitionDraft(principal, params),
    "definition.draft.save": ({ principal, params, body }) => runtime.saveDefinitionDraft(principal, params, body),
    "definition.draft.discard": ({ principal, params, query }) =>
      runtime.discardDefinitionDraft(principal, params, query.editSequence),
    "definition.draft.publish": ({ principal, params, body }) =>
      runtime.publishDefinitionDraft(principal, params, body),
  };
}
