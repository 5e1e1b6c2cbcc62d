/** The indicators in force for a unit, with their targets, out of its resolved content. */
import type { Indicator } from "../../../engine/indicators/index.ts";
import type { Json, JsonObject } from "../../../engine/model/json.ts";
import type { Title } from "../../../engine/model/title.ts";
import type { IndicatorView } from "../../contract/types.ts";
import type { RuntimeContext } from "../context.ts";
import { contentOf } from "../street-words.ts";

const objects = (value: Json | undefined): readonly JsonObject[] =>
  (Array.isArray(value) ? value : []).filter((each): each is JsonObject => typeof each === "object" && each !== null);

/** An indicator and its target on the day of asking. */
export interface Scored {
  readonly indicator: Indicator;
  readonly target: number | undefined;
}

const isOn = (each: JsonObject) => each["enabled"] !== false;

/** Indicators by content, so that judgements are kept as long as the content is. */
const known = new WeakMap<JsonObject, readonly Indicator[]>();

function indicatorsIn(content: JsonObject): readonly Indicator[] {
  const found = known.get(content) ?? (objects(content["indicators"]).filter(isOn) as unknown as readonly Indicator[]);
  known.set(content, found);
  return found;
}

/** Every indicator of a scorecard of a street's content, in its order. Throws when there is no such scorecard. */
export function scorecardOf({ catalogue, ports }: RuntimeContext, street: string, key: string): readonly Scored[] {
  const content = contentOf(catalogue.resolvedPack(street), "scorecard", key);
  if (content === undefined) throw new Error(`Expected the scorecard "${key}" in the content of ${street}.`);
  return indicatorsIn(content).map((indicator) => {
    const target =
      indicator.target === undefined ? null : catalogue.parameter(street, indicator.target, ports.clock.now());
    return { indicator, target: typeof target === "number" ? target : undefined };
  });
}

/** Groups of the scorecard, in their order. */
export function groupsOf({ catalogue }: RuntimeContext, street: string, key: string): { key: string; title: Title }[] {
  const content = contentOf(catalogue.resolvedPack(street), "scorecard", key);
  return objects(content?.["groups"]).map((group) => {
    const { id, title } = group as unknown as { readonly id: string; readonly title: Title };
    return { key: id, title: { ...title } };
  });
}

export function indicatorView({ indicator, target }: Scored): IndicatorView {
  const { id, title, formula, group, headline, over, unit, direction, numerator, denominator } = indicator;
  return {
    ...(group === undefined ? {} : { group }),
    ...(headline === undefined ? {} : { headline }),
    ...{ id, title: { ...title }, formula: { ...formula }, over, unit, direction, numerator },
    ...(denominator === undefined ? {} : { denominator }),
    ...(target === undefined ? {} : { target }),
  };
}
