/** What is still to happen in a Monte-Carlo run, the earliest first; of the same minute what was planned first. */
export class Happenings {
  private readonly heap: Happening[] = [];
  private planned = 0;

  plan(minute: number, happen: () => void): void {
    this.planned += 1;
    this.heap.push({ minute, order: this.planned, happen });
    this.rise(this.heap.length - 1);
  }

  /** Takes the next one out. */
  next(): Happening | undefined {
    const [first] = this.heap;
    const last = this.heap.pop();
    if (first === undefined || last === undefined || first === last) return first;
    this.heap[0] = last;
    this.sink(0);
    return first;
  }

  private rise(from: number): void {
    for (let at = from; at > 0;) {
      const above = (at - 1) >> 1;
      if (!this.isBefore(at, above)) return;
      this.swap(at, above);
      at = above;
    }
  }

  private sink(from: number): void {
    for (let at = from; ;) {
      const left = 2 * at + 1;
      const first = this.isBefore(left + 1, left) ? left + 1 : left;
      if (!this.isBefore(first, at)) return;
      this.swap(at, first);
      at = first;
    }
  }

  private isBefore(one: number, other: number): boolean {
    const a = this.heap[one];
    const b = this.heap[other];
    if (a === undefined || b === undefined) return false;
    return a.minute === b.minute ? a.order < b.order : a.minute < b.minute;
  }

  private swap(one: number, other: number): void {
    const a = this.heap[one];
    const b = this.heap[other];
    if (a === undefined || b === undefined) return;
    this.heap[one] = b;
    this.heap[other] = a;
  }
}

interface Happening {
  readonly minute: number;
  readonly order: number;
  readonly happen: () => void;
}
