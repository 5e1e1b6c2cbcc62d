/* oxlint-disable unicorn/no-thenable -- `then` is a rule's conclusion, never awaited */
import assert from "node:assert/strict";
import type { JsonObject } from "../../../engine/model/json.ts";
import type { Decision } from "../../../engine/model/decision.ts";
import type { OperationBody, ResolvedDocument, ResolvedPack } from "../../../engine/model/pack.ts";
import type { FlowNode } from "../../../engine/model/process.ts";
import { bundleOf, canonicalJson } from "../../../engine/overlay/index.ts";
import type { Parsed } from "../../../engine/overlay/index.ts";
import { resolveDecision } from "../../../engine/overlay/kinds/decision.ts";
import { parsedOf, resolvedPack } from "../../support/packs.ts";
import { operation } from "./pack-of.ts";

const pack = resolvedPack("nanyuan");

function without(name: string): ResolvedPack {
  return { ...pack, documents: Object.fromEntries(Object.entries(pack.documents).filter(([key]) => key !== name)) };
}

describe("bundleOf", () => {
  let parsed: Parsed;
  before(async () => {
    parsed = await parsedOf(pack);
  });
  const codesOf = (
    changed: ResolvedPack,
    other: Parsed = parsed,
    version: (key: string) => number | undefined = () => 1,
  ) => {
    const result = bundleOf(changed, "eventLoop", other, version);
    return result.ok ? [] : [...new Set(result.problems.map(({ code }) => code))];
  };
  const withNode = (id: string, change: object): Parsed => {
    const process = parsed.processes["eventLoop"];
    assert.ok(process?.nodes[id] !== undefined);
    const nodes = { ...process.nodes, [id]: { ...process.nodes[id], ...change } as FlowNode };
    return { ...parsed, processes: { ...parsed.processes, eventLoop: { ...process, nodes } } };
  };

  it("fills every call of the slot with the street's process, and leaves the city's out", () => {
    const result = bundleOf(pack, "eventLoop", parsed, () => 4);
    assert.ok(result.ok);
    const nodes = result.value.processes["eventLoop"]?.nodes ?? {};
    for (const id of ["escalateOverdue", "escalateByHand"]) {
      const node = nodes[id];
      assert.equal(node?.kind === "callActivity" && node.processKey, '"nanyuan__escalation"');
    }
    assert.equal(result.value.processes["escalation"], undefined);
    assert.equal(result.value.forms["levelHandling"], 4);
  });

  it("misses nothing that is not there", () => {
    assert.deepEqual(codesOf(pack), []);
    assert.deepEqual(codesOf(without("form/verification")), ["BUNDLE_FORM_UNKNOWN"]);
    assert.deepEqual(codesOf(without("ladder/signing")), ["BUNDLE_LADDER_UNKNOWN"]);
    assert.deepEqual(codesOf(without("calendar/workCalendar")), ["BUNDLE_CALENDAR_UNKNOWN"]);
    assert.deepEqual(codesOf(without("process/nanyuan__escalation")), ["BUNDLE_PROCESS_UNKNOWN"]);
    assert.deepEqual(codesOf(pack, { ...parsed, decisions: {} }), ["BUNDLE_DECISION_UNKNOWN"]);
    assert.deepEqual(
      codesOf(pack, parsed, (key) => (key === "disposal" ? undefined : 1)),
      ["BUNDLE_FORM_UNPUBLISHED"],
    );
  });

  it("refuses what it could not close: a computed process, an unknown parameter, role or word", () => {
    assert.deepEqual(
      codesOf(
        pack,
        withNode("escalateByHand", {
          processKey: "owner.process",
          slot: { id: "other", inputs: [], outputs: [] },
        }),
      ),
      ["BUNDLE_NOT_LITERAL"],
    );
    assert.deepEqual(codesOf(pack, withNode("verify", { clock: { limit: "param.nowhere" } })), [
      "BUNDLE_PARAMETER_UNKNOWN",
    ]);
    assert.deepEqual(codesOf(pack, withNode("verify", { people: { candidateGroups: '[place.street + "/wizard"]' } })), [
      "BUNDLE_ROLE_UNKNOWN",
    ]);
    assert.deepEqual(codesOf(pack, withNode("verify", { caseState: "lost", stage: "nowhere" })), [
      "BUNDLE_STATE_UNKNOWN",
      "BUNDLE_STAGE_UNKNOWN",
    ]);
  });

  it("refuses a setting that names a role which has been removed", () => {
    const roles = pack.documents["organisation/roles"];
    assert.ok(roles !== undefined && "content" in roles);
    const left = (roles.content["roles"] as readonly JsonObject[]).filter(({ key }) => key !== "communityAcceptor");
    const without = { ...roles, content: { ...roles.content, roles: left } };
    const changed = { ...pack, documents: { ...pack.documents, "organisation/roles": without } };
    const result = bundleOf(changed, "eventLoop", parsed, () => 1);
    const problems = result.ok ? [] : result.problems;
    assert.deepEqual(
      problems.map(({ code, zh }) => `${code} ${zh}`),
      ["BUNDLE_ROLE_UNKNOWN param.nanyuan__communityRole：设置中的岗位“communityAcceptor”已不存在，请改选"],
    );
  });

  it("holds a slot to its word on both sides", () => {
    const slot = { id: "escalation", inputs: ["case", "mood"], outputs: ["outcome", "verdict"] };
    assert.deepEqual(codesOf(pack, withNode("escalateByHand", { slot })), ["BUNDLE_SLOT_INPUT", "BUNDLE_SLOT_OUTPUT"]);
  });

  it("refuses an operation on a slot that the flow does not have, or that is none", () => {
    const loop = pack.documents["process/eventLoop"] as Extract<ResolvedDocument, { readonly xml: string }>;
    const change = (body: OperationBody, item: string): ResolvedPack => {
      const owned = {
        operation: operation(`process/eventLoop/${item}`, body),
        origin: { pack: "nanyuan", version: 1 },
      };
      return { ...pack, documents: { ...pack.documents, "process/eventLoop": { ...loop, operations: [owned] } } };
    };
    assert.deepEqual(codesOf(change({ op: "replace", value: "nanyuan__escalation" }, "nowhere")), [
      "OVERLAY_TARGET_MISSING",
    ]);
    assert.deepEqual(codesOf(change({ op: "remove" }, "verify")), ["OVERLAY_NOT_SUPPORTED"]);
  });

  it("holds only the parameters that are read, by the flow or by a command on every flow", () => {
    const result = bundleOf(pack, "nanyuan__escalation", parsed, () => 1);
    assert.ok(result.ok);
    assert.deepEqual(Object.keys(result.value.parameters), [
      "nanyuan__communityLimit",
      "nanyuan__communityRole",
      "nanyuan__districtLimit",
      "nanyuan__streetLimit",
      "nanyuan__streetRole",
      "urgeApart",
      "urgeMost",
    ]);
  });
});

