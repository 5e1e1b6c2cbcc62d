/** 快进时间: the clock goes from one due timer to the next, so that reminder, card and escalation come in their order. */
import type { MovableClock } from "../ports.ts";
import type { Runtime } from "../runtime/runtime-type.ts";

/** More stops than any sensible move has; what is left then fires together at the end. */
const MOST_STOPS = 10_000;

/** In: how far, in milliseconds. Out: how many timers have fired on the way. */
export async function moveClock(
  clock: MovableClock,
  runtime: Pick<Runtime, "nextTimerAt" | "settle">,
  by: number,
): Promise<number> {
  const target = clock.now() + by;
  let fired = 0;
  for (let stops = 0; stops < MOST_STOPS; stops++) {
    const next = await runtime.nextTimerAt();
    if (next === undefined || next > target) break;
    clock.advance(Math.max(0, next - clock.now()));
    fired += await runtime.settle();
    // A timer that is due and does not fire waits for its retry; it must not hold up time.
    if ((await runtime.nextTimerAt()) === next) break;
  }
  clock.advance(Math.max(0, target - clock.now()));
  return fired + (await runtime.settle());
}
