/** Changing grids: tools above, the map, and beside it the grids as a list that works without a mouse. */
import { Alert, Button, Segmented } from "antd";
import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { GridFault, Point } from "../../../engine/grids/index.ts";
import type { GridArea, GridsChanged, StreetGrids } from "../../../server/contract/types.ts";
import { currentLanguage, say } from "../../app/i18n.ts";
import { drawEditMap, type EditActs, type EditMap } from "./edit-map.ts";
import { halvingLine } from "./geometry.ts";
import { GridList } from "./grid-list.tsx";
import { PublishDialog } from "./publish-dialog.tsx";
import { useEditing, type Editing } from "./use-editing.ts";

const tools = ["select", "split", "merge", "draw", "move"] as const;
type Tool = (typeof tools)[number];

interface GridEditorProps {
  readonly loaded: StreetGrids;
  /** Unit to begin with. */
  readonly first: string;
}

export function GridEditor({ loaded, first }: GridEditorProps) {
  const { t } = useTranslation("people");
  const editing = useEditing(loaded);
  const [tool, setTool] = useState<Tool>("select");
  const [selected, setSelected] = useState(first);
  const [points, setPoints] = useState<readonly Point[]>([]);
  const [publishing, setPublishing] = useState(false);
  const [told, setTold] = useState<GridsChanged["problems"]>([]);
  const [map, setMap] = useState<EditMap | undefined>(undefined);
  const area = editing.areas.find((each) => each.unit === selected);

  const pick = (next: Tool) => {
    setTool(next);
    setPoints([]);
  };
  const acts: EditActs = {
    choose: (unit) => {
      if (tool === "merge" && area !== undefined && unit !== selected) {
        if (editing.merge(selected, unit)) pick("select");
      } else if (tool === "select" || tool === "merge" || tool === "move" || selected === "") setSelected(unit);
    },
    point: (at) => {
      if (tool === "split" || tool === "draw") setPoints([...points, at]);
    },
    move: editing.move,
  };
  const faults = [...editing.faults, ...editing.refusal];
  const rings = [
    ...faults.flatMap((fault) => fault.at),
    ...told.flatMap(({ at }) => at.map((ring) => ring.map(({ lng, lat }): Point => [lng, lat]))),
  ];
  const finish = () => {
    const done = tool === "split" ? editing.split(selected, points) : editing.draw(area?.community ?? "", points);
    setPoints([]);
    if (done) setTool("select");
  };
  const halve = (direction: "east" | "north") =>
    area !== undefined && editing.split(selected, halvingLine(area, direction));
  return (
    <div className="gl-grids">
      {loaded.mayManage ? (
        <div className="gl-grid-tools">
          <Segmented
            aria-label={t("grid.tools")}
            value={tool}
            options={tools.map((each) => ({ value: each, label: t(`grid.${each}`) }))}
            onChange={pick}
          />
          {tool === "split" && (
            <>
              <Button disabled={area === undefined} onClick={() => halve("east")}>
                {t("grid.halveEast")}
              </Button>
              <Button disabled={area === undefined} onClick={() => halve("north")}>
                {t("grid.halveNorth")}
              </Button>
            </>
          )}
          {(tool === "split" || tool === "draw") && (
            <>
              <Button
                type="primary"
                disabled={points.length < (tool === "split" ? 2 : 3) || area === undefined}
                onClick={finish}
              >
                {t("grid.finish")}
              </Button>
              <Button disabled={points.length === 0} onClick={() => setPoints([])}>
                {t("grid.clear")}
              </Button>
            </>
          )}
          <span className="gl-grid-end">
            {editing.isChanged && <span className="gl-quiet">{t("grid.unsaved")}</span>}
            <Button disabled={!editing.canUndo} onClick={editing.undo}>
              {t("grid.undo")}
            </Button>
            <Button disabled={!editing.canUndo} onClick={editing.reset}>
              {t("grid.reset")}
            </Button>
            <Button
              type={tool === "select" ? "primary" : "default"}
              disabled={!editing.isChanged || editing.faults.length > 0}
              onClick={() => setPublishing(true)}
            >
              {t("grid.publish")}
            </Button>
          </span>
          <p className="gl-grid-hint" role="status">
            {t(area === undefined && tool !== "select" ? "grid.hint.none" : `grid.hint.${tool}`)}
            {points.length > 0 && ` ${t("grid.pointsCount", { count: points.length })}`}
          </p>
        </div>
      ) : (
        <p className="gl-grid-hint">{t("grid.readOnly")}</p>
      )}
      <Faults faults={faults} told={told} map={map} />
      <div className="gl-grid-body">
        <MapBox
          loaded={loaded}
          editing={editing}
          acts={acts}
          scene={{ selected, points, closes: tool === "draw", moves: tool === "move" && loaded.mayManage, rings }}
          ready={setMap}
        />
        <GridList loaded={loaded} editing={editing} selected={selected} choose={acts.choose} />
      </div>
      {publishing && (
        <PublishDialog
          loaded={loaded}
          areas={editing.areas}
          refused={(problems) => {
            setTold(problems);
            setPublishing(false);
          }}
          close={() => setPublishing(false)}
        />
      )}
    </div>
  );
}

