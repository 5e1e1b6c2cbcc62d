/** A fingerprint of JSON that does not depend on the order of keys: the same content sent again is the same. */
import { createHash } from "node:crypto";
import { canonicalJson } from "../../engine/overlay/canonical-json.ts";
import type { Json } from "../../engine/model/json.ts";

/** SHA-256 in hex. */
export const contentHash = (value: Json): string => createHash("sha256").update(canonicalJson(value)).digest("hex");
