/** The map of a street from its own GeoJSON (no tiles from the network): roads, water and buildings, the grids with their names. */
import type { Feature, FeatureCollection } from "geojson";
import { circleMarker, divIcon, geoJSON, map as leafletMap, marker, type LatLngBounds, type Map } from "leaflet";
import "leaflet/dist/leaflet.css";
import type { MapLayers } from "../../server/contract/types.ts";
import { darkTokens, tokens } from "./tokens.ts";
import { isDark } from "./theme.ts";

interface Point {
  readonly lng: number;
  readonly lat: number;
}

export interface MapMark extends Point {
  readonly id: string;
  readonly title: string;
  readonly light: "green" | "yellow" | "red" | "grey";
}

export interface PinMapDoor {
  readonly remove: () => void;
}

const look = () => (isDark() ? darkTokens : tokens);

const asCollection = (layer: unknown): FeatureCollection => layer as FeatureCollection;

const textOf = (value: unknown): string => (typeof value === "string" ? value : "");

const property = (feature: Feature | undefined, name: string): string => textOf(feature?.properties?.[name]);

/** Width in pixels of a road by its class. */
const roadWidths: Readonly<Record<string, number>> = { main: 9, street: 6, lane: 3 };

const light = {
  ground: "#F4F2EC",
  river: "#A9CDE6",
  park: "#D8EAD3",
  road: "#FFFFFF",
  building: "#E4DED2",
  wall: "#CFC7B8",
};
const dark = {
  ground: "#1B1E1D",
  river: "#2B4A66",
  park: "#20352A",
  road: "#3B403E",
  building: "#2C302E",
  wall: "#454A47",
};

/** Grey, quiet ground, so that the points on it are what one sees. */
function groundStyle(feature: Feature | undefined) {
  const ground = isDark() ? dark : light;
  switch (property(feature, "kind")) {
    case "river":
      return { color: ground.river, weight: 14, fillColor: ground.river, fillOpacity: 1 };
    case "park":
      return { stroke: false, fillColor: ground.park, fillOpacity: 1 };
    case "building":
      return { color: ground.wall, weight: 1, fillColor: ground.building, fillOpacity: 1 };
    default:
      return { color: ground.road, weight: roadWidths[property(feature, "class")] ?? 4, fillOpacity: 0 };
  }
}

function nameOf(feature: Feature): string {
  const english = document.documentElement.lang === "en";
  const own = property(feature, "name") || property(feature, "title");
  return (english ? property(feature, "nameEn") : "") || own;
}

/** Names appear when there is room for them: a building's own name only close by. */
function nameZoom(feature: Feature): number {
  if (property(feature, "kind") === "building") return 18;
  if (property(feature, "kind") === "label") return 17.25;
  return property(feature, "class") === "lane" ? 17.5 : 16;
}

interface Names {
  readonly features: readonly Feature[];
  readonly className: string;
  readonly from?: number;
}

function drawNames(on: Map, { features, className, from }: Names): void {
  const drawn = features
    .filter((feature) => nameOf(feature) !== "")
    .map((feature) => {
      const icon = divIcon({ className, html: "", iconSize: [120, 20] });
      const at = geoJSON(feature).getBounds().getCenter();
      const label = marker(at, { icon, interactive: false, keyboard: false });
      // Text, never markup: names come from packs.
      label.on("add", () => label.getElement()?.replaceChildren(nameOf(feature)));
      return { label, from: from ?? nameZoom(feature) };
    });
  const show = () => {
    for (const one of drawn) {
      if (on.getZoom() >= one.from) one.label.addTo(on);
      else one.label.remove();
    }
  };
  on.on("zoomend", show);
  show();
}

interface Ground {
  readonly on: Map;
  readonly bounds: LatLngBounds;
}

