/** One text for one value: sorted keys, no spaces; what content hashes are taken of. */
import type { Json } from "../model/json.ts";

/** In: plain JSON (an absent property and `undefined` are the same). Out: text that is equal exactly when the values are. */
export function canonicalJson(value: Json | undefined): string {
  return JSON.stringify(sorted(value ?? null));
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (value === null || typeof value !== "object") return value;
  const entries = Object.entries(value).filter(([, child]) => child !== undefined);
  return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, child]) => [key, sorted(child)]));
}
