import assert from "node:assert/strict";
import { lintFlow } from "../../../designer/flow/edit/lint-flow.ts";
import { documentOf, end, flow, flows, node, processOf, start, userTask } from "../../support/bpmn-builder.ts";

const joined = (join: string): string =>
  documentOf(
    processOf(
      "p",
      start(),
      node("exclusiveGateway", "g", { default: "g_b" }),
      userTask("a"),
      userTask("b"),
      node(join, "j"),
      end(),
      flow("g", "a", "=yes"),
      flows("start > g > b > j > end", "a > j"),
    ),
  );
const codes = async (xml: string): Promise<readonly string[]> =>
  (await lintFlow(xml)).map(({ code, severity = "error", elementId }) => `${severity} ${code} ${elementId ?? ""}`);

describe("the problems of a flow in the editor", () => {
  it("tells what breaks a rule", async () => {
    assert.deepEqual(await codes(joined("exclusiveGateway").replace(`targetRef="end"`, `targetRef="start"`)), [
      "error BPMN_FLOW_INTO_START j_end",
      "error BPMN_UNREACHABLE end",
    ]);
  });

  it("tells what can get stuck once no rule is broken", async () => {
    assert.deepEqual(await codes(joined("parallelGateway")), [
      "warning FLOW_JOIN_NEVER j",
      "warning FLOW_END_UNREACHED end",
    ]);
    assert.deepEqual(await codes(joined("exclusiveGateway")), []);
  });
});
