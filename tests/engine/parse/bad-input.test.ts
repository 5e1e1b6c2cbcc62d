import assert from "node:assert/strict";
import { checkModel, parseBpmn } from "../../../engine/index.ts";
import type { Problem } from "../../../engine/index.ts";
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

const FINE = documentOf(processOf("p", start(), userTask("a"), end(), flows("start > a > end")));

async function problemsOf(xml: string): Promise<readonly Problem[]> {
  const result = await parseBpmn(xml);
  return result.ok ? [] : result.problems;
}

const first = async (xml: string): Promise<string | undefined> => (await problemsOf(xml))[0]?.code;
const range = (count: number): readonly number[] => Array.from({ length: count }, (_, at) => at);

describe("what is no BPMN is refused with a clear sentence", () => {
  const PNG = String.fromCharCode(
    0x89,
    0x50,
    0x4e,
    0x47,
    0x0d,
    0x0a,
    0x1a,
    0x0a,
    0,
    0,
    0,
    0x0d,
    0x49,
    0x48,
    0x44,
    0x52,
  );
  const refused: Readonly<Record<string, string>> = {
    "an empty file": "",
    blanks: " \n\t ",
    "a byte order mark alone": "\uFEFF",
    "a picture": PNG,
    "a web page": "<html><head><title>x</title></head><body><p>hello</body></html>",
    JSON: `{"process": {"id": "p"}}`,
    "UTF-16 read as bytes": FINE.replace(/[^]/g, (letter) => `${letter}\u0000`),
    "only a comment": "<!-- nothing -->",
    "only a declaration": `<?xml version="1.0"?>`,
    "two roots": FINE + FINE,
  };
  for (const [title, text] of Object.entries(refused)) {
    it(title, async () => {
      const problems = await problemsOf(text);
      assert.ok(problems.length > 0, "it was accepted");
      for (const { zh, en } of problems) assert.ok(/[\u4e00-\u9fff]/.test(zh) && en !== "");
    });
  }

  it("a document cut off anywhere", async () => {
    for (let at = 0; at < FINE.length - 1; at += 37)
      assert.notDeepEqual(await problemsOf(FINE.slice(0, at)), [], String(at));
  });

  it("ids twice, unknown namespaces and a DOCTYPE, each by name", async () => {
    assert.equal(await first(FINE.replace(`id="end"`, `id="a"`)), "BPMN_DUPLICATE_ID");
    assert.equal(await first(FINE.replace("20100524/MODEL", "20100524/NODEL")), "BPMN_UNREADABLE");
    assert.equal(await first(FINE.replace("<bpmn:process", "<!DOCTYPE x><bpmn:process")), "XML_DOCTYPE");
  });
});

