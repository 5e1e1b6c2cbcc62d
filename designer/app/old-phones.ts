/**
 * What the oldest phones we serve (Chromium 87: WeChat's web view, old Android) lack of what our libraries use: `structuredClone` (98),
 * `Object.hasOwn` (93), `Array.prototype.at` (92). Imported first of all; does nothing on newer ones.
 */

/** Enough for form values: JSON, dates and undefined properties. */
function cloneValue<T>(value: T): T {
  if (typeof value !== "object" || value === null) return value;
  if (value instanceof Date) return new Date(value) as T;
  if (Array.isArray(value)) return value.map(cloneValue) as T;
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, cloneValue<unknown>(part)])) as T;
}

function define(on: object, name: string, value: unknown): void {
  if (!(name in on)) Object.defineProperty(on, name, { value, configurable: true, writable: true });
}

define(globalThis, "structuredClone", cloneValue);
define(Object, "hasOwn", (on: object, key: PropertyKey) => Object.prototype.hasOwnProperty.call(on, key));
define(Array.prototype, "at", function at(this: readonly unknown[], index: number) {
  return this[index < 0 ? this.length + index : index];
});
