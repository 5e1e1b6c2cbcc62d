/** The map of a street from its own GeoJSON (no tiles from the network): roads, water and buildings, the grids with their names. */
import type { Feature, FeatureCollection, Geometry } from "geojson";
import {
  circleMarker,
  divIcon,
  geoJSON,
  map as leafletMap,
  marker,
  type LatLngBounds,
  type Layer,
  type Map,
} from "leaflet";
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

const kindOf = (feature: Feature<Geometry> | undefined): string =>
  String(feature?.properties?.["kind"] ?? feature?.properties?.["class"] ?? "");

function groundStyle(feature: Feature<Geometry> | undefined) {
  const dark = isDark();
  const kind = kindOf(feature);
  if (/river|water|lake/i.test(kind))
    return {
      color: dark ? "#2b4a66" : "#9cc3e0",
      fillColor: dark ? "#22384d" : "#cfe3f2",
      fillOpacity: 1,
      weight: feature?.geometry.type.includes("Line") === true ? 8 : 1,
    };
  if (/green|park/i.test(kind))
    return { color: "transparent", fillColor: dark ? "#203427" : "#dcecd9", fillOpacity: 1, weight: 0 };
  if (/building|house/i.test(kind))
    return { color: dark ? "#474b49" : "#c9c4ba", fillColor: dark ? "#333735" : "#e6e1d8", fillOpacity: 1, weight: 1 };
  return { color: dark ? "#4a4f4c" : "#ffffff", fillOpacity: 0, weight: /main|trunk|primary/i.test(kind) ? 7 : 4 };
}

const nameOf = (feature: Feature<Geometry>): string => {
  const { title, name } = feature.properties ?? {};
  if (typeof title === "object" && title !== null) return String((title as Record<string, unknown>)["zh-CN"] ?? "");
  return String(name ?? title ?? "");
};

function drawNames(on: Map, collection: FeatureCollection, className: string): void {
  for (const feature of collection.features) {
    const name = nameOf(feature);
    if (name === "") continue;
    const centre = geoJSON(feature).getBounds().getCenter();
    const icon = divIcon({ className, html: "", iconSize: [120, 20] });
    const label = marker(centre, { icon, interactive: false, keyboard: false }).addTo(on).getElement();
    // Text, never markup: names come from packs.
    if (label !== undefined) label.textContent = name;
  }
}

function drawGround(
  box: HTMLElement,
  layers: MapLayers,
): { readonly on: Map; readonly grids: Layer; readonly bounds: LatLngBounds } {
  const on = leafletMap(box, {
    attributionControl: false,
    zoomControl: true,
    minZoom: 11,
    maxZoom: 19,
    zoomSnap: 0.25,
  });
  const basemap = asCollection(layers.basemap);
  const grids = geoJSON(asCollection(layers.grids), {
    interactive: false,
    style: () => ({ color: look().primary, weight: 2, dashArray: "6 4", fillOpacity: 0.04, fillColor: look().primary }),
  });
  on.fitBounds(grids.getBounds(), { padding: [8, 8], animate: false });
  geoJSON(basemap, {
    interactive: false,
    style: groundStyle,
    filter: (feature) => feature.geometry.type !== "Point",
  }).addTo(on);
  grids.addTo(on);
  drawNames(on, basemap, "f-map-name");
  drawNames(on, asCollection(layers.grids), "f-map-grid");
  return { on, grids, bounds: grids.getBounds() };
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
    on.setView(start, 16.5, { animate: false });
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
