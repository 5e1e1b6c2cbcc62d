/** What the server takes from the world and a test may replace: time, ids and randomness. */
import { randomFillSync } from "node:crypto";

export interface Clock {
  /** Epoch milliseconds. */
  now(): number;
}

export interface Ports {
  readonly clock: Clock;
  readonly ids: { uuid(): string };
  readonly random: { bytes(count: number): Uint8Array };
}

/** A clock that can be moved: by tests, by the demo's replay and by 快进时间. */
export interface MovableClock extends Clock {
  /** Distance from the base clock in milliseconds; kept in the table `setting` so that a restart keeps it. */
  readonly offset: number;
  /** In: milliseconds, not negative: time never runs backwards under a running flow. */
  advance(by: number): void;
}

export const systemClock: Clock = { now: () => Date.now() };

/** In: a clock that runs, and how far ahead to start. Out: the same clock, movable. */
export function movableClock(base: Clock = systemClock, startOffset = 0): MovableClock {
  let offset = startOffset;
  return {
    now: () => base.now() + offset,
    get offset() {
      return offset;
    },
    advance(by) {
      if (!(by >= 0)) throw new Error(`Expected to move the clock forward, but got ${by} ms.`);
      offset += by;
    },
  };
}

/** A clock that stands still until it is moved. In: where it stands, as ISO text or epoch milliseconds. */
export function testClock(start: string | number): MovableClock {
  const at = typeof start === "number" ? start : Date.parse(start);
  return movableClock({ now: () => at });
}

/**
 * UUIDv7 (RFC 9562 §5.7): 48 bits of epoch milliseconds, then a 12-bit counter that keeps ids of one
 * millisecond in order, then 62 random bits.
 */
function uuidSource(clock: Clock, random: Ports["random"]): Ports["ids"] {
  let lastAt = -1;
  let counter = 0;
  return {
    uuid() {
      const now = clock.now();
      if (now > lastAt) [lastAt, counter] = [now, 0];
      else if (++counter > 0xfff) [lastAt, counter] = [lastAt + 1, 0];
      return formatUuid(lastAt, counter, random.bytes(8));
    },
  };
}

function formatUuid(at: number, counter: number, random: Uint8Array): string {
  const time = at.toString(16).padStart(12, "0");
  const tail = Buffer.from(random);
  tail.writeUInt8((tail.readUInt8(0) & 0x3f) | 0x80, 0);
  const hex = tail.toString("hex");
  const middle = (0x7000 | counter).toString(16);
  return `${time.slice(0, 8)}-${time.slice(8)}-${middle}-${hex.slice(0, 4)}-${hex.slice(4)}`;
}

const systemRandom: Ports["random"] = { bytes: (count) => randomFillSync(new Uint8Array(count)) };

/** In: the clock to use; by default the machine's. */
export function systemPorts(clock: Clock = systemClock): Ports {
  return { clock, random: systemRandom, ids: uuidSource(clock, systemRandom) };
}
