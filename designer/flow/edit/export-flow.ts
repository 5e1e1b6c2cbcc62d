/** Files of a flow: the BPMN itself, the drawing as SVG, and as PNG for documents and posters. */

/** Pixels of the picture for one of the drawing, so that it prints well. */
const sharpness = 2;

export function download(name: string, blob: Blob): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  // The browser has begun to read by then; kept longer it would stay in memory.
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

export const bpmnFile = (xml: string): Blob => new Blob([xml], { type: "application/bpmn+xml" });
export const svgFile = (svg: string): Blob => new Blob([svg], { type: "image/svg+xml" });

/** @throws when the browser cannot draw it. */
export async function pngFile(svg: string): Promise<Blob> {
  const picture = new Image();
  picture.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
  await picture.decode();
  const canvas = document.createElement("canvas");
  canvas.width = picture.width * sharpness;
  canvas.height = picture.height * sharpness;
  const brush = canvas.getContext("2d");
  if (brush === null) throw new Error("Expected a canvas to draw on");
  brush.fillStyle = "#fff";
  brush.fillRect(0, 0, canvas.width, canvas.height);
  brush.drawImage(picture, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => (blob === null ? reject(new Error("Expected a picture")) : resolve(blob)), "image/png");
  });
}
