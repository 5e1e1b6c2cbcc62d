/** The reports that a checklist's problem items make: each becomes a report like any other, for the same flow. */
import { raisedItems } from "../../engine/forms/index.ts";
import type { FormContext } from "../../engine/model/form.ts";
import type { Json, JsonObject } from "../../engine/model/json.ts";
import type { Result } from "../../engine/model/problem.ts";
import type { Position } from "../contract/types.ts";
import type { PublishedForm } from "./catalogue-type.ts";

export interface RaisedReport {
  readonly matter: string;
  readonly report: JsonObject;
  readonly photos: readonly string[];
  readonly spot: { readonly placeCode?: string; readonly position?: Position };
}

const texts = (value: Json | undefined): readonly string[] =>
  Array.isArray(value) ? (value as readonly Json[]).filter((each) => typeof each === "string") : [];

function positionOf(value: Json | undefined): Position | undefined {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return undefined;
  const { lng, lat } = value as JsonObject;
  return typeof lng === "number" && typeof lat === "number" ? (value as unknown as Position) : undefined;
}

function reportOf(entry: JsonObject): RaisedReport {
  const { matter, description, severity, placeCode } = entry;
  const photos = texts(entry["photos"]);
  const position = positionOf(entry["position"]);
  return {
    matter: typeof matter === "string" ? matter : "",
    photos,
    spot: {
      ...(typeof placeCode === "string" ? { placeCode } : {}),
      ...(position === undefined ? {} : { position }),
    },
    report: {
      ...{ matter: matter ?? null, description: description ?? null, photos, onSpot: false },
      ...(position === undefined ? {} : { position: { ...position } }),
      ...(typeof severity === "string" ? { severity } : {}),
    },
  };
}

/** In: a form and what was filled in. Out: its raised reports in order, or the fault of an expression. */
export function raisedReports(
  form: PublishedForm,
  submission: JsonObject,
  moment: FormContext,
): Result<readonly RaisedReport[]> {
  const items = raisedItems(form, submission, moment);
  return items.ok ? { ok: true, value: items.value.map(reportOf) } : items;
}
