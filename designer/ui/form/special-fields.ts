/** The few fields that know of each other: a place tells the position, matter and place together tell who is responsible. Pure. */
import type { Form, OwnerQuestion, Place, Position } from "../../../server/contract/types.ts";
import type { FormContext, FormData } from "./environment.tsx";
import { isJson, schemaAt, uiAt, widgetOf } from "./schema.ts";

/** The top-level property that a widget of this name fills. */
export function findWidget(form: Form, widget: string): string | undefined {
  const { properties } = form.schema;
  return Object.keys(isJson(properties) ? properties : {}).find(
    (key) => widgetOf(uiAt(form.uiSchema, [key])) === widget,
  );
}

const positionIn = (value: unknown): Position | undefined =>
  isJson(value) && typeof value["lng"] === "number" && typeof value["lat"] === "number"
    ? (value as unknown as Position)
    : undefined;

/** What a filled-in form says about where and what, for the request around it. */
export function factsOf(form: Form, data: FormData): Facts {
  const at = (widget: string): unknown => {
    const key = findWidget(form, widget);
    return key === undefined ? undefined : data[key];
  };
  const [matter, placeCode, position] = [at("matter"), at("place"), positionIn(at("position"))];
  return {
    ...(typeof matter === "string" && matter !== "" ? { matter } : {}),
    ...(typeof placeCode === "string" && placeCode !== "" ? { placeCode } : {}),
    ...(position === undefined ? {} : { position }),
  };
}

interface Facts {
  readonly matter?: string;
  readonly placeCode?: string;
  readonly position?: Position;
}

/** The question of 扫码定责, once matter and place (or point) are known. */
export function questionOf(form: Form, data: FormData): OwnerQuestion | undefined {
  const { matter, placeCode, position } = factsOf(form, data);
  if (matter === undefined) return undefined;
  // A registered code says it all; a trembling position must not ask again and again.
  if (placeCode !== undefined) return { matter, placeCode, ...(position === undefined ? {} : { position }) };
  return position === undefined ? undefined : { matter, position };
}

/** The data with the place's position filled in, or undefined when somebody measured or chose one. */
export function withPlace(form: Form, data: FormData, place: Place): FormData | undefined {
  const key = findWidget(form, "position");
  if (key === undefined) return undefined;
  const known = positionIn(data[key]);
  if (known !== undefined && known.source !== "place") return undefined;
  if (known?.lng === place.lng && known.lat === place.lat) return undefined;
  return { ...data, [key]: { lng: place.lng, lat: place.lat, source: "place" } };
}

/** What the page already knows when the form is opened, such as a scanned code; never over what was filled in. */
export function withStart(form: Form, data: FormData, context: FormContext): FormData {
  const place = findWidget(form, "place");
  const position = findWidget(form, "position");
  return {
    ...(place === undefined || context.placeCode === undefined ? {} : { [place]: context.placeCode }),
    ...(position === undefined || context.position === undefined ? {} : { [position]: context.position }),
    ...data,
  };
}

/** Whether anything was filled in by a person: defaults, a position the phone found and a scanned code are not worth a draft. */
export function isWorthKeeping(form: Form, data: FormData, context: FormContext): boolean {
  const position = findWidget(form, "position");
  const place = findWidget(form, "place");
  return Object.entries(data).some(([key, value]) => {
    if (value === undefined || value === schemaAt(form.schema, [key])?.["default"]) return false;
    if (key === position) return positionIn(value)?.source === "pin";
    return key !== place || value !== context.placeCode;
  });
}
