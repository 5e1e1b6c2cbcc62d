/** Durations as people know them, drawn with a generator that the caller seeds: the engine has no chance of its own. */

/** In minutes. `triangular`: at least, most likely, at most. */
export type Distribution =
  | { readonly kind: "fixed"; readonly minutes: number }
  | { readonly kind: "uniform"; readonly min: number; readonly max: number }
  | { readonly kind: "triangular"; readonly min: number; readonly mode: number; readonly max: number }
  | { readonly kind: "exponential"; readonly mean: number }
  /** Values that were really observed, each as likely as the other. */
  | { readonly kind: "observed"; readonly minutes: readonly number[] };

/** A number in [0, 1), like Math.random but repeatable. */
export type Chance = () => number;

export function drawFrom(distribution: Distribution, chance: Chance): number {
  switch (distribution.kind) {
    case "fixed":
      return distribution.minutes;
    case "uniform":
      return distribution.min + (distribution.max - distribution.min) * chance();
    case "triangular":
      return triangular(distribution, chance());
    case "exponential":
      return -distribution.mean * Math.log(1 - chance());
    case "observed":
      return distribution.minutes[Math.floor(chance() * distribution.minutes.length)] ?? 0;
  }
}

/** The inverse of its distribution function. */
function triangular({ min, mode, max }: Distribution & { readonly kind: "triangular" }, share: number): number {
  const width = max - min;
  if (width === 0) return min;
  return share < (mode - min) / width
    ? min + Math.sqrt(share * width * (mode - min))
    : max - Math.sqrt((1 - share) * width * (max - mode));
}