/** Roads, water, buildings and the grids as dashed lines; the map shows all grids. */
export function drawGround(box: HTMLElement, layers: MapLayers): Ground {
  const on = leafletMap(box, { attributionControl: false, minZoom: 12, maxZoom: 20, zoomSnap: 0.25 });
  box.style.background = (isDark() ? dark : light).ground;
  const basemap = asCollection(layers.basemap);
  const grids = asCollection(layers.grids);
  const lines = geoJSON(grids, {
    interactive: false,
    style: () => ({ color: look().primary, weight: 2, dashArray: "6 4", fill: false }),
  });
  const bounds = lines.getBounds();
  on.fitBounds(bounds, { padding: [8, 8], animate: false });
  geoJSON(basemap, {
    interactive: false,
    style: groundStyle,
    filter: (feature) => feature.geometry.type !== "Point",
  }).addTo(on);
  lines.addTo(on);
  drawNames(on, { features: basemap.features, className: "f-map-name" });
  drawNames(on, { features: grids.features, className: "f-map-grid", from: 14.5 });
  return { on, bounds };
}

const pinIcon = () =>
  divIcon({
    className: "f-map-pin",
    iconSize: [32, 40],
    iconAnchor: [16, 38],
    html: `<svg width="32" height="40" viewBox="0 0 32 40" aria-hidden="true"><path d="M16 39S30 25 30 15A14 14 0 0 0 2 15c0 10 14 24 14 24Z" fill="${look().overdue}" stroke="#fff" stroke-width="2"/><circle cx="16" cy="15" r="5" fill="#fff"/></svg>`,
  });

interface PinOptions {
  readonly start: Point | undefined;
  readonly street: string;
  readonly label: string;
  readonly onPin: (point: Point) => void;
}

const rounded = ({ lng, lat }: Point): Point => ({ lng: Number(lng.toFixed(6)), lat: Number(lat.toFixed(6)) });

/** About five metres a key press. */
const keyStep = 0.00005;
const arrows: Readonly<Record<string, readonly [number, number]>> = {
  ArrowUp: [0, keyStep],
  ArrowDown: [0, -keyStep],
  ArrowLeft: [-keyStep, 0],
  ArrowRight: [keyStep, 0],
};

/** A map on which one puts a pin; `remove` takes it away with everything it holds. */
export function drawPinMap(box: HTMLElement, layers: MapLayers, { start, label, onPin }: PinOptions): PinMapDoor {
  const { on, bounds } = drawGround(box, layers);
  const pin = marker(start ?? bounds.getCenter(), {
    icon: pinIcon(),
    draggable: true,
    keyboard: true,
    title: label,
    alt: label,
  });
  const put = (point: Point) => {
    pin.setLatLng(point).addTo(on);
    onPin(rounded(point));
  };
  pin.on("dragend", () => put(pin.getLatLng()));
  on.on("click", (event) => put(event.latlng));
  if (start !== undefined) {
    pin.addTo(on);
    on.setView(start, 17.5, { animate: false });
  }
  const move = (event: KeyboardEvent) => {
    const step = arrows[event.key];
    if (step === undefined || !box.contains(document.activeElement)) return;
    event.preventDefault();
    event.stopPropagation();
    const at = pin.getLatLng();
    put({ lng: at.lng + step[0], lat: at.lat + step[1] });
  };
  on.keyboard.disable();
  box.addEventListener("keydown", move);
  return { remove: () => on.remove() };
}

interface MarksOptions {
  readonly marks: readonly MapMark[];
  readonly here: Point | undefined;
  /** Unit code of the grid to bring into view; the whole street when there is none. */
  readonly grid: string | undefined;
  readonly onOpen: (id: string) => void;
}

const colours = () => {
  const now = look();
  return { green: now.onTime, yellow: now.dueSoon, red: now.overdue, grey: now.suspended };
};

/** A map of points to look at, each opening what it stands for. */
export function drawMarksMap(
  box: HTMLElement,
  layers: MapLayers,
  { marks, here, grid, onOpen }: MarksOptions,
): PinMapDoor {
  const { on } = drawGround(box, layers);
  for (const mark of marks) {
    circleMarker(mark, { radius: 10, color: "#fff", weight: 2, fillColor: colours()[mark.light], fillOpacity: 1 })
      .addTo(on)
      .bindTooltip(mark.title)
      .on("click", () => onOpen(mark.id));
  }
  if (here !== undefined)
    circleMarker(here, { radius: 7, color: "#fff", weight: 3, fillColor: look().information, fillOpacity: 1 }).addTo(
      on,
    );
  const own = asCollection(layers.grids).features.find((feature) => feature.properties?.["unit"] === grid);
  if (own !== undefined) on.fitBounds(geoJSON(own).getBounds(), { padding: [16, 16], animate: false });
  return { remove: () => on.remove() };
}
