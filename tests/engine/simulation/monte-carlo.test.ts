import assert from "node:assert/strict";
import { deploy, monteCarlo } from "../../../engine/index.ts";
import type { Assumptions, Bundle } from "../../../engine/index.ts";
import {
  boundary,
  documentOf,
  end,
  flow,
  flows,
  node,
  processOf,
  serviceTask,
  start,
  timer,
  userTask,
} from "../../support/bpmn-builder.ts";
import { valueOf } from "../../support/packs.ts";
import { Dice } from "../reference/dice.ts";

const bundleOf = async (...content: string[]): Promise<Bundle> =>
  valueOf(await deploy(documentOf(processOf("p", ...content))));

const chance = (seed: number) => {
  const dice = new Dice(seed);
  return () => dice.next();
};

const close = (actual: number, expected: number, within: number): void =>
  assert.ok(Math.abs(actual - expected) <= within, `${actual} is not near ${expected}`);

async function desk(more: Partial<Assumptions>): Promise<Assumptions> {
  return {
    bundle: await bundleOf(start(), userTask("serve"), end(), flows("start > serve > end")),
    ...{ cases: 4_000, at: "2026-03-02T02:00:00.000Z", durations: {}, arrivals: { kind: "fixed", minutes: 0 } },
    chance: chance(1),
    ...more,
  };
}

describe("Monte-Carlo run", function () {
  this.timeout(60_000);

  it("gives what queueing theory says of one desk with chance arrivals (M/M/1: wait 15, busy 0.75)", async () => {
    const arrivals = { kind: "exponential", mean: 20 / 3 } as const;
    const durations = { serve: { kind: "exponential", mean: 5 } } as const;
    const forecast = monteCarlo(await desk({ arrivals, durations, people: { team: 1 }, cases: 12_000 }));
    close(forecast.groups["team"]?.utilisation ?? 0, 0.75, 0.03);
    close(forecast.elements["serve"]?.waiting.mean ?? 0, 15, 3);
    close(forecast.throughput.mean, 20, 3);
    assert.equal(forecast.finished, 12_000);
    assert.deepEqual(forecast.bottlenecks, ["serve"]);
  });

  it("knows exactly how long ten cases wait for one person", async () => {
    const durations = { serve: { kind: "fixed", minutes: 10 } } as const;
    const forecast = monteCarlo(await desk({ durations, people: { team: 1 }, cases: 10 }));
    const { waiting, working } = forecast.elements["serve"] ?? assert.fail();
    assert.deepEqual(waiting, { count: 10, mean: 45, p50: 40, p90: 80, p99: 90, max: 90 });
    assert.equal(working.mean, 10);
    assert.equal(forecast.groups["team"]?.utilisation, 1);
    const two = monteCarlo(await desk({ durations, people: { team: 2 }, cases: 10 }));
    assert.equal(two.throughput.max, 50);
  });

  it("sends cases along the branches by their shares, whatever the conditions say", async () => {
    const bundle = await bundleOf(
      start(),
      node("exclusiveGateway", "g", { default: "g_no" }),
      serviceTask("yes"),
      serviceTask("no"),
      flow("g", "yes", "=false"),
      flows("start > g > no"),
    );
    const forecast = monteCarlo(await desk({ bundle, branches: { g_yes: 0.3, g_no: 0.7 } }));
    close((forecast.elements["yes"]?.working.count ?? 0) / 4_000, 0.3, 0.03);
    assert.equal(forecast.finished, 4_000);
  });

  it("takes shares of inclusive gateways each by itself, and always one", async () => {
    const bundle = await bundleOf(
      start(),
      node("inclusiveGateway", "g"),
      serviceTask("a"),
      serviceTask("b"),
      flow("g", "a", "=false"),
      flow("g", "b", "=false"),
      flows("start > g"),
    );
    const forecast = monteCarlo(await desk({ bundle, branches: { g_a: 0.5, g_b: 0.5 } }));
    close((forecast.elements["a"]?.working.count ?? 0) / 4_000, 0.75, 0.03);
    assert.equal(forecast.finished, 4_000);
  });

  it("lets timers fire in the middle of work", async () => {
    const late = boundary("late", "serve", timer("timeDuration", "PT1H"));
    const bundle = await bundleOf(
      start(),
      userTask("serve"),
      late,
      serviceTask("chase"),
      flows("start > serve", "late > chase"),
    );
    const durations = { serve: { kind: "uniform", min: 0, max: 120 } } as const;
    const forecast = monteCarlo(await desk({ bundle, durations }));
    close(forecast.elements["chase"]?.working.count ?? 0, 2_000, 120);
    assert.equal(forecast.throughput.max, 60);
  });

  it("names the cases that come to no end, and why", async () => {
    const bad = node("scriptTask", "bad", {}, "<bpmn:script>1 + null.x.y</bpmn:script>");
    const split = node("exclusiveGateway", "g");
    const bundle = await bundleOf(start(), bad, split, flow("g", "end", "=missing"), end(), flows("start > bad > g"));
    const { stuck, finished } = monteCarlo(await desk({ bundle, cases: 2 }));
    assert.equal(finished, 0);
    assert.deepEqual(
      stuck.map(({ caseNumber }) => caseNumber),
      [1, 2],
    );
    assert.ok(stuck.every(({ code }) => code !== ""));
    const nobody = await bundleOf(start(), userTask("serve"), flows("start > serve"));
    const waiting = monteCarlo(await desk({ bundle: nobody, people: { team: 0 }, cases: 1 }));
    assert.deepEqual(waiting.stuck, [{ caseNumber: 1, code: "SIMULATION_NOTHING_HAPPENS", elementId: "serve" }]);
  });

  it("draws each distribution as it is meant", async () => {
    const mean = async (distribution: Assumptions["arrivals"]): Promise<number> =>
      monteCarlo(await desk({ durations: { serve: distribution } })).throughput.mean;
    close(await mean({ kind: "triangular", min: 0, mode: 3, max: 9 }), 4, 0.2);
    close(await mean({ kind: "observed", minutes: [1, 2, 6] }), 3, 0.2);
    close(await mean({ kind: "uniform", min: 2, max: 4 }), 3, 0.1);
  });

  it("is the same with the same chance, and another with another", async () => {
    const durations = { serve: { kind: "exponential", mean: 5 } } as const;
    const run = async (seed: number) => monteCarlo(await desk({ durations, cases: 50, chance: chance(seed) }));
    assert.deepEqual(await run(7), await run(7));
    assert.notDeepEqual(await run(7), await run(8));
  });
});
