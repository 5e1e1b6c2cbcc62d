/**
 * Reads the table of contents of a ZIP file and unpacks single parts of it, counting what comes out (S11): a workbook
 * is refused before a library unpacks gigabytes. Store and deflate only, no encryption, no ZIP64.
 */
import { inflateRawSync } from "node:zlib";

export interface ZipLimits {
  readonly entries: number;
  /** Bytes of all parts together, unpacked. */
  readonly unpacked: number;
}

interface Entry {
  readonly name: string;
  readonly method: number;
  readonly packed: number;
  readonly unpacked: number;
  readonly at: number;
}

const endOfContents = 0x06054b50;
const contentsEntry = 0x02014b50;
const localEntry = 0x04034b50;

/** Where the table of contents begins and how many entries it has. */
function contentsOf(bytes: Buffer): { readonly at: number; readonly count: number } | undefined {
  const earliest = Math.max(0, bytes.length - 65_557);
  for (let at = bytes.length - 22; at >= earliest; at--)
    if (bytes.readUInt32LE(at) === endOfContents)
      return { at: bytes.readUInt32LE(at + 16), count: bytes.readUInt16LE(at + 10) };
  return undefined;
}

function entriesOf(bytes: Buffer, limit: number): readonly Entry[] | undefined {
  const contents = contentsOf(bytes);
  if (contents === undefined || contents.count > limit) return undefined;
  const entries: Entry[] = [];
  for (let at = contents.at, left = contents.count; left > 0; left--) {
    if (at + 46 > bytes.length || bytes.readUInt32LE(at) !== contentsEntry) return undefined;
    const [name, extra, comment] = [
      bytes.readUInt16LE(at + 28),
      bytes.readUInt16LE(at + 30),
      bytes.readUInt16LE(at + 32),
    ];
    entries.push({
      ...{ name: bytes.toString("utf8", at + 46, at + 46 + name), method: bytes.readUInt16LE(at + 10) },
      ...{
        packed: bytes.readUInt32LE(at + 20),
        unpacked: bytes.readUInt32LE(at + 24),
        at: bytes.readUInt32LE(at + 42),
      },
    });
    at += 46 + name + extra + comment;
  }
  return entries;
}

/** Unpacks a part, at most `most` bytes of it, whatever the table of contents says. Throws when there is more. */
function unpack(bytes: Buffer, { at, method, packed }: Entry, most: number): Buffer {
  if (bytes.readUInt32LE(at) !== localEntry) throw new Error("Expected a part of the file.");
  const from = at + 30 + bytes.readUInt16LE(at + 26) + bytes.readUInt16LE(at + 28);
  const part = bytes.subarray(from, from + packed);
  if (method === 0 && part.length <= most) return part;
  if (method !== 8) throw new Error("Expected a part that is stored or deflated.");
  return inflateRawSync(part, { maxOutputLength: Math.max(most, 1) });
}

/** Out: all parts by name, or undefined when the file is broken or beyond the limits. */
export function zipParts(given: Uint8Array, limits: ZipLimits): ReadonlyMap<string, Buffer> | undefined {
  const bytes = Buffer.from(given.buffer, given.byteOffset, given.byteLength);
  try {
    const entries = entriesOf(bytes, limits.entries);
    if (entries === undefined) return undefined;
    const parts = new Map<string, Buffer>();
    let left = limits.unpacked;
    for (const entry of entries) {
      if (entry.unpacked > left || entry.name.includes("..")) return undefined;
      const part = unpack(bytes, entry, left);
      left -= part.length;
      parts.set(entry.name, part);
    }
    return parts;
  } catch {
    return undefined;
  }
}
