/** Addresses as logs and lists show them: enough to recognise one's own, too little to use it. */
export const isPhone = (text: string): boolean => /^1\d{10}$/.test(text);

/** A number that takes SMS; a landline or none gives null. */
export const mobileOf = (phone: string | null): string | null => {
  const digits = phone?.replaceAll(/[\s-]/g, "") ?? "";
  return isPhone(digits) ? digits : null;
};

export function maskAddress(address: string): string {
  if (address === "") return "";
  if (isPhone(address)) return `${address.slice(0, 3)}****${address.slice(-4)}`;
  const at = address.lastIndexOf("@");
  if (at > 0) return `${address.slice(0, 1)}***${address.slice(at)}`;
  return `${address.slice(0, 1)}***`;
}

/** A text that another server sent, without anything secret that it may repeat. */
export function withoutSecrets(text: string, secrets: readonly string[]): string {
  return secrets.filter((secret) => secret.length >= 3).reduce((left, secret) => left.replaceAll(secret, "***"), text);
}
