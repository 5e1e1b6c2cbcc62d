/** Hands a file that was fetched to the browser's downloads. */
import type { FetchedFile } from "../../app/api.ts";

export function saveFile({ blob, name }: FetchedFile): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
