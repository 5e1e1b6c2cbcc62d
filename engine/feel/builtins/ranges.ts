/** Range functions: Allen's relations between points and ranges (DMN §10.3.4.11). */
import { compare, isInRange } from "../comparison.ts";
import { builtin, overloads } from "../signature.ts";
import type { Run } from "../run.ts";
import { FeelFunction, FeelRange } from "../value.ts";
import type { Value } from "../value.ts";

/** Thrown out of a relation whose ends have no order; the relation is then null. */
class Incomparable extends Error {}

function cmp(a: Value, b: Value): number {
  const order = compare(a, b);
  if (order === null) throw new Incomparable();
  return order;
}

function relation(decide: () => boolean): Value {
  try {
    return decide();
  } catch (error) {
    if (error instanceof Incomparable) return null;
    throw error;
  }
}

type Relation = (a: FeelRange, b: FeelRange) => boolean;
type PointRelation = (point: Value, range: FeelRange) => boolean;

const before: Relation = (a, b) =>
  cmp(a.end, b.start) < 0 || (cmp(a.end, b.start) === 0 && !(a.endIncluded && b.startIncluded));
const meets: Relation = (a, b) => a.endIncluded && b.startIncluded && cmp(a.end, b.start) === 0;
const overlaps: Relation = (a, b) => !before(a, b) && !before(b, a);
const startsEarlier: Relation = (a, b) =>
  cmp(a.start, b.start) < 0 || (cmp(a.start, b.start) === 0 && a.startIncluded && !b.startIncluded);
const endsEarlier: Relation = (a, b) =>
  cmp(a.end, b.end) < 0 || (cmp(a.end, b.end) === 0 && !a.endIncluded && b.endIncluded);
const sameStart: Relation = (a, b) => cmp(a.start, b.start) === 0 && a.startIncluded === b.startIncluded;
const sameEnd: Relation = (a, b) => cmp(a.end, b.end) === 0 && a.endIncluded === b.endIncluded;
const overlapsBefore: Relation = (a, b) => startsEarlier(a, b) && overlaps(a, b) && !endsEarlier(b, a);
const finishes: Relation = (a, b) => sameEnd(a, b) && !startsEarlier(a, b);
const starts: Relation = (a, b) => sameStart(a, b) && !endsEarlier(b, a);
const includes: Relation = (a, b) => !startsEarlier(b, a) && !endsEarlier(a, b);
const coincides: Relation = (a, b) => sameStart(a, b) && sameEnd(a, b);

const pointBefore: PointRelation = (point, range) =>
  cmp(point, range.start) < 0 || (cmp(point, range.start) === 0 && !range.startIncluded);
const pointAfter: PointRelation = (point, range) =>
  cmp(point, range.end) > 0 || (cmp(point, range.end) === 0 && !range.endIncluded);
const pointFinishes: PointRelation = (point, range) => range.endIncluded && cmp(point, range.end) === 0;
const pointStarts: PointRelation = (point, range) => range.startIncluded && cmp(point, range.start) === 0;

function ofRanges(decide: Relation, names: readonly [string, string] = ["range1", "range2"]): FeelFunction {
  return builtin([`${names[0]}:range`, `${names[1]}:range`], (_run: Run, a: FeelRange, b: FeelRange) =>
    relation(() => decide(a, b)),
  );
}

function pointFirst(decide: PointRelation): FeelFunction {
  return builtin(["point:some", "range:range"], (_run, point, range) =>
    point instanceof FeelRange ? null : relation(() => decide(point, range)),
  );
}

function rangeFirst(decide: PointRelation): FeelFunction {
  return builtin(["range:range", "point:some"], (_run, range, point) =>
    point instanceof FeelRange ? null : relation(() => decide(point, range)),
  );
}

function ofPoints(decide: (a: Value, b: Value) => boolean): FeelFunction {
  return builtin(["point1:some", "point2:some"], (_run, a, b) => relation(() => decide(a, b)));
}

function isIncluded(point: Value, range: FeelRange): boolean {
  const result = isInRange(point, range);
  if (result === null) throw new Incomparable();
  return result;
}

export const RANGE_FUNCTIONS: Readonly<Record<string, FeelFunction>> = {
  before: overloads(
    ofRanges(before),
    pointFirst(pointBefore),
    rangeFirst(pointAfter),
    ofPoints((a, b) => cmp(a, b) < 0),
  ),
  after: overloads(
    ofRanges((a, b) => before(b, a)),
    pointFirst(pointAfter),
    rangeFirst(pointBefore),
    ofPoints((a, b) => cmp(a, b) > 0),
  ),
  meets: ofRanges(meets),
  "met by": ofRanges((a, b) => meets(b, a)),
  overlaps: ofRanges(overlaps),
  "overlaps before": ofRanges(overlapsBefore),
  "overlaps after": ofRanges((a, b) => overlapsBefore(b, a)),
  finishes: overloads(ofRanges(finishes), pointFirst(pointFinishes)),
  "finished by": overloads(
    ofRanges((a, b) => finishes(b, a)),
    rangeFirst(pointFinishes),
  ),
  includes: overloads(ofRanges(includes), rangeFirst(isIncluded)),
  during: overloads(
    ofRanges((a, b) => includes(b, a)),
    pointFirst(isIncluded),
  ),
  starts: overloads(ofRanges(starts), pointFirst(pointStarts)),
  "started by": overloads(
    ofRanges((a, b) => starts(b, a)),
    rangeFirst(pointStarts),
  ),
  coincides: overloads(
    ofRanges(coincides),
    ofPoints((a, b) => cmp(a, b) === 0),
  ),
};
