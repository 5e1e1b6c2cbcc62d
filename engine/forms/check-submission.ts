/** A prepared submission against its form: the validator's findings in people's words, then the rules across fields. */
import type { Form, FormContext, SchemaError, Validate } from "../model/form.ts";
import type { JsonObject } from "../model/json.ts";
import type { Problem } from "../model/problem.ts";
import { evaluateIn, expressionProblem } from "./evaluate-in.ts";
import { objectOf, objectsOf, own, textOf } from "./schema.ts";
import { sentenceFor } from "./sentences.ts";
import { titleAt } from "./titles.ts";
import { visibleItems } from "./visible-items.ts";

/**
 * In: a form, what `prepareSubmission` made, the form's compiled validator. Out: what is wrong, each with the JSON pointer
 * of its field and a sentence in both languages; none when it may be accepted. Codes: `FORM_<KEYWORD>`, `FORM_RULE`.
 */
export function checkSubmission(
  form: Form,
  data: JsonObject,
  validate: Validate,
  context: FormContext,
): readonly Problem[] {
  const errors = meaningful(form, data, validate(data), context);
  if (errors.length > 0) return unique(errors.map((error) => problemOf(form, error)));
  return checkRules(form, data, context);
}

/**
 * Leaves out what only repeats another finding: that an `if` branch failed, and, since a failed branch evaluates nothing
 * (JSON Schema 2020-12 §10.2), that the branch's own fields are "unevaluated".
 */
function meaningful(
  form: Form,
  data: JsonObject,
  errors: readonly SchemaError[],
  context: FormContext,
): readonly SchemaError[] {
  const shown = visibleItems(form, data, context);
  const telling = errors.filter(({ keyword, instancePath, params }) => {
    if (keyword === "if") return false;
    if (keyword !== "unevaluatedProperties" || instancePath !== "") return true;
    return !shown.has(String(params["unevaluatedProperty"]));
  });
  return telling.length > 0 ? telling : errors;
}

function problemOf(form: Form, error: SchemaError): Problem {
  const path = pathOf(error);
  const { field, title } = titleAt(form, path);
  const sentence = sentenceFor(error, field, title);
  const item = path.split("/")[1] ?? "";
  return {
    code: `FORM_${error.keyword.replaceAll(/([A-Z])/g, "_$1").toUpperCase()}`,
    zh: ownSentence(form, "zh-CN", item, error.keyword) ?? sentence["zh-CN"],
    en: ownSentence(form, "en", item, error.keyword) ?? sentence.en ?? sentence["zh-CN"],
    path,
  };
}

/** A missing or unknown property is at its own place, not at the object that should or should not have it. */
function pathOf({ instancePath, params }: SchemaError): string {
  const name = params["missingProperty"] ?? params["additionalProperty"] ?? params["unevaluatedProperty"];
  return typeof name === "string"
    ? `${instancePath}/${name.replaceAll("~", "~0").replaceAll("/", "~1")}`
    : instancePath;
}

/** The form may word a finding itself: `messages.<lang>.<item>.errors.<keyword>`. */
function ownSentence(form: Form, language: string, item: string, keyword: string): string | undefined {
  const words = objectOf(own(objectOf(form.messages[language]), item));
  return textOf(own(objectOf(words["errors"]), keyword)) || undefined;
}

function unique(problems: readonly Problem[]): readonly Problem[] {
  const seen = new Set<string>();
  return problems.filter(({ path, zh }) => {
    const key = `${path ?? ""} ${zh}`;
    return !seen.has(key) && seen.add(key);
  });
}

/** `x-rules`: `{ id, test, item?, message }` on the form; `test` is FEEL and must not be false. */
function checkRules(form: Form, data: JsonObject, context: FormContext): readonly Problem[] {
  return objectsOf(form.schema["x-rules"]).flatMap((rule) => {
    const item = textOf(rule["item"]);
    const path = item === "" ? "" : `/${item}`;
    const verdict = evaluateIn(textOf(rule["test"]), data, context);
    if (!verdict.ok) return verdict.problems.map((problem) => expressionProblem(path, problem));
    if (verdict.value !== false) return [];
    const zh = textOf(rule["message"]) || "填写的内容前后不一致，请核对";
    const rules = objectOf(objectOf(own(objectOf(form.messages["en"]), item))["rules"]);
    const en = textOf(own(rules, textOf(rule["id"]))) || "The answers do not fit together, please check";
    return [{ code: "FORM_RULE", zh, en, path }];
  });
}
