/** Every condition of the form, in the form's own properties: what hangs on which answer. */
import { useTranslation } from "react-i18next";
import { rulesOf } from "../model/rules.ts";
import type { Designer } from "../session/use-designer.ts";
import { useSayCondition } from "./use-say-condition.ts";

export function RuleList({ designer }: { readonly designer: Designer }) {
  const { t } = useTranslation("form");
  const sayer = useSayCondition(designer.content);
  const rules = rulesOf(designer.content);
  if (rules.length === 0) return null;
  const named = (ids: readonly string[]) => ids.map(sayer.field).join(t("rules.comma"));
  return (
    <section className="fd-rules" aria-label={t("rules.title")}>
      <h3>{t("rules.title")}</h3>
      <ul>
        {rules.map(({ condition, shows, requires }, at) => (
          <li key={String(at)}>
            <button
              type="button"
              className="gl-as-link"
              onClick={() => designer.select({ kind: "field", id: shows[0] ?? requires[0] ?? "" })}
            >
              {condition === undefined ? t("rules.strange") : sayer.condition(condition)}
            </button>
            {shows.length > 0 && <span>{t("rules.showsThese", { fields: named(shows) })}</span>}
            {requires.length > 0 && <span>{t("rules.requiresThese", { fields: named(requires) })}</span>}
          </li>
        ))}
      </ul>
    </section>
  );
}
