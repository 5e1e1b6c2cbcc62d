import assert from "node:assert/strict";
import { markersOf, waitsAt } from "../../../designer/flow/diagram-marks.ts";

describe("marks on a diagram", () => {
  it("show a token where it stands, even when its step was done before", () => {
    const markers = markersOf({ done: ["report", "handle"], tokens: [{ elementId: "handle", count: 1 }] });
    assert.deepEqual(markers.get("report"), ["gl-done"]);
    assert.deepEqual(markers.get("handle"), ["gl-token"]);
  });

  it("colour the flows that were taken, once each", () => {
    assert.deepEqual(markersOf({ flows: ["f1", "f1"] }).get("f1"), ["gl-taken"]);
  });

  it("mark problems by severity and the element pointed at", () => {
    const markers = markersOf({
      problems: [
        { elementId: "a", severity: "error" },
        { elementId: "b", severity: "warning" },
      ],
      focus: "a",
    });
    assert.deepEqual(markers.get("a"), ["gl-error", "gl-focus"]);
    assert.deepEqual(markers.get("b"), ["gl-warning"]);
  });

  it("give the reasons of one token only", () => {
    const wait = (elementId: string) => ({
      elementId,
      kind: "task",
      zh: "等待签收",
      en: "waiting",
      since: "2026-11-23T00:00:00.000Z",
    });
    assert.equal(waitsAt({ waits: [wait("a"), wait("b")] }, "a").length, 1);
  });
});
