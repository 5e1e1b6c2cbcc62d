/**
 * Stands in for `markdown-to-jsx`, which rjsf would load on every phone (17 kB) for descriptions written in Markdown; our forms have
 * none (vite.config.ts points rjsf here).
 */
export function Markdown({ children }: { readonly children: string }): string {
  return children;
}
