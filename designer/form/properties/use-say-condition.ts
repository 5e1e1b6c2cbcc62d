/** Conditions as sentences, in the words that the form itself uses for its fields and answers. */
import { useCallback } from "react";
import { useTranslation } from "react-i18next";
import type { Json } from "../../../engine/model/json.ts";
import { currentLanguage, say } from "../../app/i18n.ts";
import { useWorkStreet } from "../../desk/frame/street-scope.tsx";
import { useMatters } from "../../desk/parts/queries.ts";
import { englishOf, fieldOf, optionsOf, type FormContent } from "../model/fields.ts";
import { textOf, wordOf } from "../model/json-path.ts";
import type { Condition } from "../model/rules.ts";

interface Sayer {
  readonly field: (id: string) => string;
  readonly value: (field: string, value: Json) => string;
  readonly condition: (condition: Condition) => string;
}

/** More answers than these are counted, not listed. */
const mostSaid = 4;

function titleOf(content: FormContent, id: string): string {
  const english = currentLanguage() === "en" ? textOf(englishOf(content, id)["title"]) : "";
  return english || textOf(fieldOf(content, id)?.schema["title"]) || id;
}

function optionWord(content: FormContent, id: string, value: Json): string | undefined {
  const field = fieldOf(content, id);
  const option =
    field === undefined ? undefined : optionsOf(content, field).find(({ code }) => wordOf(code) === wordOf(value));
  if (option === undefined) return undefined;
  return (currentLanguage() === "en" ? option.en : "") || option.zh || undefined;
}

export function useSayCondition(content: FormContent): Sayer {
  const { t } = useTranslation("form");
  const matters = useMatters(useWorkStreet()).data;
  const field = useCallback((id: string) => titleOf(content, id), [content]);
  const value = useCallback(
    (id: string, of: Json) => {
      if (typeof of === "boolean") return t(of ? "rules.yes" : "rules.no");
      const matter = matters?.find((each) => each.key === of);
      return optionWord(content, id, of) ?? (matter === undefined ? wordOf(of) : say(matter.title));
    },
    [content, matters, t],
  );
  const condition = useCallback(
    ({ field: id, is, values }: Condition) => {
      const said = values.slice(0, mostSaid).map((each) => t("rules.quoted", { word: value(id, each) }));
      const list = said.join(t("rules.or"));
      const all = values.length > mostSaid ? t("rules.andMore", { list, count: values.length }) : list;
      return t(is ? "rules.is" : "rules.isNot", { field: field(id), values: all });
    },
    [field, value, t],
  );
  return { field, value, condition };
}
