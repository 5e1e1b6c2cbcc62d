/** What a document may call FEEL: the URIs of all versions of DMN end in its name. */
export function isFeelName(name: string): boolean {
  return /(^|\/)(x-)?feel\/?$/i.test(name.trim());
}
