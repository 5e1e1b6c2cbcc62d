/** A clock that goes when it is told to, and never back. */
import type { Instant } from "../model/time.ts";

export class TestClock {
  private at: Instant;

  constructor(at: Instant) {
    this.at = at;
  }

  get now(): Instant {
    return this.at;
  }

  /** To an instant; one that has passed leaves it where it is. */
  moveTo(instant: Instant): void {
    if (instant > this.at) this.at = instant;
  }
}
