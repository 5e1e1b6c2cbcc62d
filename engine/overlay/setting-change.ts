/** What a street may wish of its settings, who wishes it, and what it is made against. */
import type { Json, JsonObject } from "../model/json.ts";
import type { Operation, ResolvedPack } from "../model/pack.ts";
import type { Day } from "../model/time.ts";
import type { SettingPlace } from "./setting-items.ts";

/** One wish: a value, an item of one's own, taking it away, or everything as the level above has it. */
export type SettingChange = SettingPlace &
  (
    | { readonly action: "set"; readonly attribute: string; readonly value: Json }
    | { readonly action: "add"; readonly value: JsonObject }
    | { readonly action: "return" }
  );

/** Who changes, when, why, and from which day values hold. */
export interface Signature {
  readonly by: string;
  readonly at: Day;
  readonly why: string;
  readonly from: Day;
}

/** What a change is made against. */
export interface SettingGround {
  readonly inForce: ResolvedPack;
  readonly above: ResolvedPack;
  readonly operations: readonly Operation[];
}
