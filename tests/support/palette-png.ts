/** Makes a screenshot small enough for a repository: the same PNG with its 256 commonest colours. */
import { crc32, deflateSync, inflateSync } from "node:zlib";

interface Raster {
  readonly width: number;
  readonly height: number;
  /** Bytes of one pixel. */
  readonly channels: number;
  readonly pixels: Buffer;
}

const paeth = (left: number, up: number, corner: number): number => {
  const guess = left + up - corner;
  const [a, b, c] = [Math.abs(guess - left), Math.abs(guess - up), Math.abs(guess - corner)];
  return a <= b && a <= c ? left : b <= c ? up : corner;
};

/** PNG filter types 0 to 4 (PNG specification, section 9.2). */
function guessed(filter: number, left: number, up: number, corner: number): number {
  return [0, left, up, (left + up) >> 1, paeth(left, up, corner)][filter] ?? 0;
}

function decode(png: Buffer): Raster {
  const [width, height, channels] = [png.readUInt32BE(16), png.readUInt32BE(20), png[25] === 6 ? 4 : 3];
  const parts: Buffer[] = [];
  for (let at = 8; at < png.length; at += 12 + png.readUInt32BE(at))
    if (png.toString("latin1", at + 4, at + 8) === "IDAT")
      parts.push(png.subarray(at + 8, at + 8 + png.readUInt32BE(at)));
  const raw = inflateSync(Buffer.concat(parts));
  const line = width * channels;
  const pixels = Buffer.alloc(line * height);
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < line; x += 1) {
      const at = y * line + x;
      const left = x < channels ? 0 : (pixels[at - channels] ?? 0);
      const up = y === 0 ? 0 : (pixels[at - line] ?? 0);
      const corner = x < channels || y === 0 ? 0 : (pixels[at - line - channels] ?? 0);
      pixels[at] = (raw[y * (line + 1) + 1 + x] ?? 0) + guessed(raw[y * (line + 1)] ?? 0, left, up, corner);
    }
  return { width, height, channels, pixels };
}

const colourAt = ({ pixels, channels }: Raster, at: number): number =>
  ((pixels[at * channels] ?? 0) << 16) | ((pixels[at * channels + 1] ?? 0) << 8) | (pixels[at * channels + 2] ?? 0);
const parts = (colour: number) => [colour >> 16, (colour >> 8) & 255, colour & 255] as const;

function commonest(raster: Raster): readonly number[] {
  const counts = new Map<number, number>();
  for (let at = 0; at < raster.width * raster.height; at += 1) {
    const colour = colourAt(raster, at);
    counts.set(colour, (counts.get(colour) ?? 0) + 1);
  }
  return [...counts]
    .sort((a, b) => b[1] - a[1])
    .slice(0, 256)
    .map(([colour]) => colour);
}

function nearest(palette: readonly number[], colour: number): number {
  const [r, g, b] = parts(colour);
  const far = palette.map((each) => {
    const [x, y, z] = parts(each);
    return (r - x) ** 2 + (g - y) ** 2 + (b - z) ** 2;
  });
  return far.indexOf(Math.min(...far));
}

function chunk(type: string, content: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, "latin1"), content]);
  const frame = Buffer.alloc(8);
  frame.writeUInt32BE(content.length);
  frame.writeUInt32BE(crc32(body), 4);
  return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)]);
}

/** In: a PNG of 8 bits a channel without interlacing, as Chromium makes them. */
export function palettePng(png: Buffer): Buffer {
  const raster = decode(png);
  const { width, height } = raster;
  const palette = commonest(raster);
  const known = new Map(palette.map((colour, index) => [colour, index]));
  const lines = Buffer.alloc((width + 1) * height);
  for (let at = 0; at < width * height; at += 1) {
    const colour = colourAt(raster, at);
    const index = known.get(colour) ?? nearest(palette, colour);
    known.set(colour, index);
    lines[at + Math.floor(at / width) + 1] = index;
  }
  const head = Buffer.from(png.subarray(16, 29));
  head.set([8, 3, 0, 0, 0], 8);
  return Buffer.concat([
    png.subarray(0, 8),
    chunk("IHDR", head),
    chunk("PLTE", Buffer.from(palette.flatMap(parts))),
    chunk("IDAT", deflateSync(lines, { level: 9 })),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}
