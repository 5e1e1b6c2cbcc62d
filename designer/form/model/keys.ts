/** Keys of fields, options and forms: made from English words where there are any, else numbered. Never changed once published. */
const KEY = /^[a-z][A-Za-z0-9]*(__[a-z][A-Za-z0-9]*)?$/;
/** Names that no JSON body may carry (server/http/json-body.ts). */
const refused: ReadonlySet<string> = new Set(["constructor", "prototype"]);
const longest = 40;

export const isKey = (text: string): boolean => KEY.test(text) && text.length <= 64 && !refused.has(text);

/** `Floor area!` → `floorArea`; empty when nothing of it can stand in a key. */
export function keyFromWords(words: string): string {
  const parts = words.match(/[A-Za-z0-9]+/g) ?? [];
  const joined = parts
    .map((part, at) =>
      at === 0 ? part.toLowerCase() : `${part.slice(0, 1).toUpperCase()}${part.slice(1).toLowerCase()}`,
    )
    .join("")
    .slice(0, longest);
  return isKey(joined) ? joined : "";
}

/** `base`, or `base2`, `base3` … when it is taken. */
export function freeKey(base: string, taken: ReadonlySet<string>): string {
  if (!taken.has(base) && isKey(base)) return base;
  for (let n = 2; ; n++) if (!taken.has(`${base}${n}`)) return `${base}${n}`;
}

/** `text`, `text2` … : a key that nobody chose and that may still become a better one. */
export const isMadeKey = (key: string, kind: string): boolean => new RegExp(`^${kind}\\d*$`).test(key);
