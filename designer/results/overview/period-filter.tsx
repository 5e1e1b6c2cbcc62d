/** Unit, month and class of matter: they stand in the address, so a page can be sent to somebody. */
import { Select } from "antd";
import { useTranslation } from "react-i18next";
import { useSearchParams } from "react-router";
import type { UnitChoice } from "../../../server/contract/types.ts";
import { say } from "../../app/i18n.ts";
import { sayMonth } from "../words.ts";

interface PeriodFilterProps {
  readonly unit: string;
  readonly month: string;
  readonly units: readonly UnitChoice[];
  readonly months: readonly string[];
  /** Absent: the page is about all matters. */
  readonly classes?: readonly { readonly key: string; readonly title: UnitChoice["title"] }[];
  readonly largeClass?: string;
}

export function PeriodFilter({ unit, month, units, months, classes, largeClass = "" }: PeriodFilterProps) {
  const { t } = useTranslation("results");
  const [params, setParams] = useSearchParams();
  const set = (name: string, value: string) => {
    const next = new URLSearchParams(params);
    if (value === "") next.delete(name);
    else next.set(name, value);
    setParams(next, { replace: true });
  };
  const shown = months.includes(month) ? months : [month, ...months];
  return (
    <div className="rs-filter" role="group" aria-label={t("title")}>
      <Select
        aria-label={t("unit")}
        value={unit}
        showSearch={{ optionFilterProp: "label" }}
        options={units.map(({ code, title }) => ({ value: code, label: say(title) }))}
        onChange={(value) => set("unit", value)}
        popupMatchSelectWidth={240}
      />
      <Select
        aria-label={t("month")}
        value={month}
        options={shown.map((each) => ({ value: each, label: sayMonth(t, each) }))}
        onChange={(value) => set("month", value)}
      />
      {classes !== undefined && (
        <Select
          aria-label={t("class")}
          value={largeClass}
          options={[
            { value: "", label: t("allClasses") },
            ...classes.map(({ key, title }) => ({ value: key, label: say(title) })),
          ]}
          onChange={(value) => set("class", value)}
        />
      )}
    </div>
  );
}
