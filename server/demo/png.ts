/** Writes small pictures as PNG with a palette (ISO/IEC 15948), without any library. */
import { crc32, deflateSync } from "node:zlib";

export type Rgb = readonly [red: number, green: number, blue: number];

/** Pixels are indexes into the palette, row by row. */
export interface Picture {
  readonly width: number;
  readonly height: number;
  readonly palette: readonly Rgb[];
  readonly pixels: Uint8Array;
}

function chunk(type: string, data: Uint8Array): Buffer {
  const body = Buffer.concat([Buffer.from(type, "latin1"), data]);
  const framed = Buffer.alloc(body.length + 8);
  framed.writeUInt32BE(data.length, 0);
  body.copy(framed, 4);
  framed.writeUInt32BE(crc32(body), body.length + 4);
  return framed;
}

function header({ width, height }: Picture): Buffer {
  const data = Buffer.alloc(13);
  data.writeUInt32BE(width, 0);
  data.writeUInt32BE(height, 4);
  // 8 bits a pixel, palette, deflate, no interlacing
  data.set([8, 3, 0, 0, 0], 8);
  return data;
}

/** Each row begins with its filter: none. */
function rows({ width, height, pixels }: Picture): Buffer {
  const data = Buffer.alloc((width + 1) * height);
  for (let y = 0; y < height; y++) data.set(pixels.subarray(y * width, (y + 1) * width), y * (width + 1) + 1);
  return data;
}

/** Out: the bytes of a PNG file. */
export function encodePng(picture: Picture): Uint8Array {
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([
    signature,
    chunk("IHDR", header(picture)),
    chunk("PLTE", Buffer.from(picture.palette.flat())),
    chunk("IDAT", deflateSync(rows(picture), { level: 9 })),
    chunk("IEND", new Uint8Array(0)),
  ]);
}
