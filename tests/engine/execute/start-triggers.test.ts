import assert from "node:assert/strict";
import { nextStart, startTriggers } from "../../../engine/index.ts";
import {
  bundleFrom,
  conditionalEvent,
  documentOf,
  flows,
  message,
  messageEvent,
  node,
  processOf,
  signal,
  signalEvent,
  start,
  timer,
  userTask,
} from "../../support/bpmn-builder.ts";
import { MONDAY_TEN } from "../../support/engine-story.ts";

const ROOTS = message("M", "reported", "=no") + signal("S", "rainstorm");
const doc = (...content: readonly string[]): string => documentOf(ROOTS + processOf("p", ...content));
const startAt = (id: string, ...definitions: readonly string[]): string => node("startEvent", id, {}, ...definitions);

describe("triggers that begin a process (BPMN 2.0 §10.5.2, §13.2)", () => {
  it("names what the shell has to arm, and nothing for a none start event", async () => {
    const xml = doc(
      start("plain"),
      startAt("once", timer("timeDate", "2026-06-01T00:00:00Z")),
      startAt("daily", timer("timeCycle", "R3/P1D")),
      startAt("either", messageEvent("M"), signalEvent("S")),
      startAt("hot", conditionalEvent("temperature > 40")),
      node("startEvent", "both", { parallelMultiple: "true" }, messageEvent("M"), signalEvent("S")),
      node("receiveTask", "r", { instantiate: "true", messageRef: "M" }),
      userTask("a"),
      flows("plain > a", "once > a", "daily > a", "either > a", "hot > a", "both > a", "r > a"),
    );
    const found = startTriggers(await bundleFrom(xml), MONDAY_TEN);
    const byMessage = { kind: "message", messageName: "reported" };
    const bySignal = { kind: "signal", signalName: "rainstorm" };
    assert.deepEqual(found, {
      ok: true,
      value: [
        { startId: "once", kind: "timer", dueAt: "2026-06-01T00:00:00.000Z" },
        { startId: "daily", kind: "timer", dueAt: "2026-03-03T02:00:00.000Z", every: "P1D", remainingRepeats: 2 },
        { startId: "either", ...byMessage },
        { startId: "either", ...bySignal },
        { startId: "hot", kind: "condition", condition: "temperature > 40" },
        { startId: "both", kind: "all", triggers: [byMessage, bySignal] },
        { startId: "r", ...byMessage },
      ],
    });
  });

  it("reads parameters: there are no variables yet", async () => {
    const xml = doc(startAt("daily", timer("timeCycle", "=param.patrolEvery")), userTask("a"), flows("daily > a"));
    const parameters = { patrolEvery: { values: [{ from: "2026-01-01", value: "R/PT2H" }] } };
    const found = startTriggers(await bundleFrom(xml, { parameters }), MONDAY_TEN);
    assert.ok(found.ok);
    assert.deepEqual(found.value, [
      { startId: "daily", kind: "timer", dueAt: "2026-03-02T04:00:00.000Z", every: "PT2H" },
    ]);
    assert.ok(!startTriggers(await bundleFrom(xml), MONDAY_TEN).ok);
  });

  it("says when it is due again; what was missed counts as once", async () => {
    const bundle = await bundleFrom(doc(start(), userTask("a"), flows("start > a")));
    const due = { dueAt: "2026-03-03T02:00:00.000Z", every: "P1D", remainingRepeats: 5 };
    assert.deepEqual(nextStart(bundle, due, "2026-03-06T03:00:00.000Z"), {
      dueAt: "2026-03-07T02:00:00.000Z",
      every: "P1D",
      remainingRepeats: 1,
    });
    assert.equal(nextStart(bundle, { dueAt: due.dueAt }, due.dueAt), undefined);
  });
});
