/** Reads a QR code from a camera's picture or a photo: the browser's own reader where there is one, else jsqr (loaded when needed). */

interface NativeReader {
  readonly detect: (source: CanvasImageSource) => Promise<readonly { readonly rawValue: string }[]>;
}

/** Not yet in TypeScript's DOM typings. */
interface WithNativeReader {
  readonly BarcodeDetector?: new (options: { formats: readonly string[] }) => NativeReader;
}

let native: NativeReader | undefined;

async function readNatively(source: CanvasImageSource): Promise<string | undefined> {
  const Reader = (globalThis as WithNativeReader).BarcodeDetector;
  if (Reader === undefined) return undefined;
  try {
    native ??= new Reader({ formats: ["qr_code"] });
    return (await native.detect(source))[0]?.rawValue;
  } catch {
    // Some browsers have the class but no engine behind it.
    return undefined;
  }
}

const longestSide = 1000;

/** The text of the first QR code in the picture, or undefined. */
export async function readQr(source: CanvasImageSource, width: number, height: number): Promise<string | undefined> {
  const found = await readNatively(source);
  if (found !== undefined) return found;
  const ratio = Math.min(1, longestSide / Math.max(width, height, 1));
  const canvas = document.createElement("canvas");
  canvas.width = Math.max(1, Math.round(width * ratio));
  canvas.height = Math.max(1, Math.round(height * ratio));
  const pen = canvas.getContext("2d", { willReadFrequently: true });
  if (pen === null) return undefined;
  pen.drawImage(source, 0, 0, canvas.width, canvas.height);
  const pixels = pen.getImageData(0, 0, canvas.width, canvas.height);
  const { default: jsqr } = await import("jsqr");
  // Its typings follow CommonJS; bundlers give the function itself.
  const read = typeof jsqr === "function" ? jsqr : jsqr.default;
  return read(pixels.data, pixels.width, pixels.height)?.data;
}

export async function readQrFromPhoto(photo: Blob): Promise<string | undefined> {
  const url = URL.createObjectURL(photo);
  try {
    const image = new Image();
    image.src = url;
    await image.decode();
    return await readQr(image, image.naturalWidth, image.naturalHeight);
  } catch {
    return undefined;
  } finally {
    URL.revokeObjectURL(url);
  }
}
