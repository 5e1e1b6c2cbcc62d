/** What the engine can run and the server would never begin is named before it is published. */
import assert from "node:assert/strict";
import { notRunHere, parseHere } from "../../../server/runtime/not-run-here.ts";
import {
  bundleFrom,
  documentOf,
  extensions,
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

async function told(...content: readonly string[]): Promise<readonly string[]> {
  const roots = message("M", "reported") + message("N", "paid") + signal("S");
  const bundle = await bundleFrom(documentOf(roots + processOf("p", ...content)));
  const problems = Object.values(bundle.processes).flatMap(notRunHere);
  for (const { zh, en } of problems) assert.ok(zh !== "" && en !== "");
  return problems.map(({ code, elementId }) => `${code} ${elementId ?? ""}`);
}
const at = (id: string, definition: string): string => node("startEvent", id, {}, definition);

describe("what nothing would begin", () => {
  it("a report begins a process at its none start event, or at its only message", async () => {
    assert.deepEqual(await told(start(), userTask("a"), flows("start > a")), []);
    assert.deepEqual(await told(at("m", messageEvent("M")), userTask("a"), flows("m > a")), []);
    assert.deepEqual(await told(userTask("a"), userTask("b")), [], "or where no flow leads to");
  });

  it("no other start is armed: it is named", async () => {
    const xml = [
      start(),
      at("daily", timer("timeCycle", "R/P1D")),
      at("warned", signalEvent("S")),
      at("called", messageEvent("M")),
      userTask("a"),
      flows("start > a", "daily > a", "warned > a", "called > a"),
    ];
    const names = ["daily", "warned", "called"].map((id) => `START_NOT_ARMED ${id}`);
    assert.deepEqual(await told(...xml), names);
    const two = [at("m", messageEvent("M")), at("n", messageEvent("N")), userTask("a"), flows("m > a", "n > a")];
    assert.deepEqual(await told(...two), ["START_NOT_ARMED m", "START_NOT_ARMED n"]);
  });

  it("so it is when a flow is uploaded or drafted, as what the engine refuses is", async () => {
    const daily = documentOf(
      processOf("p", at("daily", timer("timeCycle", "R/P1D")), userTask("a"), flows("daily > a")),
    );
    const codes = async (xml: string): Promise<readonly string[]> => {
      const parsed = await parseHere(xml);
      return parsed.ok ? [] : parsed.problems.map(({ code }) => code);
    };
    assert.deepEqual(await codes(daily), ["START_NOT_ARMED"]);
    assert.deepEqual(await codes(documentOf(processOf("p"))), ["BPMN_START_MISSING"]);
    assert.deepEqual(await codes(documentOf(processOf("p", start(), userTask("a"), flows("start > a")))), []);
  });

  it("nor can people pick in an ad-hoc sub-process; a collection can", async () => {
    const picked = extensions(`<zeebe:adHoc activeElementsCollection="=units" />`);
    const adHoc = (...inner: readonly string[]): readonly string[] => [
      start(),
      node("adHocSubProcess", "x", {}, ...inner, userTask("a")),
      flows("start > x"),
    ];
    assert.deepEqual(await told(...adHoc()), ["AD_HOC_NOT_PICKED x"]);
    assert.deepEqual(await told(...adHoc(picked)), []);
  });
});
