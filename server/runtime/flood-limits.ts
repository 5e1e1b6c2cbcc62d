/**
 * Against floods without a captcha: at most so many reports by address, by device, by code and by content. The counts
 * stand in the store, so they hold over all nodes; the numbers are content of the street.
 */
import { problem } from "../http/problems.ts";
import { refuse, type Outcome } from "../http/outcome.ts";
import { countOne, findFull, type Bucket, type Full } from "../store/residents.ts";
import type { Tx } from "../store/index.ts";
import { sayWhen } from "../views/moments.ts";
import type { RuntimeContext } from "./context.ts";
import { Refusal } from "./refusal.ts";

/** What is counted, in the order of the table's rows: two nodes that count the same lock them in the same order. */
export interface Counted {
  readonly address: string;
  readonly code: string;
  readonly device: string;
  /** Fingerprint of what is said; absent for photos. */
  readonly content?: string;
}

const SEPARATOR = ":";

function bucketsOf({ catalogue, seal }: RuntimeContext, street: string, what: string, by: Counted, now: number) {
  const limits = catalogue.residents(street)?.limits ?? {};
  const kinds = Object.entries(by).toSorted(([a], [b]) => (a < b ? -1 : 1));
  return kinds.flatMap(([kind, value]: readonly [string, string]): Bucket[] => {
    const limit = what === "photo" ? limits["photo"] : limits[kind];
    if (limit === undefined) return [];
    const name = [what, kind, seal.digest(kind, value)].join(SEPARATOR);
    return [{ name, limit: limit.count, until: now + limit.minutes * 60_000 }];
  });
}

function tooMany({ catalogue }: RuntimeContext, { bucket, until }: Full, now: number) {
  const code = bucket.split(SEPARATOR)[1] === "content" ? "RESIDENT_SAME_CONTENT" : "RESIDENT_TOO_MANY";
  const { "zh-CN": zh, en = zh } = sayWhen(until, now, catalogue.timeZone);
  return { ...problem(code, { when: zh }), en: problem(code, { when: en }).en };
}

export interface FloodGate {
  /** Looks only: most of a flood ends here, without a write. */
  look(): Promise<Outcome<undefined>>;
  /** Counts inside the transaction of what is counted; throws a `Refusal` when one bucket is full. */
  count(tx: Tx): Promise<void>;
}

/** @param now the machine's own clock: a moved demo clock must not open the gate */
export function floodGate(
  context: RuntimeContext,
  street: string,
  what: "report" | "photo",
  by: Counted,
  now: number,
): FloodGate {
  const buckets = bucketsOf(context, street, what, by, now);
  const details = (until: number) => ({ until: new Date(until).toISOString() });
  return {
    async look() {
      if (buckets.length === 0) return { ok: true, value: undefined };
      const full = await findFull(context.store.read, street, buckets, now);
      if (full === undefined) return { ok: true, value: undefined };
      return { ...refuse(tooMany(context, full, now)), details: details(full.until) } as Outcome<undefined>;
    },
    async count(tx) {
      for (const bucket of buckets) {
        if (await countOne(tx, street, bucket, now)) continue;
        const full = { bucket: bucket.name, until: bucket.until };
        throw new Refusal([tooMany(context, full, now)], details(full.until));
      }
    },
  };
}
