/** Reads the files of a zip (docx, xlsx) by its central directory: enough to look inside what we wrote. */
import { inflateRawSync } from "node:zlib";

export function unzip(bytes: Uint8Array): ReadonlyMap<string, string> {
  const zip = Buffer.from(bytes);
  const end = zip.lastIndexOf(Buffer.from("PK\u0005\u0006"));
  const files = new Map<string, string>();
  let at = zip.readUInt32LE(end + 16);
  for (let left = zip.readUInt16LE(end + 10); left > 0; left--) {
    const [method, size] = [zip.readUInt16LE(at + 10), zip.readUInt32LE(at + 20)];
    const [name, extra, comment] = [zip.readUInt16LE(at + 28), zip.readUInt16LE(at + 30), zip.readUInt16LE(at + 32)];
    const local = zip.readUInt32LE(at + 42);
    const from = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
    const raw = zip.subarray(from, from + size);
    files.set(
      zip.toString("utf8", at + 46, at + 46 + name),
      (method === 8 ? inflateRawSync(raw) : raw).toString("utf8"),
    );
    at += 46 + name + extra + comment;
  }
  return files;
}
