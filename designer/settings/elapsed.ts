/** How long after the report, in days, hours and minutes of the wall clock. */

export interface Elapsed {
  readonly days: number;
  readonly hours: number;
  readonly minutes: number;
}

export function elapsedBetween(from: string, to: string): Elapsed {
  const minutes = Math.max(0, Math.round((Date.parse(to) - Date.parse(from)) / 60_000));
  return { days: Math.floor(minutes / 1440), hours: Math.floor((minutes % 1440) / 60), minutes: minutes % 60 };
}
