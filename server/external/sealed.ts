/** Secrets at rest: AES-256-GCM under a key drawn from the installation's secret, bound to where they belong. */
import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from "node:crypto";

const VERSION = "v1";
const IV = 12;
const TAG = 16;

const keyOf = (secret: string) => Buffer.from(hkdfSync("sha256", secret, "", "gridloom sealed settings v1", 32));

/** In: the installation's secret, a plain text, and where it stands (checked when it is opened). */
export function seal(secret: string, text: string, place: string): string {
  const iv = randomBytes(IV);
  const cipher = createCipheriv("aes-256-gcm", keyOf(secret), iv, { authTagLength: TAG });
  cipher.setAAD(Buffer.from(place));
  const sealed = Buffer.concat([cipher.update(text, "utf8"), cipher.final()]);
  return `${VERSION}.${Buffer.concat([iv, cipher.getAuthTag(), sealed]).toString("base64url")}`;
}

/** Out: undefined when it was sealed by another secret, for another place, or has been changed. */
export function unseal(secret: string, sealed: string, place: string): string | undefined {
  const [version, body = ""] = sealed.split(".");
  const bytes = Buffer.from(body, "base64url");
  if (version !== VERSION || bytes.length < IV + TAG) return undefined;
  try {
    const cipher = createDecipheriv("aes-256-gcm", keyOf(secret), bytes.subarray(0, IV), { authTagLength: TAG });
    cipher.setAAD(Buffer.from(place));
    cipher.setAuthTag(bytes.subarray(IV, IV + TAG));
    return Buffer.concat([cipher.update(bytes.subarray(IV + TAG)), cipher.final()]).toString("utf8");
  } catch {
    return undefined;
  }
}
