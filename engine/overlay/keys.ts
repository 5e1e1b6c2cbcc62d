/** Keys, ids and attribute names that packs may use (decided.md 3). */
const KEY = /^[a-z][A-Za-z0-9]*(__[a-z][A-Za-z0-9]*)?$/;
const ATTRIBUTE = /^[$a-z][A-Za-z0-9:-]*$/;

export function isKey(text: unknown): text is string {
  return typeof text === "string" && text.length <= 64 && KEY.test(text);
}

export function isAttribute(text: unknown): text is string {
  return typeof text === "string" && text.length <= 64 && ATTRIBUTE.test(text);
}

/** A child's own items carry its key, so that nothing the base adds later can collide. */
export function isOwn(pack: string, id: string): boolean {
  return isKey(id) && id.startsWith(`${pack}__`);
}
