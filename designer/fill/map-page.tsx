/** My grid with the open cases on it; the map itself is loaded when this page is opened. */
import { useEffect, useMemo, useRef } from "react";
import { useTranslation } from "react-i18next";
import { Link, useNavigate } from "react-router";
import type { CaseSummary, MapLayers } from "../../server/contract/types.ts";
import { FailureNote } from "../app/failure-note.tsx";
import { useSession } from "../app/session.ts";
import type { MapMark } from "../ui/grid-map.ts";
import { useLatest } from "../ui/use-latest.ts";
import { Skeleton } from "../ui/skeleton.tsx";
import { Page } from "./parts/page.tsx";
import { useCasesOnMap, useMap, useStreet } from "./queries.ts";

const lights = ["green", "yellow", "red", "grey"] as const;

function marksOf(cases: readonly CaseSummary[]): readonly MapMark[] {
  return cases.flatMap((one) =>
    one.position === undefined || one.closedAt !== undefined
      ? []
      : [
          {
            id: one.id,
            title: `${one.title} ${one.number}`,
            lng: one.position.lng,
            lat: one.position.lat,
            light: one.suspended ? ("grey" as const) : (one.deadline?.light ?? "green"),
          },
        ],
  );
}

interface MapBoxProps {
  readonly layers: MapLayers;
  readonly marks: readonly MapMark[];
  readonly grid: string | undefined;
}

function MapBox({ layers, marks, grid }: MapBoxProps) {
  const { t } = useTranslation("fill");
  const navigate = useNavigate();
  const box = useRef<HTMLDivElement>(null);
  const open = useLatest(navigate);
  useEffect(() => {
    let remove: (() => void) | undefined;
    let isHere = true;
    const draw = async (): Promise<void> => {
      const { drawMarksMap } = await import("../ui/grid-map.ts");
      if (!isHere || box.current === null) return;
      const onOpen = (id: string) => void open.current(`/m/cases/${id}`);
      remove = drawMarksMap(box.current, layers, { marks, grid, here: undefined, onOpen }).remove;
    };
    void draw();
    return () => {
      isHere = false;
      remove?.();
    };
  }, [layers, marks, grid, open]);
  return <div ref={box} className="m-map" role="application" aria-label={t("map.title")} />;
}

function Legend() {
  const { t } = useTranslation("fill");
  return (
    <ul className="m-legend" aria-label={t("map.legend")}>
      {lights.map((light) => (
        <li key={light}>
          <span className={`m-dot ${light}`} aria-hidden="true" />
          {t(`map.${light}`)}
        </li>
      ))}
    </ul>
  );
}

export function MapPage() {
  const { t } = useTranslation("fill");
  const street = useStreet();
  const { data: session } = useSession();
  const layers = useMap(street);
  const cases = useCasesOnMap();
  const items = cases.data?.items;
  const marks = useMemo(() => marksOf(items ?? []), [items]);
  const open = (items ?? []).filter((one) => one.closedAt === undefined);
  const error = layers.error ?? cases.error;
  const retry = () => void Promise.all([layers.refetch(), cases.refetch()]);
  return (
    <Page title={t("map.title")}>
      {error !== null && <FailureNote error={error} onRetry={retry} />}
      {error === null && (layers.data === undefined || items === undefined) && (
        <Skeleton label={t("loading")} lines={4} tall />
      )}
      {layers.data !== undefined && items !== undefined && (
        <>
          <p role="status">
            {marks.length === 0 ? t("map.none") : t("map.count", { count: marks.length })}
            {open.length > marks.length && ` · ${t("map.noPoint", { count: open.length - marks.length })}`}
          </p>
          <MapBox layers={layers.data} marks={marks} grid={session?.grants[0]?.unit} />
          <Legend />
          <ul className="m-plain m-map-list" aria-label={t("map.list")}>
            {marks.map((mark) => (
              <li key={mark.id}>
                <Link to={`/m/cases/${mark.id}`}>
                  <span className={`m-dot ${mark.light}`} aria-hidden="true" />
                  {mark.title}
                  <span className="only-read-aloud">{t(`map.${mark.light}`)}</span>
                </Link>
              </li>
            ))}
          </ul>
        </>
      )}
    </Page>
  );
}
