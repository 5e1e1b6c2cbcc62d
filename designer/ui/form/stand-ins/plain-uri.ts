/**
 * Stands in for `fast-uri`, with which rjsf resolves references between schemas (9 kB on every phone). Our forms refer only to places
 * in themselves (`#/$defs/…`), which the server checks when a form is published (vite.config.ts points rjsf here).
 */
const plainUri = {
  equal: (one: string, other: string): boolean => one === other,
  resolve: (base: string, reference: string): string =>
    reference.startsWith("#") ? `${base.split("#")[0] ?? ""}${reference}` : reference,
};

// oxlint-disable-next-line import/no-default-export -- rjsf imports the default
export default plainUri;
