/** The last moment that is written with a year of four digits: instants are compared, stored and shown as such. */
const LAST = Date.parse("9999-12-31T23:59:59.999Z");

/** In: milliseconds since 1970. */
export function isTooFar(at: number): boolean {
  return at > LAST;
}
