/**
 * What compiled validators need at run time, and nothing else. Built once as a chunk for the phone (npm run build →
 * dist/validators) and imported as it is by the server. ajv's generated code asks for its parts with `require`.
 */
import { formats } from "./formats.ts";
import { pattern } from "./pattern.ts";

// Object.hasOwn, which RE2 uses too, is younger than some phones that run this.
const has = (value: object, key: string) => Object.prototype.hasOwnProperty.call(value, key);

Object.hasOwn ??= has;

/** Length in characters, not UTF-16 units, as JSON Schema counts. */
function lengthOf(text: string): number {
  let length = 0;
  for (const _ of text) length++;
  return length;
}

/** Equality of JSON values, for `const`, `enum` and `uniqueItems`. */
function areEqual(left: unknown, right: unknown): boolean {
  if (Object.is(left, right) || left === right) return true;
  if (typeof left !== "object" || typeof right !== "object" || left === null || right === null) return false;
  if (Array.isArray(left) !== Array.isArray(right)) return false;
  const keys = Object.keys(left);
  if (keys.length !== Object.keys(right).length) return false;
  return keys.every((key) => has(right, key) && areEqual(Reflect.get(left, key), Reflect.get(right, key)));
}

const parts: Readonly<Record<string, unknown>> = {
  "ajv/dist/runtime/equal": { default: areEqual },
  "ajv/dist/runtime/ucs2length": { default: lengthOf },
  "gridloom/formats": { formats },
  "gridloom/pattern": { pattern },
};

/** Gives one of the named parts; throws for any other: generated code can reach nothing else. */
export function require(name: string): unknown {
  if (!has(parts, name)) throw new Error(`A compiled form may not use "${name}"`);
  return parts[name];
}
