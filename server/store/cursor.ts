/** A keyset cursor: where the last page ended, as opaque text. */
import type { Value } from "./session.ts";

export type CursorKey = readonly Value[];

const cursorText = (key: CursorKey): string => Buffer.from(JSON.stringify(key)).toString("base64url");

/** Out: the key, or undefined for no cursor or one that is not of `length` values (a link kept from another list). */
export function readCursor(text: string | undefined, length: number): CursorKey | undefined {
  if (text === undefined) return undefined;
  try {
    const key: unknown = JSON.parse(Buffer.from(text, "base64url").toString("utf8"));
    if (!Array.isArray(key) || key.length !== length) return undefined;
    const plain = key.every((value) => value === null || ["string", "number"].includes(typeof value));
    return plain ? (key as CursorKey) : undefined;
  } catch {
    return undefined;
  }
}

export interface Page<T> {
  readonly rows: readonly T[];
  readonly total: number;
  readonly next?: string;
}

const DEFAULT_LIMIT = 20;
const LARGEST_LIMIT = 200;

export const pageSize = (limit: number | undefined): number =>
  Math.max(1, Math.min(limit ?? DEFAULT_LIMIT, LARGEST_LIMIT));

/** In: one row more than the page holds. Out: the page and, when there is more, the key of its last row. */
export function pageOf<T>(rows: readonly T[], size: number, total: number, key: (row: T) => CursorKey): Page<T> {
  const shown = rows.slice(0, size);
  const last = shown.at(-1);
  return rows.length > size && last !== undefined
    ? { rows: shown, total, next: cursorText(key(last)) }
    : { rows: shown, total };
}