describe("large and tangled models are answered, whatever they say", () => {
  it("almost 2 MiB", async () => {
    const note = `<bpmn:documentation>${"网格".repeat(250_000)}</bpmn:documentation>`;
    assert.deepEqual(await problemsOf(FINE.replace(/<bpmn:startEvent[^>]*>/, (tag) => tag + note)), []);
  });

  it("5,000 elements in a row", async () => {
    const ids = range(2_490).map((at) => `t${at}`);
    const xml = documentOf(
      processOf("p", start(), ...ids.map((id) => `<bpmn:task id="${id}" />`), flows(["start", ...ids].join(" > "))),
    );
    const result = await parseBpmn(xml);
    assert.ok(result.ok);
    assert.deepEqual(checkModel(result.value.processes), []);
  }).timeout(60_000);

  it("one task with a thousand conditions that it lists itself", async () => {
    const ids = range(1_000).map((at) => `t${at}`);
    const listed = ids.map((id) => `<bpmn:outgoing>x_${id}</bpmn:outgoing>`);
    const xml = documentOf(
      processOf(
        "p",
        start(),
        node("task", "x", {}, ...listed),
        ...ids.map((id) => `<bpmn:task id="${id}" />`),
        flows("start > x"),
        ...ids.map((id) => flow("x", id, "=n > 1")),
      ),
    );
    const result = await parseBpmn(xml);
    assert.ok(result.ok);
    const [bounded] = checkModel(result.value.processes);
    assert.equal(bounded?.code, "FLOW_CHECK_BOUNDED");
  }).timeout(60_000);

  it("a thousand links of one name", async () => {
    const link = `<bpmn:linkEventDefinition name="A" />`;
    const ids = range(800).map((at) => `l${at}`);
    const xml = documentOf(
      processOf(
        "p",
        start(),
        node("task", "x"),
        ...ids.map((id) => node("intermediateThrowEvent", id, {}, link)),
        ...ids.map((id) => node("intermediateCatchEvent", `${id}c`, {}, link)),
        flows("start > x", ...ids.map((id) => `x > ${id}`)),
      ),
    );
    assert.ok((await problemsOf(xml)).some(({ code }) => code === "BPMN_LINK_AMBIGUOUS"));
  }).timeout(60_000);

  it("sub-processes nested as deep as XML may be", async () => {
    const nested = range(90).reduce<string>(
      (inner, at) =>
        node("subProcess", `s${at}`, {}, start(`b${at}`), inner, flows(`b${at} > ${at === 0 ? "t" : `s${at - 1}`}`)),
      `<bpmn:task id="t" />`,
    );
    assert.deepEqual(await problemsOf(documentOf(processOf("p", start(), nested, flows("start > s89")))), []);
  });

  it("errors in every element: all are told, up to a thousand, and how many are not", async () => {
    const broken = (count: number): string =>
      documentOf(
        processOf(
          "p",
          ...range(count).map((at) => `<bpmn:intermediateCatchEvent id="e${at}" colour="red" />`),
          ...range(count).map((at) => `<bpmn:sequenceFlow id="f${at}" sourceRef="e${at}" />`),
        ),
      );
    const few = await problemsOf(broken(20));
    for (const at of range(20)) {
      const told = few.filter(({ elementId }) => elementId === `e${at}`).map(({ code }) => code);
      assert.deepEqual(told.slice(0, 2), ["BPMN_UNKNOWN_ATTRIBUTE", "BPMN_EVENT_WITHOUT_TRIGGER"]);
      assert.ok(few.some(({ code, elementId }) => code === "BPMN_FLOW_INCOMPLETE" && elementId === `f${at}`));
    }
    const many = await problemsOf(broken(1_200));
    assert.equal(many.length, 1_001);
    assert.equal(many.at(-1)?.code, "BPMN_MORE_PROBLEMS");
  }).timeout(60_000);
});

describe("times that are none, or too far", () => {
  const late = (definition: string): string =>
    documentOf(
      processOf(
        "p",
        start(),
        userTask("a"),
        boundary("late", "a", definition),
        end(),
        flows("start > a > end", "late > end"),
      ),
    );
  const nonsense: Readonly<Record<string, string>> = {
    "nine thousand years": timer("timeDuration", "P9999Y"),
    "more hours than there are": timer("timeDuration", "PT99999999999999999999H"),
    "a duration of nothing": timer("timeDuration", "P"),
    "a repetition of nothing": timer("timeCycle", "R/"),
    "a repetition without time": timer("timeCycle", "R/PT0S"),
    "a repetition over nine thousand years": timer("timeCycle", "R5/P9999Y"),
    "30 February": timer("timeDate", "2027-02-30T09:00:00+08:00"),
    "an hour that no clock has": timer("timeDate", "2027-02-03T29:00:00+08:00"),
    "year 10000": timer("timeDate", "+010000-01-01T00:00:00Z"),
    "year 10000 by its zone": timer("timeDate", "9999-12-31T23:59:59-12:00"),
  };
  for (const [title, definition] of Object.entries(nonsense)) {
    it(title, async () => {
      const problems = await problemsOf(late(definition));
      assert.deepEqual([...new Set(problems.map(({ elementId }) => elementId))], ["late"]);
      assert.ok(problems.some(({ code }) => code === "BPMN_TIMER_INVALID"));
    });
  }

  it("the last day of year 9999 is a time", async () => {
    assert.deepEqual(await problemsOf(late(timer("timeDate", "9999-12-31T00:00:00Z"))), []);
  });
});