interface FaultsProps {
  readonly faults: readonly GridFault[];
  readonly told: GridsChanged["problems"];
  readonly map: EditMap | undefined;
}

function Faults({ faults, told, map }: FaultsProps) {
  const { t } = useTranslation("people");
  const english = currentLanguage() === "en";
  const lines = [
    ...faults.map(({ problem, at }) => ({ problem, ring: at[0] })),
    ...told.map(({ problem, at }) => ({ problem, ring: at[0]?.map(({ lng, lat }): Point => [lng, lat]) })),
  ];
  if (lines.length === 0) return null;
  const list = (
    <ul>
      {lines.map(({ problem, ring }, index) => (
        <li key={`${problem.code}${problem.elementId ?? ""}${String(index)}`}>
          {english ? problem.en : problem.zh}
          {ring !== undefined && (
            <Button size="small" onClick={() => map?.goTo(ring)}>
              {t("grid.faultAt")}
            </Button>
          )}
        </li>
      ))}
    </ul>
  );
  return (
    <Alert className="gl-people-note" type="error" showIcon role="alert" title={t("grid.faults")} description={list} />
  );
}

/** On the map the community is plain to see: "第1网格". */
function shortName({ communities }: StreetGrids, area: GridArea): string {
  const community = say(communities.find((each) => each.code === area.community)?.title);
  const whole = say(area.title);
  return whole.startsWith(community) && whole.length > community.length ? whole.slice(community.length).trim() : whole;
}

interface MapBoxProps {
  readonly loaded: StreetGrids;
  readonly editing: Editing;
  readonly acts: EditActs;
  readonly scene: {
    readonly selected: string;
    readonly points: readonly Point[];
    readonly closes: boolean;
    readonly moves: boolean;
    readonly rings: readonly (readonly Point[])[];
  };
  /** Told when the map is there, and when it is gone. */
  readonly ready: (map: EditMap | undefined) => void;
}

function MapBox({ loaded, editing, acts, scene, ready }: MapBoxProps) {
  const { t } = useTranslation("people");
  const box = useRef<HTMLDivElement>(null);
  const latest = useRef(acts);
  const own = useRef<EditMap | undefined>(undefined);
  useEffect(() => {
    latest.current = acts;
  });
  useEffect(() => {
    if (box.current === null) return undefined;
    const made = drawEditMap(box.current, loaded, () => latest.current);
    own.current = made;
    ready(made);
    return () => {
      own.current = undefined;
      ready(undefined);
      made.remove();
    };
  }, [loaded, ready]);
  useEffect(() => {
    own.current?.show({ ...scene, areas: editing.areas, name: (area) => shortName(loaded, area), faults: scene.rings });
  });
  return <div ref={box} className="gl-grid-map" role="application" aria-label={t("grid.mapLabel")} />;
}
