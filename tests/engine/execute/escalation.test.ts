import assert from "node:assert/strict";
import {
  boundary,
  bundleFrom,
  documentOf,
  end,
  escalationEvent,
  eventSubProcess,
  extensions,
  flows,
  mappings,
  multiInstance,
  node,
  processOf,
  start,
  userTask,
} from "../../support/bpmn-builder.ts";
import { Story } from "../../support/engine-story.ts";

const ROOTS = `<bpmn:escalation id="Late" escalationCode="late" /><bpmn:escalation id="Far" escalationCode="far" />`;
const raise = (id: string, ref: string): string => node("intermediateThrowEvent", id, {}, escalationEvent(ref));
const story = async (...processes: string[]): Promise<Story> =>
  new Story(await bundleFrom(documentOf(ROOTS + processes.join("")))).start();
const raising = (...catchers: string[]): string[] => [
  start(),
  node("subProcess", "x", {}, start("s"), raise("up", "Late"), userTask("inside"), flows("s > up > inside")),
  ...catchers,
  userTask("after"),
  userTask("told"),
];

describe("escalation", () => {
  it("the catcher of its code goes before one of any code (BPMN 2.0 §10.5.5, §13.5.3)", async () => {
    const told = await story(
      processOf(
        "p",
        ...raising(
          boundary("any", "x", escalationEvent(), false),
          boundary("mine", "x", escalationEvent("Late"), false),
        ),
        userTask("other"),
        flows("start > x > after", "any > other", "mine > told"),
      ),
    );
    assert.ok(told.trace().includes("escalation late > mine"));
    assert.deepEqual([...told.waitsAt()].sort(), ["inside", "told", "x"]);
  });

  it("one of another code does not catch it; it goes on outward and then nowhere, and the thrower goes on", async () => {
    const told = await story(
      processOf(
        "p",
        ...raising(boundary("far", "x", escalationEvent("Far"), false)),
        flows("start > x > after", "far > told"),
      ),
    );
    assert.ok(told.trace().includes("escalation late"));
    assert.deepEqual([...told.waitsAt()].sort(), ["inside", "x"]);
  });

  it("an interrupting catcher ends the activity before its token goes on (engine law 4)", async () => {
    const told = await story(
      processOf(
        "p",
        ...raising(boundary("mine", "x", escalationEvent("Late"))),
        flows("start > x > after", "mine > told"),
      ),
    );
    assert.deepEqual(told.waitsAt(), ["told"]);
    const trace = told.trace();
    assert.ok(trace.indexOf("terminate x") < trace.indexOf("enter mine"));
  });

  it("an event sub-process beside the thrower is nearer than a boundary event around (§10.5.7)", async () => {
    const inner = eventSubProcess("es", escalationEvent("Late"), false, userTask("near"), flows("esStart > near"));
    const told = await story(
      processOf(
        "p",
        start(),
        node(
          "subProcess",
          "x",
          {},
          start("s"),
          raise("up", "Late"),
          userTask("inside"),
          inner,
          flows("s > up > inside"),
        ),
        boundary("mine", "x", escalationEvent("Late"), false),
        userTask("told"),
        flows("start > x", "mine > told"),
      ),
    );
    assert.deepEqual([...told.waitsAt()].sort(), ["es", "inside", "near", "x"]);
  });

  it("goes out through a call, and its code is there for the output mappings (§13.5.3)", async () => {
    const catching = node(
      "boundaryEvent",
      "mine",
      { attachedToRef: "call", cancelActivity: "false" },
      extensions(mappings({ outputs: { reason: "=escalationCode" } })),
      escalationEvent("Late"),
    );
    const told = await story(
      processOf(
        "p",
        start(),
        node("callActivity", "call", { calledElement: "q" }),
        catching,
        userTask("told"),
        flows("start > call", "mine > told"),
      ),
      processOf("q", start("qs"), raise("up", "Late"), userTask("inside"), flows("qs > up > inside")),
    );
    assert.deepEqual([told.variables()["reason"], [...told.waitsAt()].sort()], ["late", ["call", "inside", "told"]]);
  });

  it("each instance of a multi-instance raises its own, and all go on (§13.3.7)", async () => {
    const loop = multiInstance({}, { cardinality: "3" });
    const told = await story(
      processOf(
        "p",
        start(),
        node(
          "subProcess",
          "x",
          {},
          loop,
          start("s"),
          node("endEvent", "up", {}, escalationEvent("Late")),
          flows("s > up"),
        ),
        boundary("mine", "x", escalationEvent("Late"), false),
        userTask("told"),
        end(),
        flows("start > x > end", "mine > told"),
      ),
    );
    assert.deepEqual(told.waitsAt(), ["told", "told", "told"]);
  });
});
