/**
 * Names of steps come from the flow, in Chinese. The vocabularies `step` and `<street>__step` give their
 * English; a name that none has stays as the flow says it.
 */
import { useCallback, useMemo } from "react";
import { currentLanguage } from "../../app/i18n.ts";
import { useVocabularies } from "./queries.ts";

export function useSayStep(): (name: string) => string {
  const vocabularies = useVocabularies("");
  const english = useMemo(() => {
    const steps = (vocabularies.data ?? []).filter((each) => /(^|__)step$/.test(each.key));
    return new Map(
      steps.flatMap((each) => each.codes.map(({ title }) => [title["zh-CN"], title.en ?? title["zh-CN"]])),
    );
  }, [vocabularies.data]);
  return useCallback((name) => (currentLanguage() === "en" ? (english.get(name) ?? name) : name), [english]);
}
