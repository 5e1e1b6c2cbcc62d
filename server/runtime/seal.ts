/**
 * Keeps personal data unreadable in the tables: numbers are sealed, addresses and devices are only ever compared by a
 * keyed digest. The key comes from the installation's secret, which every node shares.
 */
import { createCipheriv, createDecipheriv, createHmac, hkdfSync } from "node:crypto";

export interface Seal {
  /** @param nonce twelve bytes of chance, never used twice */
  close(text: string, nonce: Uint8Array): string;
  /** Throws when the text was not sealed by this installation. */
  open(sealed: string): string;
  /** The same text gives the same digest, and nobody without the key finds the text. */
  digest(kind: string, text: string): string;
}

const TAG = 16;
const NONCE = 12;

const keyFor = (secret: string, use: string): Buffer => Buffer.from(hkdfSync("sha256", secret, "gridloom", use, 32));

export function sealWith(secret: string): Seal {
  const [cipherKey, digestKey] = [keyFor(secret, "contact"), keyFor(secret, "count")];
  return {
    close(text, nonce) {
      const cipher = createCipheriv("aes-256-gcm", cipherKey, nonce);
      const body = Buffer.concat([cipher.update(text, "utf8"), cipher.final()]);
      return Buffer.concat([nonce, cipher.getAuthTag(), body]).toString("base64url");
    },
    open(sealed) {
      const bytes = Buffer.from(sealed, "base64url");
      const decipher = createDecipheriv("aes-256-gcm", cipherKey, bytes.subarray(0, NONCE));
      decipher.setAuthTag(bytes.subarray(NONCE, NONCE + TAG));
      return Buffer.concat([decipher.update(bytes.subarray(NONCE + TAG)), decipher.final()]).toString("utf8");
    },
    digest: (kind, text) => createHmac("sha256", digestKey).update(`${kind}\n${text}`).digest("base64url"),
  };
}
