import assert from "node:assert/strict";
import { checkFlow, parseBpmn } from "../../../engine/index.ts";
import type { Finding } from "../../../engine/index.ts";
import {
  boundary,
  documentOf,
  end,
  flow,
  flows,
  node,
  processOf,
  start,
  timer,
  userTask,
} from "../../support/bpmn-builder.ts";
import { WELL_FORMED } from "../../support/well-formed/index.ts";

const gateway = (kind: string, id: string, attributes: Readonly<Record<string, string>> = {}): string =>
  node(`${kind}Gateway`, id, attributes);
const tasks = (...ids: readonly string[]): string => ids.map((id) => userTask(id)).join("");
const either = (id: string, first: string, second: string): string =>
  gateway("exclusive", id, { default: `${id}_${second}` }) + flow(id, first, "=yes") + flows(`${id} > ${second}`);

async function found(...content: readonly string[]): Promise<readonly Finding[]> {
  const result = await parseBpmn(documentOf(processOf("p", start(), ...content)));
  assert.ok(result.ok, result.ok ? "" : result.problems.map(({ en }) => en).join("\n"));
  return result.value.processes.flatMap((process) => checkFlow(process));
}

const told = (findings: readonly Finding[]): readonly string[] =>
  findings.map(({ code, elementId }) => `${code} ${elementId ?? ""}`);

const behind = (join: string, split = either("g", "a", "b")): Promise<readonly Finding[]> =>
  found(split, tasks("a", "b"), gateway(join, "j"), end(), flows("start > g", "a > j > end", "b > j"));
const forked = (join: string): Promise<readonly Finding[]> =>
  behind(join, gateway("parallel", "g") + flows("g > a", "g > b"));

