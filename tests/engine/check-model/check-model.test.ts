import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { checkModel, parseBpmn } from "../../../engine/index.ts";
import type { Finding, ProcessDefinition } from "../../../engine/index.ts";
import {
  boundary,
  documentOf,
  end,
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
} from "../../support/bpmn-builder.ts";

const ROOTS = message("m", "asked", "=id") + message("dyn", "=which", "=id") + signal("s", "alarm");

async function read(...content: readonly string[]): Promise<readonly ProcessDefinition[]> {
  const result = await parseBpmn(documentOf(ROOTS + content.join("")));
  assert.ok(result.ok, result.ok ? "" : result.problems.map(({ en }) => en).join("\n"));
  return result.value.processes;
}

const told = (findings: readonly Finding[]): readonly string[] =>
  findings.map(({ code, processKey, elementId }) => `${code} ${processKey} ${elementId ?? ""}`);

const limit = (host: string): string =>
  boundary("late", host, timer("timeDuration", "P3D")) + end("over") + flows("late > over");
const receiving = (ref: string, ...more: readonly string[]): string =>
  processOf("p", start(), node("receiveTask", "r", { messageRef: ref }), end(), flows("start > r > end"), ...more);

describe("the check of a bundle: what waits for somebody else", () => {
  it("finds a message that no process of the bundle sends", async () => {
    const findings = checkModel(await read(receiving("m", limit("r"))));
    assert.deepEqual(told(findings), ["FLOW_NOBODY_SENDS p r"]);
    assert.match(findings[0]?.zh ?? "", /“r”等待消息“asked”，本套流程中没有发送者/);
  });

  it("finds a signal that nobody sends", async () => {
    const caught = node("intermediateCatchEvent", "c", {}, signalEvent("s"));
    const findings = checkModel(await read(processOf("p", start(), caught, end(), flows("start > c > end"))));
    assert.deepEqual(told(findings), ["FLOW_NOBODY_SENDS p c", "FLOW_WAIT_UNLIMITED p c"]);
  });

  it("finds nothing when another process sends it, by an event or a task", async () => {
    for (const sender of [
      node("intermediateThrowEvent", "x", {}, messageEvent("m")),
      node("sendTask", "x", { messageRef: "m" }),
    ]) {
      const other = processOf("q", start("s0"), sender, end("e0"), flows("s0 > x > e0"));
      assert.deepEqual(told(checkModel(await read(receiving("m", limit("r")), other))), []);
    }
  });

  it("says nothing of names that are worked out, nor of a message that starts a process", async () => {
    assert.deepEqual(told(checkModel(await read(receiving("dyn", limit("r"))))), []);
    const begun = processOf("p", start("start", messageEvent("m")), end(), flows("start > end"));
    assert.deepEqual(told(checkModel(await read(begun))), []);
  });

  it("finds an event that is waited for without a time limit", async () => {
    assert.deepEqual(told(checkModel(await read(receiving("dyn")))), ["FLOW_WAIT_UNLIMITED p r"]);
  });

  it("finds nothing when a sub-process around it, or an event beside it, has a time limit", async () => {
    const wait = node("intermediateCatchEvent", "c", {}, messageEvent("dyn"));
    const sub = node("subProcess", "sub", {}, start("s0"), wait, end("e0"), flows("s0 > c > e0"));
    const around = processOf("p", start(), sub, end(), flows("start > sub > end"), limit("sub"));
    assert.deepEqual(told(checkModel(await read(around))), []);
    const choice = processOf(
      "p",
      start(),
      node("eventBasedGateway", "g"),
      wait,
      node("intermediateCatchEvent", "t", {}, timer("timeDuration", "P1D")),
      end(),
      flows("start > g > c > end", "g > t > end"),
    );
    assert.deepEqual(told(checkModel(await read(choice))), []);
  });

  it("finds a role with no one in it, when it is told who is where", async () => {
    const task = (groups: string): string =>
      processOf(
        "p",
        start(),
        node("userTask", "a", {}, extensions(`<zeebe:assignmentDefinition candidateGroups="${groups}" />`)),
        end(),
        flows("start > a > end"),
      );
    const staffing = { hasPeople: (group: string) => ({ full: true, empty: false, bare: false })[group] };
    const codes = async (groups: string): Promise<readonly string[]> =>
      told(checkModel(await read(task(groups)), { staffing }));
    assert.deepEqual(await codes("empty, bare"), ["FLOW_ROLE_EMPTY p a"]);
    assert.deepEqual(await codes("empty, full"), []);
    assert.deepEqual(await codes("unknown"), []);
    assert.deepEqual(await codes("=groups"), []);
    assert.deepEqual(told(checkModel(await read(task("empty")))), []);
  });

  it("finds processes that call each other in a circle", async () => {
    const calling = (id: string, called: string): string =>
      processOf(
        id,
        start(`${id}Start`),
        node("callActivity", `${id}Call`, { calledElement: called }),
        end(`${id}End`),
        flows(`${id}Start > ${id}Call > ${id}End`),
      );
    const findings = checkModel(await read(calling("one", "two"), calling("two", "one"), calling("three", "one")));
    assert.deepEqual(told(findings), ["FLOW_CALLS_ITSELF one oneCall", "FLOW_CALLS_ITSELF two twoCall"]);
  });

  it("finds nothing in the shipped flows but the rating that a resident sends", async () => {
    const folder = new URL("../../../definitions/", import.meta.url);
    const files = [
      "city/processes/escalation",
      "city/processes/eventLoop",
      "streets/nanyuan/processes/nanyuan__escalation",
    ];
    const all = await Promise.all(
      files.map(async (file) => {
        const result = await parseBpmn(readFileSync(new URL(`${file}.bpmn`, folder), "utf8"));
        return result.ok ? result.value.processes : [];
      }),
    );
    assert.deepEqual(told(checkModel(all.flat())), ["FLOW_NOBODY_SENDS eventLoop residentRating"]);
  });
});
