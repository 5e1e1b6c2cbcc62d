/** UUIDv7 made on the phone (decided.md 1): sorts by time, and works on insecure addresses, where `randomUUID` does not exist. */

/** `now` in epoch milliseconds; `random` ten bytes. */
export function uuidv7(now: number = Date.now(), random: Uint8Array = randomBytes()): string {
  const bytes = new Uint8Array(16);
  for (let at = 0; at < 6; at += 1) bytes[at] = Math.floor(now / 2 ** (8 * (5 - at))) % 256;
  bytes.set(random.subarray(0, 10), 6);
  bytes[6] = 0x70 | ((bytes[6] ?? 0) & 0x0f);
  bytes[8] = 0x80 | ((bytes[8] ?? 0) & 0x3f);
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join("-");
}

function randomBytes(): Uint8Array {
  return crypto.getRandomValues(new Uint8Array(10));
}
