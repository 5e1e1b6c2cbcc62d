/** By day, grid, person and words; all of it in the address, so that a view can be sent to somebody. */
import { Button, Checkbox, Input, Select } from "antd";
import { useTranslation } from "react-i18next";
import { say } from "../../app/i18n.ts";
import { useStreetScope } from "../frame/street-scope.tsx";
import { useUnits } from "../parts/queries.ts";
import type { RecordAddress } from "./use-records.ts";

export function RecordFilters({ address }: { readonly address: RecordAddress }) {
  const { t } = useTranslation("records");
  const { filters, set } = address;
  const { street } = useStreetScope();
  const units = useUnits(street);
  const grids = (units.data ?? []).filter((unit) => unit.kind === "grid" || unit.kind === "community");
  return (
    <div className="gl-ledger-filters" role="search" aria-label={t("filters")}>
      <Input
        type="date"
        aria-label={t("from")}
        title={t("from")}
        value={filters.from ?? ""}
        max={filters.to ?? ""}
        onChange={(event) => set({ from: event.target.value })}
      />
      <span aria-hidden>—</span>
      <Input
        type="date"
        aria-label={t("to")}
        title={t("to")}
        value={filters.to ?? ""}
        min={filters.from ?? ""}
        onChange={(event) => set({ to: event.target.value })}
      />
      <Select
        aria-label={t("grid")}
        showSearch={{ optionFilterProp: "label" }}
        value={filters.grid ?? ""}
        popupMatchSelectWidth={false}
        options={[
          { value: "", label: t("allGrids") },
          ...grids.map((unit) => ({ value: unit.code, label: say(unit.title) })),
        ]}
        onChange={(grid) => set({ grid })}
      />
      <Input.Search
        allowClear
        key={`person ${filters.person ?? ""}`}
        aria-label={t("person")}
        placeholder={t("person")}
        defaultValue={filters.person ?? ""}
        onSearch={(person) => set({ person: person.trim() })}
      />
      <Input.Search
        allowClear
        key={`q ${filters.q ?? ""}`}
        aria-label={t("find")}
        placeholder={t("find")}
        defaultValue={filters.q ?? ""}
        onSearch={(q) => set({ q: q.trim() })}
      />
      <Checkbox checked={address.mine} onChange={(event) => set({ mine: event.target.checked ? "true" : "" })}>
        {t("mine")}
      </Checkbox>
      {address.isFiltered && (
        <Button type="link" size="small" onClick={address.clear}>
          {t("clear")}
        </Button>
      )}
    </div>
  );
}
