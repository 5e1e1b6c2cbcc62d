/** The store will not open: the sentence says what to change. The start ends with it and exit code 1. */
import type { Problem } from "../../engine/model/problem.ts";

export class StoreRefused extends Error {
  override readonly name = "StoreRefused";
  readonly problem: Problem;
  constructor(problem: Problem) {
    super(`${problem.zh}\n${problem.en}`);
    this.problem = problem;
  }
}
