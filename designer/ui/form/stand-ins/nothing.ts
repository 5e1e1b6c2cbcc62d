/**
 * Stands in for rjsf's own widgets and for its fields that form-view.tsx replaces (text, number, yes-no) or that our forms never use
 * (layout grids): 11 kB on every phone for what is never drawn (vite.config.ts points rjsf here).
 */
// oxlint-disable-next-line import/no-default-export -- rjsf imports the default
export default function nothing(): null {
  return null;
}
