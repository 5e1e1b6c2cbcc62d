/** Figures of many values: how they spread. */

/** All in the unit of the values; all 0 when there are none. */
export interface Percentiles {
  readonly count: number;
  readonly mean: number;
  readonly p50: number;
  readonly p90: number;
  readonly p99: number;
  readonly max: number;
}

/** Nearest rank: each percentile is a value that has really occurred. */
export function percentilesOf(values: readonly number[]): Percentiles {
  const ascending = values.toSorted((a, b) => a - b);
  const at = (share: number): number => ascending[Math.max(0, Math.ceil(share * ascending.length) - 1)] ?? 0;
  const total = ascending.reduce((sum, value) => sum + value, 0);
  const mean = ascending.length === 0 ? 0 : total / ascending.length;
  return { count: ascending.length, mean, p50: at(0.5), p90: at(0.9), p99: at(0.99), max: at(1) };
}
