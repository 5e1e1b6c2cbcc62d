/** A street's parameter as it holds today, for what the server itself counts by. */
import type { Json } from "../../engine/model/json.ts";
import type { ResolvedPack } from "../../engine/model/pack.ts";
import { seriesOf } from "../../engine/overlay/index.ts";
import { contentOf, objects } from "./street-words.ts";

/** In: the day `YYYY-MM-DD`. Out: undefined when the pack has no such parameter. */
export function parameterValue(pack: ResolvedPack, key: string, day: string): Json | undefined {
  const declarations = objects(contentOf(pack, "parameter", "parameters")?.["parameters"]);
  const declaration = declarations.find((each) => each["key"] === key);
  if (declaration === undefined) return undefined;
  return seriesOf(declaration).findLast((entry) => entry.from <= day)?.value;
}
