/** Filters above the table: words to search, and lists of what occurs in this street. */
import { ClearOutlined, QuestionCircleOutlined, SearchOutlined } from "@ant-design/icons";
import { Button, Input, Select, Tooltip } from "antd";
import { useRef } from "react";
import { useTranslation } from "react-i18next";
import { say } from "../../app/i18n.ts";
import { useStreetScope } from "../frame/street-scope.tsx";
import { useMatters, useUnits, useVocabularies } from "../parts/queries.ts";
import { countFilters, type FilterKey, type Filters, usableFilters } from "./views.ts";

interface FilterBarProps {
  readonly filters: Filters;
  readonly set: (key: FilterKey, value: string) => void;
  readonly clear: () => void;
  /** How often all was cleared: what stands in the text field is its own until then. */
  readonly cleared: number;
  /** Absent while the first answer is awaited. */
  readonly total: number | undefined;
  readonly explain: () => void;
}

export function FilterBar({ filters, set, clear, cleared, total, explain }: FilterBarProps) {
  const { t } = useTranslation("desk");
  return (
    <div className="gl-filters">
      <div className="gl-filters-head">
        <h1>{t(`view.${filters.view}`)}</h1>
        <span className="gl-count" role="status">
          {total === undefined ? "" : t("list.count", { count: total })}
        </span>
        <Tooltip title={t("keys.title")}>
          <Button
            type="text"
            icon={<QuestionCircleOutlined aria-hidden />}
            aria-label={t("keys.title")}
            onClick={explain}
          />
        </Tooltip>
      </div>
      <div className="gl-filters-row">
        <TextFilter key={cleared} start={filters.q} set={(text) => set("q", text)} />
        {usableFilters(filters.view)
          .filter((key) => key !== "q")
          .map((key) => (
            <ChoiceFilter key={key} name={key} value={filters[key]} set={(value) => set(key, value)} />
          ))}
        {countFilters(filters) > 0 && (
          <Button type="text" icon={<ClearOutlined aria-hidden />} onClick={clear}>
            {t("filter.clear")}
          </Button>
        )}
      </div>
    </div>
  );
}

export const searchFieldId = "inbox-search";

interface TextFilterProps {
  readonly start: string;
  readonly set: (text: string) => void;
}

/** Asks when typing has paused, not at every key. */
function TextFilter({ start, set }: TextFilterProps) {
  const { t } = useTranslation("desk");
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const typed = (text: string) => {
    clearTimeout(timer.current);
    timer.current = setTimeout(() => set(text.trim()), 300);
  };
  return (
    <Input
      id={searchFieldId}
      className="gl-filter-text"
      prefix={<SearchOutlined aria-hidden />}
      placeholder={t("filter.q")}
      aria-label={t("filter.q")}
      defaultValue={start}
      allowClear
      onChange={(event) => typed(event.target.value)}
      onKeyDown={(event) => event.key === "Escape" && event.currentTarget.blur()}
    />
  );
}

interface ChoiceFilterProps {
  readonly name: FilterKey;
  readonly value: string;
  readonly set: (value: string) => void;
}

function ChoiceFilter({ name, value, set }: ChoiceFilterProps) {
  const { t } = useTranslation("desk");
  const options = useOptions(name);
  return (
    <Select
      className="gl-filter"
      allowClear
      showSearch={{ optionFilterProp: "label" }}
      placeholder={t(`filter.${name}`)}
      aria-label={t(`filter.${name}`)}
      value={value === "" ? null : value}
      options={options}
      popupMatchSelectWidth={220}
      onChange={(next: string | null | undefined) => set(next ?? "")}
    />
  );
}

interface Option {
  readonly value: string;
  readonly label: string;
}

const vocabularyOf: Readonly<Partial<Record<FilterKey, string>>> = {
  state: "caseState",
  stage: "stage",
  level: "level",
};

function useOptions(name: FilterKey): Option[] {
  const { street } = useStreetScope();
  const matters = useMatters(street);
  const units = useUnits(street);
  const vocabularies = useVocabularies(street);
  if (name === "matter")
    return (matters.data ?? []).map((matter) => ({
      value: matter.key,
      label: `${say(matter.largeClassTitle)} · ${say(matter.title)}`,
    }));
  if (name === "grid")
    return (units.data ?? [])
      .filter((unit) => unit.kind === "grid")
      .map((unit) => ({ value: unit.code, label: say(unit.title) }));
  const codes = vocabularies.data?.find((each) => each.key === vocabularyOf[name])?.codes ?? [];
  return codes.map((code) => ({ value: code.code, label: say(code.title) }));
}
