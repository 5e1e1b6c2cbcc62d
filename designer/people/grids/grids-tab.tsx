/** Grids of one street on the map: the street that is chosen above, or the only one. */
import { Select, Skeleton } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useSearchParams } from "react-router";
import { say } from "../../app/i18n.ts";
import { useStreetScope } from "../../desk/frame/street-scope.tsx";
import { Failure } from "../../desk/parts/failure.tsx";
import { useUnits } from "../../desk/parts/queries.ts";
import { useGrids } from "../queries.ts";
import { GridEditor } from "./grid-editor.tsx";

export function GridsTab() {
  const { t } = useTranslation("people");
  const { street, streets } = useStreetScope();
  const { data: units = [] } = useUnits();
  const [params] = useSearchParams();
  const [chosen, setChosen] = useState("");
  const named = streetOf(units, params.get("grid") ?? "");
  const current = [chosen, street, named, streets[0]?.code ?? ""].find((each) => each !== "") ?? "";
  const grids = useGrids(current);
  return (
    <>
      {street === "" && streets.length > 1 && (
        <div className="gl-people-filters">
          <Select
            aria-label={t("org.street")}
            value={current}
            options={streets.map((unit) => ({ value: unit.code, label: say(unit.title) }))}
            onChange={setChosen}
          />
        </div>
      )}
      {grids.isPending && current !== "" ? (
        <Skeleton active className="gl-page" paragraph={{ rows: 12 }} />
      ) : grids.isError ? (
        <Failure error={grids.error} retry={() => void grids.refetch()} />
      ) : grids.data === undefined ? (
        <p className="gl-page">{t("grid.chooseStreet")}</p>
      ) : (
        <GridEditor key={grids.data.revision} loaded={grids.data} first={params.get("grid") ?? ""} />
      )}
    </>
  );
}

interface Placed {
  readonly code: string;
  readonly kind: string;
  readonly parent?: string;
}

function streetOf(units: readonly Placed[], code: string): string {
  const unit = units.find((each) => each.code === code);
  if (unit === undefined) return "";
  return unit.kind === "street" ? unit.code : streetOf(units, unit.parent ?? "");
}
