/** The organisation: units with their posts, the grids on the map, and what is missing. */
import { Segmented, Skeleton } from "antd";
import { useEffect } from "react";
import { useTranslation } from "react-i18next";
import { useSearchParams } from "react-router";
import { useStreetScope } from "../../desk/frame/street-scope.tsx";
import { Failure } from "../../desk/parts/failure.tsx";
import { GridsTab } from "../grids/grids-tab.tsx";
import { useGaps, useOrganisation } from "../queries.ts";
import { GapList } from "./gap-list.tsx";
import { UnitList } from "./unit-list.tsx";
import "../people.css";
import "../texts.ts";

const tabs = ["units", "map", "gaps"] as const;
type Tab = (typeof tabs)[number];

export function OrganisationPage() {
  const { t } = useTranslation("people");
  const { street } = useStreetScope();
  const [params, setParams] = useSearchParams();
  const tab: Tab = tabs.find((each) => each === params.get("tab")) ?? "units";
  const gaps = useGaps(street);
  useEffect(() => {
    document.title = `${t("org.title")} · ${t("brand")}`;
  }, [t]);
  const label = (each: Tab) =>
    each === "gaps" && gaps.data !== undefined ? t("org.gapsCount", { count: gaps.data.length }) : t(`org.${each}`);
  return (
    <div className="gl-admin">
      <header className="gl-admin-head">
        <h1>{t("org.title")}</h1>
        <Segmented
          aria-label={t("org.title")}
          value={tab}
          options={tabs.map((each) => ({ value: each, label: label(each) }))}
          onChange={(value) => setParams(value === "units" ? {} : { tab: value }, { replace: true })}
        />
      </header>
      {tab === "units" && <Units street={street} />}
      {tab === "map" && <GridsTab />}
      {tab === "gaps" &&
        (gaps.isPending ? (
          <Skeleton active className="gl-page" />
        ) : gaps.isError ? (
          <Failure error={gaps.error} retry={() => void gaps.refetch()} />
        ) : (
          <GapList gaps={gaps.data} />
        ))}
    </div>
  );
}

function Units({ street }: { readonly street: string }) {
  const organisation = useOrganisation(street);
  if (organisation.isPending) return <Skeleton active className="gl-page" paragraph={{ rows: 10 }} />;
  if (organisation.isError) return <Failure error={organisation.error} retry={() => void organisation.refetch()} />;
  return <UnitList organisation={organisation.data} />;
}
