/** Every built-in function by its FEEL name. */
import type { FeelFunction } from "../value.ts";
import { AGGREGATE_FUNCTIONS } from "./aggregates.ts";
import { CONTEXT_FUNCTIONS } from "./contexts.ts";
import { CONVERSION_FUNCTIONS } from "./conversions.ts";
import { LIST_FUNCTIONS } from "./lists.ts";
import { NUMBER_FUNCTIONS } from "./numbers.ts";
import { RANGE_FUNCTIONS } from "./ranges.ts";
import { STRING_FUNCTIONS } from "./strings.ts";
import { TIME_FUNCTIONS } from "./times.ts";

/** A map, not an object: `constructor` is no function of FEEL. */
export const BUILTINS: ReadonlyMap<string, FeelFunction> = new Map(
  [
    CONVERSION_FUNCTIONS,
    STRING_FUNCTIONS,
    LIST_FUNCTIONS,
    AGGREGATE_FUNCTIONS,
    NUMBER_FUNCTIONS,
    TIME_FUNCTIONS,
    RANGE_FUNCTIONS,
    CONTEXT_FUNCTIONS,
  ].flatMap((family) => Object.entries(family)),
);
