/** Which indicators the page shows: what leaders look at first, one group of the scorecard, or all; it stands in the address. */
import { useTranslation } from "react-i18next";
import { useSearchParams } from "react-router";
import type { IndicatorView, Results } from "../../../server/contract/types.ts";
import { say } from "../../app/i18n.ts";

const HEADLINES = "headlines";
const ALL = "all";

type Groups = Results["groups"];

/** In: the address's choice. Out: the indicators of it, never none. */
export function chosenIndicators({ indicators, groups }: Results, choice: string): readonly IndicatorView[] {
  const isGroup = groups.some(({ key }) => key === choice);
  if (choice === ALL) return indicators;
  const chosen = indicators.filter((each) => (isGroup ? each.group === choice : each.headline === true));
  return chosen.length === 0 ? indicators : chosen;
}

export const choiceOf = (params: URLSearchParams): string => params.get("group") ?? HEADLINES;

export function IndicatorChoice({ groups }: { readonly groups: Groups }) {
  const { t } = useTranslation("results");
  const [params, setParams] = useSearchParams();
  const chosen = choiceOf(params);
  const choose = (key: string) => {
    const next = new URLSearchParams(params);
    if (key === HEADLINES) next.delete("group");
    else next.set("group", key);
    setParams(next, { replace: true });
  };
  if (groups.length === 0) return null;
  const all = [
    { key: HEADLINES, words: t("headlines") },
    ...groups.map(({ key, title }) => ({ key, words: say(title) })),
    { key: ALL, words: t("allFigures") },
  ];
  return (
    <div className="rs-choices" role="group" aria-label={t("figures")}>
      {all.map(({ key, words }) => (
        <button key={key} type="button" aria-pressed={key === chosen} onClick={() => choose(key)}>
          {words}
        </button>
      ))}
    </div>
  );
}
