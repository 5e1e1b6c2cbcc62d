/** Makes a phone's 4–12 MB picture small enough for a bad network: at most 1600 px on the longer side, JPEG. */

const longestSide = 1600;
const quality = 0.82;

/** Width and height that keep the shape and fit; a small picture is never enlarged. */
export function fittingSize(width: number, height: number, longest = longestSide): { width: number; height: number } {
  const ratio = Math.min(1, longest / Math.max(width, height, 1));
  return { width: Math.max(1, Math.round(width * ratio)), height: Math.max(1, Math.round(height * ratio)) };
}

/** An `<img>` turns the picture the way its EXIF says, on every browser we serve. */
async function decode(file: Blob): Promise<HTMLImageElement> {
  const url = URL.createObjectURL(file);
  try {
    const image = new Image();
    image.src = url;
    await image.decode();
    return image;
  } finally {
    URL.revokeObjectURL(url);
  }
}

/** Rejects when the file is not a picture. Drawing anew also drops EXIF, so no position of a private photo leaves the phone. */
export async function compressPhoto(file: Blob): Promise<Blob> {
  const image = await decode(file);
  const { width, height } = fittingSize(image.naturalWidth, image.naturalHeight);
  const canvas = document.createElement("canvas");
  canvas.width = width;
  canvas.height = height;
  const pen = canvas.getContext("2d");
  if (pen === null) throw new Error("Expected a 2d canvas but the browser gave none");
  pen.fillStyle = "#fff";
  pen.fillRect(0, 0, width, height);
  pen.drawImage(image, 0, 0, width, height);
  return new Promise((resolve, reject) => {
    canvas.toBlob(
      (blob) => (blob === null ? reject(new Error("Expected a JPEG but got nothing")) : resolve(blob)),
      "image/jpeg",
      quality,
    );
  });
}
