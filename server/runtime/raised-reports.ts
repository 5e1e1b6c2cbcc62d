/** The reports that a checklist's problem items make: its form says which, in FEEL over `submission`. */
import { compile, evaluate, type FeelContext } from "../../engine/feel/index.ts";
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

const isObject = (value: Json | undefined): value is JsonObject =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const texts = (value: Json | undefined): readonly string[] =>
  Array.isArray(value) ? (value as readonly Json[]).filter((each) => typeof each === "string") : [];

function positionOf(value: Json | undefined): Position | undefined {
  if (!isObject(value) || typeof value["lng"] !== "number" || typeof value["lat"] !== "number") return undefined;
  return value as unknown as Position;
}

/** A problem item becomes a report like any other, so that the same flow can take it. */
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
      ...(position === undefined ? {} : { position: { ...position } as JsonObject }),
      ...(typeof severity === "string" ? { severity } : {}),
    },
  };
}

type Moment = Pick<FeelContext, "now" | "timeZone">;

function raisedBy(source: string, submission: JsonObject, moment: Moment): Result<readonly RaisedReport[]> {
  const compiled = compile(source);
  if (!compiled.ok) return compiled;
  const variables = (name: string) => (name === "submission" ? submission : undefined);
  const found = evaluate(compiled.value, { ...moment, variables });
  if (!found.ok) return found;
  const entries = Array.isArray(found.value) ? (found.value as readonly Json[]) : [];
  return { ok: true, value: entries.filter(isObject).map(reportOf) };
}

/** In: a form and what was filled in. Out: its raised reports in order, or the fault of an expression. */
export function raisedReports(
  form: PublishedForm,
  submission: JsonObject,
  moment: Moment,
): Result<readonly RaisedReport[]> {
  const reports: RaisedReport[] = [];
  for (const source of Object.values(form.raises)) {
    const found = raisedBy(source, submission, moment);
    if (!found.ok) return found;
    reports.push(...found.value);
  }
  return { ok: true, value: reports };
}
