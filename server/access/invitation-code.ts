/** One-time codes for a first or a new password: 80 random bits, readable aloud, kept as a hash only. */
import { createHash } from "node:crypto";

// Without letters and digits that are mistaken for one another: 32 signs, five bits each.
const alphabet = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";
/** Bytes that a code is made of. */
export const codeBytes = 16;

/** In: 16 random bytes. Out: `ABCD-EFGH-JKLM-NPQR`. */
export function codeFrom(bytes: Uint8Array): string {
  const signs = [...bytes.slice(0, codeBytes)].map((byte) => alphabet[byte & 31] ?? "");
  return [0, 4, 8, 12].map((at) => signs.slice(at, at + 4).join("")).join("-");
}

/** The hash of a code, however it was typed. */
export const codeHash = (code: string): string =>
  createHash("sha256")
    .update(`invitation:${code.normalize("NFKC").replaceAll(/[\s-]/g, "").toUpperCase()}`)
    .digest("hex");
