import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import type { Person } from "../../../server/access/actor.ts";
import { mayDo, permissionsOf, scopeOf } from "../../../server/access/may-do.ts";
import { accessTable, actions, roles } from "../../../server/access/table.ts";
import { unitTree, type UnitRow } from "../../../server/access/unit-tree.ts";
import { routes } from "../../../server/contract/routes.ts";

const read = (name: string): unknown =>
  JSON.parse(readFileSync(new URL(`../../../definitions/city/organisation/${name}.json`, import.meta.url), "utf8"));
const tree = unitTree(read("units") as UnitRow[]);

const person = (...grants: readonly (readonly [role: string, unit: string])[]): Person => ({
  kind: "person",
  id: "p1",
  name: "王敏",
  grants: grants.map(([role, unit]) => ({ role, unit, street: tree.tenant(unit), path: tree.path(unit) })),
});
const streets = tree.units.filter((unit) => unit.kind === "street").map((unit) => unit.code);
const [own = "", sibling = ""] = streets;
const gridOf = (street: string) =>
  tree.units.find((unit) => unit.kind === "grid" && tree.tenant(unit.code) === street)?.code ?? "";
const departmentOf = (street: string) =>
  tree.units.find((unit) => unit.kind === "department" && unit.parent === street)?.code ?? "";

describe("the access table", () => {
  it("knows every role of the city's organisation, and no other", () => {
    const keys = (read("roles") as { key: string }[]).map((role) => role.key);
    assert.deepEqual([...keys].toSorted(), [...roles].toSorted());
  });

  it("has a row for every action that a route asks for", () => {
    const asked = routes
      .map((route) => route.access as string)
      .filter((access) => access !== "public" && access !== "session");
    assert.deepEqual(
      asked.filter((action) => !actions.includes(action as never)),
      [],
    );
    assert.deepEqual(
      // What a route's answer holds for this person is asked inside it.
      actions.filter((action) => !asked.includes(action) && action !== "record.sensitive"),
      [],
      "rows that no route asks for",
    );
  });

  it("lets nobody but content people deploy, and auditors do no case work", () => {
    assert.deepEqual(accessTable["definition.deploy"], ["designer", "systemAdmin"]);
    assert.deepEqual(permissionsOf(person(["auditor", "yunjin"])), [
      "unit.read",
      "delivery.read",
      "definition.read",
      "settings.read",
    ]);
  });

  it("refuses an action that is not in it", () => {
    assert.equal(mayDo(person(["leader", own]), "case.delete"), false);
    assert.equal(mayDo(person(["leader", own]), "toString"), false);
  });
});

describe("may this actor do this, here", () => {
  it("a leader of a street suspends cases of the own street and not of the sibling", () => {
    const leader = person(["leader", own]);
    assert.equal(mayDo(leader, "case.suspend", { path: tree.path(gridOf(own)) }), true);
    assert.equal(mayDo(leader, "case.suspend", { path: tree.path(gridOf(sibling)) }), false);
  });

  it("a leader of the district reaches every street below", () => {
    const leader = person(["leader", "jinchuan"]);
    for (const street of streets)
      assert.equal(mayDo(leader, "case.supervise", { path: tree.path(gridOf(street)) }), true);
  });

  it("a department works on a case where it leads, wherever the grid is", () => {
    const handler = person(["handler", departmentOf(own)]);
    const here = { path: tree.path(gridOf(own)) };
    assert.equal(mayDo(handler, "task.complete", here), false);
    assert.equal(mayDo(handler, "task.complete", { ...here, units: [departmentOf(own)] }), true);
  });

  it("a role counts at the unit where it was granted only", () => {
    const both = person(["leader", own], ["gridWorker", gridOf(sibling)]);
    assert.equal(mayDo(both, "case.suspend", { path: tree.path(gridOf(sibling)) }), false);
    assert.equal(mayDo(both, "task.complete", { path: tree.path(gridOf(sibling)) }), true);
  });

  it("a unit whose code begins like another's is not below it", () => {
    const leader: Person = { ...person(), grants: [{ role: "leader", unit: "a", street: "a", path: "/city/a" }] };
    assert.equal(mayDo(leader, "case.suspend", { path: "/city/ab/grid" }), false);
  });

  it("a resident sees a case and sends a form, a machine reads no case", () => {
    const resident = { kind: "resident", id: "r", name: "", street: own, caseId: "c", grants: [] } as const;
    assert.equal(mayDo(resident, "case.read"), true);
    assert.equal(mayDo(resident, "case.suspend"), false);
    const machine = { kind: "machine", id: "m", name: "", grants: person(["leader", own]).grants } as const;
    assert.equal(mayDo(machine, "submission.create", { path: tree.path(gridOf(own)) }), true);
    assert.equal(mayDo(machine, "case.suspend", { path: tree.path(gridOf(own)) }), false);
  });
});

describe("the scope of lists", () => {
  it("holds the own street only for a grid worker", () => {
    const scope = scopeOf(person(["gridWorker", gridOf(own)]), tree);
    assert.deepEqual(scope.streets, [own]);
    assert.deepEqual(scope.groups, [`${gridOf(own)}/gridWorker`]);
    assert.deepEqual(scope.paths, [tree.path(gridOf(own))]);
  });

  it("holds all streets for the district and for its departments, whom every street may call", () => {
    for (const grant of [
      ["leader", "jinchuan"],
      ["handler", departmentOf("jinchuan")],
    ] as const)
      assert.deepEqual(scopeOf(person(grant), tree).streets.toSorted(), ["jinchuan", ...streets].toSorted());
  });

  it("is empty for a person without grants", () => {
    assert.deepEqual(scopeOf(person(), tree), { streets: [], reach: [], paths: [], groups: [], personId: "p1" });
  });
});
