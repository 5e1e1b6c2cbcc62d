/** Local time of a zone ↔ epoch milliseconds, in integers; Temporal is asked once per stretch without a clock change. */
import { Temporal } from "temporal-polyfill";

export const DAY = 86_400_000;

/** A stretch of time in which a zone keeps one offset. */
interface Stretch {
  readonly from: number;
  readonly to: number;
  readonly offset: number;
}

export class Zone {
  private readonly name: string;
  private readonly stretches: Stretch[] = [];
  private last: Stretch | undefined;

  constructor(name: string) {
    this.name = name;
  }

  /** Milliseconds to add to UTC at an instant. */
  offset(at: number): number {
    if (this.last !== undefined && at >= this.last.from && at < this.last.to) return this.last.offset;
    this.last = this.stretches.find((stretch) => at >= stretch.from && at < stretch.to) ?? this.learn(at);
    return this.last.offset;
  }

  private learn(at: number): Stretch {
    const time = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(this.name);
    const from = time.add({ milliseconds: 1 }).getTimeZoneTransition("previous");
    const to = time.getTimeZoneTransition("next");
    const stretch = {
      from: from?.epochMilliseconds ?? -Infinity,
      to: to?.epochMilliseconds ?? Infinity,
      offset: Math.round(time.offsetNanoseconds / 1e6),
    };
    this.stretches.push(stretch);
    return stretch;
  }

  /** Days since 1970-01-01 of the local date. */
  dayOf(at: number): number {
    return Math.floor((at + this.offset(at)) / DAY);
  }

  /**
   * The instant at which a local clock shows `milliseconds` after midnight of a day. A time that a clock change
   * skips is read with the offset before it, one that it repeats is the first of the two.
   */
  instantAt(day: number, milliseconds: number): number {
    const wall = day * DAY + milliseconds;
    const before = this.offset(wall - DAY);
    const after = this.offset(wall + DAY);
    if (before === after || this.offset(wall - before) === before) return wall - before;
    return this.offset(wall - after) === after ? wall - after : wall - before;
  }
}

const zones = new Map<string, Zone>();

/** The zone of an IANA name; throws a RangeError when there is none of that name. */
export function zoneNamed(name: string): Zone {
  const known = zones.get(name);
  if (known !== undefined) return known;
  const zone = new Zone(name);
  zone.offset(0);
  zones.set(name, zone);
  return zone;
}
