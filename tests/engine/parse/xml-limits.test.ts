import assert from "node:assert/strict";
import { parseBpmn } from "../../../engine/index.ts";
import { documentOf, end, flows, processOf, start, userTask } from "../../support/bpmn-builder.ts";

const FINE = documentOf(processOf("p", start(), userTask("a"), end(), flows("start > a > end")));
const inProcess = (content: string): string => FINE.replace("</bpmn:process>", `${content}</bpmn:process>`);
const nested = (depth: number): string => "<bpmn:a>".repeat(depth) + "</bpmn:a>".repeat(depth);
const attributes = (count: number): string => Array.from({ length: count }, (_, at) => `a${at}="1"`).join(" ");

async function codeOf(xml: string): Promise<string | undefined> {
  const result = await parseBpmn(xml);
  if (result.ok) return undefined;
  for (const problem of result.problems) assert.ok(problem.zh !== "" && problem.en !== "");
  return result.problems[0]?.code;
}

describe("hostile XML is refused before it is parsed (reliability S7)", () => {
  const refused: Readonly<Record<string, readonly [string, string]>> = {
    "a DOCTYPE": [`<!DOCTYPE x>${FINE}`, "XML_DOCTYPE"],
    "a DOCTYPE in small letters": [`<!doctype x>${FINE}`, "XML_DOCTYPE"],
    "an external entity": [`<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>${FINE}`, "XML_DOCTYPE"],
    "a billion laughs": [
      `<!DOCTYPE x [<!ENTITY a "${"x".repeat(100)}"><!ENTITY b "${"&a;".repeat(100)}">]>${FINE}`,
      "XML_DOCTYPE",
    ],
    "a DOCTYPE in a comment": [inProcess("<!-- <!DOCTYPE x> -->"), "XML_DOCTYPE"],
    "more than 2 MiB": [inProcess(`<!--${"x".repeat(2 * 1024 * 1024)}-->`), "XML_TOO_LARGE"],
    "2 MiB in Chinese letters": [inProcess(`<!--${"网".repeat(700_000)}-->`), "XML_TOO_LARGE"],
    "more than 5,000 elements": [inProcess("<bpmn:task />".repeat(5_001)), "XML_TOO_MANY_ELEMENTS"],
    "100,000 elements that never close": [inProcess("<a>".repeat(100_000)), "XML_TOO_DEEP"],
    "nesting of 101": [inProcess(nested(101)), "XML_TOO_DEEP"],
    "65 attributes": [inProcess(`<bpmn:task ${attributes(65)} />`), "XML_TOO_MANY_ATTRIBUTES"],
    "attributes hidden behind a >": [inProcess(`<bpmn:task x=">" ${attributes(65)} />`), "XML_TOO_MANY_ATTRIBUTES"],
  };
  for (const [title, [xml, code]] of Object.entries(refused)) {
    it(title, async () => assert.equal(await codeOf(xml), code));
  }

  it("a document within all limits passes", async () => assert.equal(await codeOf(FINE), undefined));
});

describe("documents that cannot be read are refused by name", () => {
  const refused: Readonly<Record<string, readonly [string, string]>> = {
    nothing: ["", "BPMN_UNREADABLE"],
    "no XML": ["hello", "BPMN_UNREADABLE"],
    "broken XML": [FINE.slice(0, -20), "BPMN_UNREADABLE"],
    "crossed tags": [inProcess("<bpmn:task></bpmn:process>"), "BPMN_UNREADABLE"],
    "another kind of document": [`<html xmlns="http://www.w3.org/1999/xhtml"><body /></html>`, "BPMN_UNREADABLE"],
    "no BPMN namespace": [`<definitions><process id="p" /></definitions>`, "BPMN_UNREADABLE"],
    "an unbound prefix": [inProcess("<camunda:task />"), "BPMN_UNREADABLE"],
    "an unknown BPMN element": [inProcess(`<bpmn:robotTask id="r" />`), "BPMN_UNKNOWN_ELEMENT"],
    "an unknown zeebe element": [
      inProcess(`<bpmn:task id="r"><bpmn:extensionElements><zeebe:robot /></bpmn:extensionElements></bpmn:task>`),
      "BPMN_UNKNOWN_ELEMENT",
    ],
    "a foreign element outside extensionElements": [
      inProcess(`<bpmn:task id="r"><other:x /></bpmn:task>`),
      "BPMN_UNKNOWN_ELEMENT",
    ],
    "an unknown attribute": [inProcess(`<bpmn:task id="r" colour="red" />`), "BPMN_UNKNOWN_ATTRIBUTE"],
    "an unknown zeebe attribute": [inProcess(`<bpmn:task id="r" zeebe:robot="1" />`), "BPMN_UNKNOWN_ATTRIBUTE"],
    "an unknown gl attribute": [inProcess(`<bpmn:task id="r" gl:robot="1" />`), "BPMN_UNKNOWN_ATTRIBUTE"],
    "a duplicate id": [inProcess(`<bpmn:task id="a" />`), "BPMN_DUPLICATE_ID"],
    "an id with a blank": [inProcess(`<bpmn:task id="a b" />`), "BPMN_ID_INVALID"],
    "a reference to nothing": [
      inProcess(`<bpmn:sequenceFlow id="f" sourceRef="a" targetRef="zz" />`),
      "BPMN_UNRESOLVED_REFERENCE",
    ],
    "text between elements": [inProcess(`<bpmn:task id="r">hello</bpmn:task>`), "BPMN_UNEXPECTED_TEXT"],
    "the same attribute twice": [inProcess(`<bpmn:task id="r" name="a" name="b" />`), "BPMN_UNREADABLE"],
  };
  for (const [title, [xml, code]] of Object.entries(refused)) {
    it(title, async () => assert.equal(await codeOf(xml), code));
  }

  it("names the element of a reference to nothing", async () => {
    const result = await parseBpmn(inProcess(`<bpmn:sequenceFlow id="f" sourceRef="a" targetRef="zz" />`));
    assert.ok(!result.ok);
    assert.deepEqual(
      result.problems.map((problem) => [problem.elementId, problem.zh]),
      [["f", "引用了不存在的元素“zz” (f)"]],
    );
  });
});
