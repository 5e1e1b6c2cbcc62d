import assert from "node:assert/strict";
import {
  boundary,
  bundleFrom,
  documentOf,
  end,
  extensions,
  flows,
  mappings,
  node,
  processOf,
  signal,
  signalEvent,
  start,
  userTask,
} from "../../support/bpmn-builder.ts";
import { Story } from "../../support/engine-story.ts";

const throwing = (id: string, ref = "S"): string => node("intermediateThrowEvent", id, {}, signalEvent(ref));
const catching = (id: string, ref = "S"): string => node("intermediateCatchEvent", id, {}, signalEvent(ref));

describe("signal events", () => {
  it("are broadcast: every catcher of the name gets it (BPMN 2.0 §10.5.1, publication)", async () => {
    const xml = documentOf(
      signal("S", "flood") +
        processOf(
          "p",
          start(),
          node("parallelGateway", "fork"),
          catching("one"),
          catching("two"),
          userTask("a"),
          userTask("b"),
          flows("start > fork > one > a", "fork > two > b"),
        ),
    );
    const story = new Story(await bundleFrom(xml)).start();
    assert.deepEqual(
      story.effects.map((effect) => effect.type),
      ["awaitSignal", "awaitSignal"],
    );
    assert.equal(story.reasons()[0]?.kind, "signal");
    story.signal("flood", { level: 3 });
    assert.deepEqual(story.waitsAt(), ["a", "b"]);
    assert.deepEqual(story.variables(), { level: 3 });
    assert.equal(
      story.refused({ type: "deliverSignal", signalName: "flood", signalId: "g2", variables: {} }).code,
      "SIGNAL_NOT_EXPECTED",
    );
  });

  it("thrown, reach catchers of the same instance at once and all others as an effect (§10.5.1)", async () => {
    const io = extensions(mappings({ inputs: { level: "=2 + 1" } }));
    const xml = documentOf(
      signal("S", "flood") +
        processOf(
          "p",
          start(),
          node("parallelGateway", "fork"),
          catching("one"),
          userTask("first"),
          node("intermediateThrowEvent", "tell", {}, io, signalEvent("S")),
          userTask("a"),
          userTask("b"),
          flows("start > fork > one > a", "fork > first > tell > b"),
        ),
    );
    const story = new Story(await bundleFrom(xml)).start().complete("first");
    assert.deepEqual([...story.waitsAt()].sort(), ["a", "b"]);
    assert.deepEqual(story.variables(), { level: 3 });
    const { signalName, variables } = story.effect("broadcastSignal");
    assert.deepEqual({ signalName, variables }, { signalName: "flood", variables: { level: 3 } });
  });

  it("are not kept: who begins to wait later is not reached (§10.5.1)", async () => {
    const xml = documentOf(
      signal("S") +
        processOf("p", start(), throwing("tell"), catching("wait"), userTask("a"), flows("start > tell > wait > a")),
    );
    assert.deepEqual(new Story(await bundleFrom(xml)).start().waitsAt(), ["wait"]);
  });

  it("at the boundary interrupt the activity, or not: then each signal once (§10.5.4, §13.5.3)", async () => {
    const of = (isInterrupting: boolean): string =>
      documentOf(
        signal("S") +
          processOf(
            "p",
            start(),
            userTask("a"),
            boundary("b", "a", signalEvent("S"), isInterrupting),
            userTask("c"),
            flows("start > a", "b > c"),
          ),
      );
    assert.deepEqual(new Story(await bundleFrom(of(true))).start().signal("S").waitsAt(), ["c"]);
    const story = new Story(await bundleFrom(of(false))).start().signal("S").signal("S", {}, "g2");
    assert.deepEqual(story.waitsAt(), ["a", "c", "c"]);
    assert.equal(
      story.refused({ type: "deliverSignal", signalName: "S", signalId: "g2", variables: {} }).code,
      "SIGNAL_ALREADY_DELIVERED",
    );
    assert.equal(story.complete("a").effect("closeSignalWait").signalWaitId.startsWith("g"), true);
  });

  it("end a path: a signal end event throws, the rest of the process goes on (§10.5.3)", async () => {
    const xml = documentOf(
      signal("S") +
        processOf(
          "p",
          start(),
          node("parallelGateway", "fork"),
          node("endEvent", "done", {}, signalEvent("S")),
          catching("wait"),
          end(),
          flows("start > fork > wait > end", "fork > done"),
        ),
    );
    const story = new Story(await bundleFrom(xml)).start();
    assert.equal(story.state.status, "completed", "the catcher stood before the throw was carried out");
  });

  it("an interrupted catcher does not get the signal that interrupted it", async () => {
    const xml = documentOf(
      signal("S") +
        processOf(
          "p",
          start(),
          node("subProcess", "sub", {}, start("s"), catching("wait"), userTask("inner"), flows("s > wait > inner")),
          boundary("b", "sub", signalEvent("S")),
          userTask("c"),
          flows("start > sub", "b > c"),
        ),
    );
    assert.deepEqual(new Story(await bundleFrom(xml)).start().signal("S").waitsAt(), ["c"]);
  });
});
