/** Who sent a command. A person acts with the groups (`<unitCode>/<roleKey>`) that the shell has checked. */
export type Actor =
  | { readonly kind: "person"; readonly id: string; readonly groups: readonly string[] }
  | { readonly kind: "machine"; readonly id: string }
  | { readonly kind: "resident"; readonly id: string }
  | { readonly kind: "system"; readonly id: "timer" | "job" | "engine" };
