/** Codes that occur in definitions, in words: units, matters and the vocabularies. */
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { say } from "../../app/i18n.ts";
import { useMatters, useUnits, useVocabularies } from "../../desk/parts/queries.ts";

export function useCodeWords(): ReadonlyMap<string, string> {
  const { t } = useTranslation("admin");
  const units = useUnits();
  const matters = useMatters("");
  const vocabularies = useVocabularies("");
  return useMemo(
    () =>
      new Map([
        ["true", t("json.yes")],
        ["false", t("json.no")],
        ...(vocabularies.data ?? []).flatMap((each) => each.codes.map((code) => [code.code, say(code.title)] as const)),
        ...(matters.data ?? []).flatMap((matter) => [
          [matter.largeClass, say(matter.largeClassTitle)] as const,
          [matter.key, say(matter.title)] as const,
        ]),
        ...(units.data ?? []).map((unit) => [unit.code, say(unit.title)] as const),
      ]),
    [t, units.data, matters.data, vocabularies.data],
  );
}