describe("the check of a flow: what can get stuck", () => {
  it("finds a parallel join behind a decision, and says how it comes to that", async () => {
    const findings = await behind("parallel");
    assert.deepEqual(told(findings), ["FLOW_JOIN_NEVER j", "FLOW_END_UNREACHED end"]);
    assert.deepEqual(findings[0]?.way, ["start", "g", "a"]);
    assert.match(findings[0]?.zh ?? "", /“j”永远无法汇合：来自“b”的分支不会同时到达。例如：start → g → a/);
    assert.match(findings[0]?.en ?? "", /^"j" can never join/);
  });

  it("finds nothing at joins that fit their forks", async () => {
    assert.deepEqual(told(await behind("exclusive")), []);
    assert.deepEqual(told(await behind("inclusive")), []);
    assert.deepEqual(told(await forked("parallel")), []);
    assert.deepEqual(told(await forked("inclusive")), []);
  });

  it("finds a join that waits for ever on one of several ways", async () => {
    const findings = await found(
      gateway("parallel", "g"),
      tasks("a", "b"),
      either("x", "j", "out"),
      gateway("parallel", "j"),
      end(),
      end("out"),
      flows("start > g > a > j > end", "g > b > x"),
    );
    assert.deepEqual(told(findings), ["FLOW_JOIN_STUCK j"]);
    assert.deepEqual(findings[0]?.way.slice(-1), ["out"]);
  });

  it("finds work that is done twice behind a parallel fork", async () => {
    const findings = await forked("exclusive");
    assert.deepEqual(told(findings), ["FLOW_WORK_DOUBLED j"]);
    assert.deepEqual(findings[0]?.way.slice(-2), ["j", "j"]);
  });

  it("finds it also where the branches are of different length, and where no gateway merges them", async () => {
    const findings = await found(
      tasks("a", "b", "c", "d", "e"),
      end(),
      flows("start > a", "start > b > c > d > a", "a > e > end"),
    );
    assert.deepEqual(told(findings), ["FLOW_WORK_DOUBLED a"]);
  });

  it("finds a reminder that runs into the way of the work itself", async () => {
    const findings = await found(
      tasks("a", "b"),
      boundary("late", "a", timer("timeDuration", "P1D"), false),
      end(),
      flows("start > a > b > end", "late > b"),
    );
    assert.deepEqual(told(findings), ["FLOW_WORK_DOUBLED b"]);
  });

  it("finds nothing where the boundary event interrupts, or ends by itself", async () => {
    for (const isInterrupting of [true, false]) {
      const target = isInterrupting ? "b" : "told";
      const findings = await found(
        tasks("a", "b"),
        boundary("late", "a", timer("timeDuration", "P1D"), isInterrupting),
        end(),
        isInterrupting ? "" : end("told"),
        flows("start > a > b > end", `late > ${target}`),
      );
      assert.deepEqual(told(findings), []);
    }
  });

  it("finds a loop without a way out", async () => {
    const [loop, ...others] = await found(tasks("a", "b", "c"), flows("start > c > a > b > a"));
    assert.deepEqual(others, []);
    assert.equal(loop?.code, "FLOW_LOOP_ENDLESS");
    assert.ok(["a", "b"].includes(loop?.elementId ?? ""));
  });

  it("finds nothing in a loop that can be left", async () => {
    assert.deepEqual(told(await found(tasks("a"), either("g", "a", "end"), end(), flows("start > a > g"))), []);
  });

  it("finds two joins that wait for each other", async () => {
    const findings = await found(
      gateway("parallel", "g"),
      gateway("parallel", "j"),
      gateway("parallel", "k"),
      end(),
      end("end2"),
      flows("start > g > j > k > j", "g > k > end", "j > end2"),
    );
    assert.deepEqual(told(findings).slice(0, 2).toSorted(), ["FLOW_JOIN_NEVER j", "FLOW_JOIN_NEVER k"]);
  });

  it("looks into sub-processes, each by itself", async () => {
    const inner = node(
      "subProcess",
      "sub",
      {},
      start("s"),
      either("g", "a", "b"),
      tasks("a", "b"),
      gateway("parallel", "j"),
      flows("s > g", "a > j", "b > j"),
    );
    const findings = await found(inner, end(), flows("start > sub > end"));
    assert.deepEqual(told(findings), ["FLOW_JOIN_NEVER j"]);
  });

  it("a terminating end leaves nothing behind", async () => {
    const findings = await found(
      gateway("parallel", "g"),
      tasks("a", "b"),
      end("stop", "<bpmn:terminateEventDefinition />"),
      end(),
      flows("start > g > a > stop", "g > b > end"),
    );
    assert.deepEqual(told(findings), []);
  });

  it("of several terminating ends any may come first", async () => {
    const stop = (id: string): string => end(id, "<bpmn:terminateEventDefinition />");
    const findings = await found(
      gateway("parallel", "g"),
      tasks("a", "b"),
      stop("one"),
      stop("other"),
      flows("start > g > a > one", "g > b > other"),
    );
    assert.deepEqual(told(findings), []);
  });

  it("a terminating end also ends what would go round for ever", async () => {
    const findings = await found(
      gateway("parallel", "g"),
      tasks("a", "b"),
      end("stop", "<bpmn:terminateEventDefinition />"),
      flows("start > g > a > a", "g > b > stop"),
    );
    assert.ok(!told(findings).some((each) => each.startsWith("FLOW_LOOP_ENDLESS")));
  });

  it("says when there are more situations than it looks at, and how many it saw", async () => {
    const forks = Array.from({ length: 12 }, (_, at) => {
      const [g, j] = [`g${at}`, `j${at}`];
      return (
        either(g, `a${at}`, `b${at}`) +
        tasks(`a${at}`, `b${at}`) +
        end(j) +
        flows(`fork > ${g}`, `a${at} > ${j}`, `b${at} > ${j}`)
      );
    });
    const result = await parseBpmn(
      documentOf(processOf("p", start(), gateway("parallel", "fork"), flows("start > fork"), ...forks)),
    );
    const process = result.ok ? result.value.processes[0] : undefined;
    assert.ok(process);
    assert.deepEqual(told(checkFlow(process)), []);
    const [bounded] = checkFlow(process, 10);
    assert.deepEqual([bounded?.code, bounded?.elementId], ["FLOW_CHECK_BOUNDED", "p"]);
    assert.match(bounded?.zh ?? "", /10 种/);
  });

  it("five hundred tasks in a row and a hundred parallel branches are looked at in full", async () => {
    const ids = Array.from({ length: 500 }, (_, at) => `t${at}`);
    assert.deepEqual(told(await found(tasks(...ids), flows(["start", ...ids].join(" > ")))), []);
    const branches = ids.slice(0, 100);
    const all = await found(
      gateway("parallel", "g"),
      tasks(...branches),
      gateway("parallel", "j"),
      flows("start > g", ...branches.map((id) => `g > ${id} > j`)),
    );
    assert.deepEqual(told(all), []);
  });

  for (const [chapter, models] of Object.entries(WELL_FORMED)) {
    it(`no false alarm on well-formed models: ${chapter}`, async () => {
      for (const [title, xml] of Object.entries(models)) {
        const result = await parseBpmn(xml);
        assert.ok(result.ok, title);
        const codes = result.value.processes.flatMap((process) => told(checkFlow(process)));
        assert.deepEqual(codes, MEANT[title] ?? [], title);
      }
    });
  }
});

/** Well-formed, and yet to be told. */
const MEANT: Readonly<Record<string, readonly string[]>> = {
  "several flows into a task pass each token": ["FLOW_WORK_DOUBLED c"],
};
