/** Setting and hash of the one-time setup code. */
import { createHash, timingSafeEqual } from "node:crypto";

/** Setting that holds the hash of the code, until it is used. */
export const setupCodeKey = "setupCodeHash";

/** The hash of a code, however people write it: small letters, spaces, without hyphens. */
export const setupCodeHash = (code: string): string =>
  createHash("sha256").update(code.replaceAll(/[\s-]/g, "").toUpperCase()).digest("hex");

export function isSetupCode(code: string, wantedHash: string): boolean {
  const [given, wanted] = [Buffer.from(setupCodeHash(code)), Buffer.from(wantedHash)];
  return given.length === wanted.length && timingSafeEqual(given, wanted);
}
