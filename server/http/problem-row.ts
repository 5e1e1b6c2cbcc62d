/** One row of the table of problems. */
export interface ProblemRow {
  readonly status: number;
  readonly zh: string;
  readonly en: string;
}
