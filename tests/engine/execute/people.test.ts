import assert from "node:assert/strict";
import { tasksOf } from "../../../engine/index.ts";
import type { TaskState } from "../../../engine/model/state.ts";
import { bundleFrom, documentOf, extensions, flows, node, processOf, start } from "../../support/bpmn-builder.ts";
import { Story } from "../../support/engine-story.ts";

const by = (role: string, text: string): string =>
  `<bpmn:${role}><bpmn:resourceAssignmentExpression><bpmn:formalExpression>${text}</bpmn:formalExpression></bpmn:resourceAssignmentExpression></bpmn:${role}>`;
const lane = (name: string, content: string, more = ""): string =>
  `<bpmn:lane id="L${name.length}" name='${name}' ${more}>${content}</bpmn:lane>`;
const holds = (id: string): string => `<bpmn:flowNodeRef>${id}</bpmn:flowNodeRef>`;
const lanes = (...content: string[]): string => `<bpmn:laneSet id="set">${content.join("")}</bpmn:laneSet>`;

async function taskOf(process: readonly string[], root = "", variables = {}): Promise<Partial<TaskState>> {
  const xml = documentOf(root + processOf("p", ...process, start(), flows("start > x")));
  const [task] = tasksOf(new Story(await bundleFrom(xml)).start(variables).state);
  assert.ok(task, "there is no task");
  const who = ["assignee", "candidateGroups", "candidateUsers"];
  return Object.fromEntries(Object.entries(task).filter(([name]) => who.includes(name)));
}
const withRoles = (...roles: string[]): string => node("userTask", "x", {}, ...roles);

describe("people by standard BPMN", () => {
  it("potential owners are candidates: a group, a list, or users and groups by name (BPMN 2.0 §10.3.4.1)", async () => {
    const owners = async (text: string): Promise<unknown> =>
      taskOf([withRoles(by("potentialOwner", text))], "", { unit: "c1" });
    assert.deepEqual(await owners(`"team"`), { candidateGroups: ["team"] });
    assert.deepEqual(await owners(`[unit + "/worker", unit + "/lead"]`), { candidateGroups: ["c1/worker", "c1/lead"] });
    assert.deepEqual(await owners(`{ users: ["wang"], groups: "c1/lead" }`), {
      candidateGroups: ["c1/lead"],
      candidateUsers: ["wang"],
    });
  });

  it("a human performer is the assignee, and so is a performer (§10.3.4.1)", async () => {
    assert.deepEqual(await taskOf([withRoles(by("humanPerformer", "who"))], "", { who: "wang" }), { assignee: "wang" });
    assert.deepEqual(await taskOf([withRoles(by("performer", `"li"`), by("potentialOwner", `"team"`))]), {
      assignee: "li",
      candidateGroups: ["team"],
    });
  });

  it("a resource is its group, its bound parameters before its name (§10.3.1, resourceParameterBindings)", async () => {
    const root = `<bpmn:resource id="M" name="manager"><bpmn:resourceParameter id="U" name="unit" isRequired="true" /></bpmn:resource>`;
    const binding = `<bpmn:resourceParameterBinding parameterRef="U"><bpmn:formalExpression>unit</bpmn:formalExpression></bpmn:resourceParameterBinding>`;
    const role = (inner: string): string =>
      withRoles(`<bpmn:potentialOwner><bpmn:resourceRef>M</bpmn:resourceRef>${inner}</bpmn:potentialOwner>`);
    assert.deepEqual(await taskOf([role(binding)], root, { unit: "c1" }), { candidateGroups: ["c1/manager"] });
  });

  it("the innermost lane stands in for a task without people (§10.8): its name, FEEL after =, a resource", async () => {
    const nested = lanes(
      lane("outer", holds("x") + `<bpmn:childLaneSet id="c">${lane("网格员", holds("x"))}</bpmn:childLaneSet>`),
    );
    assert.deepEqual(await taskOf([nested, withRoles()]), { candidateGroups: ["网格员"] });
    const feel = lanes(lane(`=unit + "/worker"`, holds("x")));
    assert.deepEqual(await taskOf([feel, withRoles()], "", { unit: "c1" }), { candidateGroups: ["c1/worker"] });
    const partition = lanes(lane("处置", holds("x"), `partitionElementRef="R"`));
    assert.deepEqual(await taskOf([partition, withRoles()], `<bpmn:resource id="R" name="team" />`), {
      candidateGroups: ["team"],
    });
  });

  it("the lane of a sub-process is that of what stands in it", async () => {
    const inner = node("subProcess", "x", {}, start("s"), node("userTask", "y"), flows("s > y"));
    assert.deepEqual(await taskOf([lanes(lane("team", holds("x"))), inner]), { candidateGroups: ["team"] });
  });

  it("people of its own go before the lane, the lane before the process's own owners (§10.3.1)", async () => {
    const around = [by("potentialOwner", `"all"`), lanes(lane("team", holds("x")))];
    const zeebe = extensions(`<zeebe:assignmentDefinition assignee="wang" />`);
    assert.deepEqual(await taskOf([by("potentialOwner", `"all"`), withRoles()]), { candidateGroups: ["all"] });
    assert.deepEqual(await taskOf([lanes(lane("team", holds("x"))), by("potentialOwner", `"all"`), withRoles()]), {
      candidateGroups: ["team"],
    });
    assert.deepEqual(await taskOf([around[1] ?? "", withRoles(by("potentialOwner", `"own"`))]), {
      candidateGroups: ["own"],
    });
    assert.deepEqual(await taskOf([around[1] ?? "", node("userTask", "x", {}, zeebe)]), { assignee: "wang" });
  });

  it("a task that names nobody is open to all, one whose people turn out to be nobody stands still", async () => {
    const open = new Story(
      await bundleFrom(documentOf(processOf("p", start(), withRoles(), flows("start > x")))),
    ).start();
    assert.equal(open.reasons()[0]?.zh, "等待办理“x”");
    open.complete("x");
    assert.equal(open.state.status, "completed");
    const nobody = documentOf(processOf("p", start(), withRoles(by("potentialOwner", "unknown")), flows("start > x")));
    assert.equal(new Story(await bundleFrom(nobody)).start().incident(), "TASK_NOBODY");
    const number = documentOf(processOf("p", start(), withRoles(by("potentialOwner", "7")), flows("start > x")));
    assert.equal(new Story(await bundleFrom(number)).start().incident(), "VALUE_NOT_TEXT_LIST");
  });
});
