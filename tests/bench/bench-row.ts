/** One line of a benchmark's table: a ratio or a cost, with the raw samples it was made from. */
export interface BenchRow {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  readonly better: "higher" | "lower";
  readonly bar?: number;
  readonly samples: readonly number[];
}