describe("overlay on a decision table", () => {
  const decision: Decision = {
    key: "owner",
    title: { "zh-CN": "责任" },
    hitPolicy: "FIRST",
    inputs: [{ id: "i", label: "事项", expression: "matter" }],
    outputs: [{ id: "o", name: "lead", label: "单位" }],
    rules: [
      { id: "a", note: "", when: ['"x"'], then: ['"urban"'] },
      { id: "b", note: "", when: ["-"], then: ["null"] },
    ],
  };
  const after = (item: string, body: OperationBody) => {
    const owned = { operation: operation(`decision/owner/${item}`, body), origin: { pack: "east", version: 1 } };
    const result = resolveDecision(decision, [owned]);
    return result.ok
      ? result.value.rules.map(({ id, then }) => `${id} ${then.join()}`)
      : result.problems.map(({ code }) => code);
  };

  it("puts a street's exception before the city's rules, or after the one it names", () => {
    const value = { note: "飞地", when: ['"x"'], then: ['"police"'] };
    assert.deepEqual(after("east__x", { op: "add", value }), ['east__x "police"', 'a "urban"', "b null"]);
    assert.deepEqual(after("east__x", { op: "add", value, after: "a" }), ['a "urban"', 'east__x "police"', "b null"]);
    assert.deepEqual(after("east__x", { op: "add", value: { when: [], then: [] } }), ["OVERLAY_WRONG_WIDTH"]);
  });

  it("changes and takes out a rule by its id", () => {
    assert.deepEqual(after("a", { op: "set", attribute: "then", value: ['"fire"'] }), ['a "fire"', "b null"]);
    assert.deepEqual(after("a", { op: "switchOff" }), ["b null"]);
    assert.deepEqual(after("z", { op: "remove" }), ["OVERLAY_TARGET_MISSING"]);
    assert.deepEqual(after("a", { op: "set", attribute: "note", value: "x" }), ["OVERLAY_ATTRIBUTE_UNKNOWN"]);
  });
});

describe("canonicalJson", () => {
  it("is the same text for the same value, whatever the order of its keys", () => {
    assert.equal(canonicalJson({ b: 1, a: [{ d: null, c: "字" }] }), '{"a":[{"c":"字","d":null}],"b":1}');
    assert.equal(canonicalJson({ a: undefined as never, b: 1 }), canonicalJson({ b: 1 }));
  });
});
