/**
 * What JSON Schema cannot say of a form: items shown by FEEL (`x-visible`), computed values (`x-computed`) and rules across fields
 * (`x-rules`). The engine's forms decide, the same code as on the server; they come with an expression interpreter, so they are loaded
 * only for a form that needs them.
 */
import type { FormContext as RuleContext } from "../../../engine/model/form.ts";
import type { JsonObject } from "../../../engine/model/json.ts";
import type { Form } from "../../../server/contract/types.ts";
import type { FormData } from "./environment.tsx";
import type { FieldError } from "./messages.ts";
import type { Language } from "./words.ts";

export interface FormRules {
  /** Top-level items that show for these values. */
  readonly shows: (data: FormData) => (key: string) => boolean;
  /** The values with computed ones filled in; hidden ones dropped. */
  readonly compute: (data: FormData) => FormData;
  /** Broken rules, told once the fields themselves are in order. */
  readonly broken: (data: FormData, language: Language) => readonly FieldError[];
}

/** A form that JSON Schema says all of. */
const plainRules: FormRules = {
  shows: () => () => true,
  compute: (data) => data,
  broken: () => [],
};

const ownKeywords = /"x-(?:visible|computed|rules)":/;

const clean = (data: FormData): JsonObject => JSON.parse(JSON.stringify(data)) as JsonObject;

interface RuleSources {
  /** ISO instant on the server's clock. */
  readonly now: () => string;
  readonly timeZone: string;
  readonly variables: FormData;
}

/** Rejects when the interpreter cannot be loaded. */
export async function loadRules(form: Form, sources: RuleSources): Promise<FormRules> {
  if (!ownKeywords.test(JSON.stringify(form.schema))) return plainRules;
  const { checkSubmission, prepareSubmission, visibleItems } = await import("../../../engine/forms/index.ts");
  const model = form as unknown as Parameters<typeof visibleItems>[0];
  const context = (): RuleContext => ({
    now: sources.now(),
    timeZone: sources.timeZone,
    variables: clean(sources.variables),
  });
  return {
    shows: (data) => {
      const shown = visibleItems(model, clean(data), context());
      return (key) => shown.has(key);
    },
    compute: (data) => {
      const prepared = prepareSubmission(model, clean(data), context());
      return prepared.ok ? prepared.value : data;
    },
    broken: (data, language) =>
      checkSubmission(model, clean(data), () => [], context())
        .filter((problem) => problem.code === "FORM_RULE")
        .map(({ path = "", zh, en }) => ({
          path: path.slice(1).replaceAll("/", "."),
          text: language === "en" ? en : zh,
        })),
  };
}
