/** When a field is shown and when it must be filled: one question about one other field, as plain JSON Schema underneath. */
import { Select } from "antd";
import { useTranslation } from "react-i18next";
import type { Json } from "../../../engine/model/json.ts";
import { useWorkStreet } from "../../desk/frame/street-scope.tsx";
import { useMatters } from "../../desk/parts/queries.ts";
import { fieldOf, fieldsOf, type Field, type FormContent } from "../model/fields.ts";
import { wordOf } from "../model/json-path.ts";
import { mayAsk, rulesAbout, valuesOf, type Condition, type Rule } from "../model/rules.ts";
import type { Designer } from "../session/use-designer.ts";
import { Row } from "./parts.tsx";
import { useSayCondition } from "./use-say-condition.ts";

interface RuleEditorProps {
  readonly designer: Designer;
  readonly field: Field;
}

export function RuleEditor({ designer, field }: RuleEditorProps) {
  return (
    <>
      <RuleRow designer={designer} field={field} what="shows" />
      <RuleRow designer={designer} field={field} what="requires" />
    </>
  );
}

/** The values that can be asked of a field: its own, or the catalogue of matters. */
function useValues(content: FormContent, id: string): readonly Json[] {
  const matters = useMatters(useWorkStreet()).data ?? [];
  const field = fieldOf(content, id);
  if (field === undefined) return [];
  return valuesOf(content, field) ?? matters.map((matter) => matter.key);
}

/** One rule that this editor can say; more of them, or another kind, are told and left alone. */
const isEditable = (rules: readonly Rule[]): boolean =>
  rules.length === 0 || (rules.length === 1 && rules[0]?.condition !== undefined);

function RuleRow({ designer, field, what }: RuleEditorProps & { readonly what: "shows" | "requires" }) {
  const { t } = useTranslation("form");
  const { content } = designer;
  const rules = rulesAbout(content, field.id, what);
  const candidates = fieldsOf(content).filter((each) => mayAsk(content, field.id, each));
  const first = candidates[0];
  const firstValues = useValues(content, first?.id ?? "");
  const condition = rules[0]?.condition;
  const set = (next: Condition | undefined) => designer.edit({ type: "setRule", id: field.id, what, condition: next });
  const begin = () => {
    const [value] = firstValues;
    if (first !== undefined && value !== undefined) set({ field: first.id, is: true, values: [value] });
  };
  if (!isEditable(rules)) return <ToldRules {...{ content, rules, what }} />;
  const isPossible = condition !== undefined || (first !== undefined && firstValues.length > 0);
  return (
    <fieldset className="fd-list fd-rule">
      <legend>{t(`rules.${what}`)}</legend>
      <Select
        aria-label={t(`rules.${what}`)}
        value={condition === undefined ? "always" : "when"}
        options={[
          { value: "always", label: t(what === "shows" ? "rules.always" : "rules.byItself") },
          { value: "when", label: t(`rules.${what}When`), disabled: !isPossible },
        ]}
        onChange={(value) => (value === "when" ? begin() : set(undefined))}
      />
      {!isPossible && <p className="gl-quiet">{t("rules.nothingToAsk")}</p>}
      {condition !== undefined && <ConditionRows {...{ content, condition, candidates, set }} />}
    </fieldset>
  );
}

interface ConditionRowsProps {
  readonly content: FormContent;
  readonly condition: Condition;
  readonly candidates: readonly Field[];
  readonly set: (condition: Condition) => void;
}

function ConditionRows({ content, condition, candidates, set }: ConditionRowsProps) {
  const { t } = useTranslation("form");
  const sayer = useSayCondition(content);
  const matters = useMatters(useWorkStreet()).data ?? [];
  const ids = [...new Set([...candidates.map(({ id }) => id), condition.field])];
  const values = [...useValues(content, condition.field), ...condition.values];
  const byWord = new Map(values.map((value) => [wordOf(value), value]));
  const valueOf = (word: string): Json => byWord.get(word) ?? word;
  const choose = (id: string) => {
    const field = fieldOf(content, id);
    const [value] = (field === undefined ? undefined : valuesOf(content, field)) ?? matters.map((each) => each.key);
    if (value !== undefined) set({ ...condition, field: id, values: [value] });
  };
  return (
    <>
      <Row label={t("rules.field")}>
        {(id) => (
          <Select
            id={id}
            value={condition.field}
            options={ids.map((value) => ({ value, label: sayer.field(value) }))}
            onChange={choose}
          />
        )}
      </Row>
      <Row label={t("rules.answer")} hint={condition.is ? undefined : t("rules.isNotHint")}>
        {(id, describedBy) => (
          <div className="fd-condition">
            <Select
              aria-label={t("rules.relation")}
              value={condition.is ? "is" : "isNot"}
              options={[
                { value: "is", label: t("rules.relationIs") },
                { value: "isNot", label: t("rules.relationIsNot") },
              ]}
              onChange={(value) => set({ ...condition, is: value === "is" })}
            />
            <Select
              id={id}
              aria-describedby={describedBy}
              mode="multiple"
              optionFilterProp="label"
              maxTagCount="responsive"
              value={condition.values.map(wordOf)}
              options={[...byWord].map(([value, of]) => ({ value, label: sayer.value(condition.field, of) }))}
              onChange={(words) => {
                if (words.length > 0) set({ ...condition, values: words.map(valueOf) });
              }}
            />
          </div>
        )}
      </Row>
    </>
  );
}

interface ToldRulesProps {
  readonly content: FormContent;
  readonly rules: readonly Rule[];
  readonly what: "shows" | "requires";
}

function ToldRules({ content, rules, what }: ToldRulesProps) {
  const { t } = useTranslation("form");
  const sayer = useSayCondition(content);
  return (
    <fieldset className="fd-list fd-rule">
      <legend>{t(`rules.${what}`)}</legend>
      <ul>
        {rules.map(({ condition }, at) => (
          <li key={String(at)}>{condition === undefined ? t("rules.strange") : sayer.condition(condition)}</li>
        ))}
      </ul>
      <p className="gl-quiet">{t("rules.inFile")}</p>
    </fieldset>
  );
}
