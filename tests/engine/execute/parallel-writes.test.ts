import assert from "node:assert/strict";
import {
  bundleFrom,
  documentOf,
  end,
  flows,
  multiInstance,
  node,
  processOf,
  start,
} from "../../support/bpmn-builder.ts";
import { Story } from "../../support/engine-story.ts";

const count = (id: string, ...content: string[]): string =>
  node("scriptTask", id, {}, "<bpmn:script>{ n: n + 1 }</bpmn:script>", ...content);

describe("what a script works out is written before another script reads it", () => {
  it("in two branches of one step", async () => {
    const fork = node("parallelGateway", "fork") + node("parallelGateway", "join");
    const ways = flows("start > fork > a > join > end", "fork > b > join");
    const xml = documentOf(processOf("p", start(), fork, count("a"), count("b"), end(), ways));
    assert.equal(new Story(await bundleFrom(xml)).start({ n: 0 }).variables()["n"], 2);
  });

  it("in the instances of a multi-instance activity", async () => {
    const many = count("many", multiInstance({}, { cardinality: "5" }));
    const xml = documentOf(processOf("p", start(), many, end(), flows("start > many > end")));
    assert.equal(new Story(await bundleFrom(xml)).start({ n: 0 }).variables()["n"], 5);
  });
});
