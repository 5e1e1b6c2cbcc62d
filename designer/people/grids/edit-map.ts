/** The map one changes grids on: areas to choose, a line or ring being drawn, corners to drag, faults in red. */
import type { FeatureCollection } from "geojson";
import {
  circleMarker,
  divIcon,
  layerGroup,
  marker,
  polygon,
  polyline,
  type LeafletMouseEvent,
  type Map,
} from "leaflet";
import type { Point, Ring } from "../../../engine/grids/index.ts";
import type { GridArea, StreetGrids } from "../../../server/contract/types.ts";
import { drawGround } from "../../ui/grid-map.ts";
import { darkTokens, tokens } from "../../ui/tokens.ts";
import { isDark } from "../../ui/theme.ts";

const latLng = ([lng, lat]: Point): [number, number] => [lat, lng];
const latLngs = (ring: GridArea["ring"]): [number, number][] => ring.map(({ lng, lat }) => [lat, lng]);
const six = (value: number): number => Number(value.toFixed(6));

export interface EditScene {
  readonly areas: readonly GridArea[];
  readonly selected: string;
  readonly name: (area: GridArea) => string;
  /** Corners or ends of what is being drawn. */
  readonly points: readonly Point[];
  readonly closes: boolean;
  /** Whether the corners of the selected grid can be moved. */
  readonly moves: boolean;
  readonly faults: readonly Ring[];
}

export interface EditActs {
  readonly choose: (unit: string) => void;
  readonly point: (at: Point) => void;
  readonly move: (from: Point, to: Point) => void;
}

export interface EditMap {
  readonly show: (scene: EditScene) => void;
  readonly goTo: (ring: Ring) => void;
  readonly remove: () => void;
}

function neighbours(loaded: StreetGrids): FeatureCollection {
  return {
    type: "FeatureCollection",
    features: [...loaded.neighbours, ...loaded.grids.map(({ area }) => area)].map(({ ring }) => ({
      type: "Feature",
      properties: {},
      geometry: { type: "Polygon", coordinates: [[...ring, ...ring.slice(0, 1)].map(({ lng, lat }) => [lng, lat])] },
    })),
  };
}

/** About two metres a key press. */
const keyStep = 0.00002;
const arrows: Readonly<Record<string, Point>> = {
  ArrowUp: [0, keyStep],
  ArrowDown: [0, -keyStep],
  ArrowLeft: [-keyStep, 0],
  ArrowRight: [keyStep, 0],
};

export function drawEditMap(box: HTMLElement, loaded: StreetGrids, acts: () => EditActs): EditMap {
  const layers = { grids: neighbours(loaded) as never, basemap: loaded.basemap as never };
  const { on } = drawGround(box, layers);
  const drawn = layerGroup().addTo(on);
  const all = loaded.grids.flatMap(({ area }) => latLngs(area.ring));
  if (all.length > 0) on.fitBounds(polygon(all).getBounds(), { padding: [12, 12], animate: false });
  on.doubleClickZoom.disable();
  on.on("click", ({ latlng }) => acts().point([six(latlng.lng), six(latlng.lat)]));
  return {
    show(scene) {
      drawn.clearLayers();
      const look = isDark() ? darkTokens : tokens;
      for (const area of scene.areas) drawArea({ on, drawn, look, scene, acts }, area);
      for (const ring of scene.faults)
        polygon(ring.map(latLng), {
          color: look.overdue,
          fillColor: look.overdue,
          fillOpacity: 0.55,
          weight: 3,
          interactive: false,
        }).addTo(drawn);
      if (scene.points.length > 0) drawPoints(drawn, look, scene);
      const chosen = scene.areas.find(({ unit }) => unit === scene.selected);
      if (scene.moves && chosen !== undefined)
        for (const { lng, lat } of chosen.ring) drawCorner({ on, drawn, look, scene, acts }, [lng, lat]);
    },
    goTo: (ring) => void on.fitBounds(polygon(ring.map(latLng)).getBounds(), { padding: [60, 60], maxZoom: 18 }),
    remove: () => void on.remove(),
  };
}

interface Drawing {
  readonly on: Map;
  readonly drawn: ReturnType<typeof layerGroup>;
  readonly look: {
    readonly primary: string;
    readonly onPrimary: string;
    readonly information: string;
    readonly overdue: string;
  };
  readonly scene: EditScene;
  readonly acts: () => EditActs;
}

function drawArea({ drawn, look, scene, acts }: Drawing, area: GridArea): void {
  const isChosen = area.unit === scene.selected;
  const shape = polygon(latLngs(area.ring), {
    ...{ color: look.primary, weight: isChosen ? 4 : 2, fillColor: look.primary, fillOpacity: isChosen ? 0.28 : 0.06 },
    bubblingMouseEvents: true,
  });
  shape.on("click", (event: LeafletMouseEvent) => {
    acts().choose(area.unit);
    void event;
  });
  shape.addTo(drawn);
  const label = marker(shape.getBounds().getCenter(), {
    icon: divIcon({ className: isChosen ? "gl-grid-name chosen" : "gl-grid-name", html: "", iconSize: [132, 20] }),
    ...{ interactive: false, keyboard: false },
  });
  // Text, never markup: names come from people.
  label.on("add", () => label.getElement()?.replaceChildren(scene.name(area)));
  label.addTo(drawn);
}

function drawPoints(drawn: Drawing["drawn"], look: Drawing["look"], { points, closes }: EditScene): void {
  const line = points.map(latLng);
  const style = { color: look.information, weight: 3, dashArray: "6 6", interactive: false } as const;
  (closes ? polygon(line, { ...style, fillOpacity: 0.15 }) : polyline(line, style)).addTo(drawn);
  for (const at of line)
    circleMarker(at, {
      radius: 5,
      color: "#fff",
      weight: 2,
      fillColor: look.information,
      fillOpacity: 1,
      interactive: false,
    }).addTo(drawn);
}

function drawCorner({ drawn, acts }: Drawing, from: Point): void {
  const corner = marker(latLng(from), {
    icon: divIcon({ className: "gl-grid-corner", html: "", iconSize: [24, 24], iconAnchor: [12, 12] }),
    ...{ draggable: true, keyboard: true, title: "", alt: `${String(from[0])}, ${String(from[1])}` },
  });
  corner.on("dragend", () => {
    const { lng, lat } = corner.getLatLng();
    acts().move(from, [six(lng), six(lat)]);
  });
  corner.on("add", () => {
    corner.getElement()?.addEventListener("keydown", (event) => {
      const step = arrows[event.key];
      if (step === undefined) return;
      event.preventDefault();
      event.stopPropagation();
      acts().move(from, [six(from[0] + step[0]), six(from[1] + step[1])]);
    });
  });
  corner.addTo(drawn);
}
