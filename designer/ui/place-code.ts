/** A place's code out of whatever a QR code holds: our own addresses, a bare code, or another product's address with a code in it. */

const bareCode = /^[A-Za-z0-9][A-Za-z0-9._-]{1,63}$/;

/** The code, trimmed; undefined when the text holds nothing that can be one. */
export function placeCodeOf(text: string): string | undefined {
  const trimmed = text.trim();
  if (bareCode.test(trimmed)) return trimmed;
  let address: URL;
  try {
    address = new URL(trimmed);
  } catch {
    return undefined;
  }
  const named = address.searchParams.get("place") ?? address.searchParams.get("code");
  const last = address.pathname
    .split("/")
    .filter((step) => step !== "")
    .slice(-1)[0];
  return [named, last].find((code): code is string => typeof code === "string" && bareCode.test(code));
}
