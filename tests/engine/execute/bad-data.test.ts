import assert from "node:assert/strict";
import {
  bundleFrom,
  documentOf,
  end,
  extensions,
  flows,
  multiInstance,
  node,
  processOf,
  start,
  timer,
  userTask,
} from "../../support/bpmn-builder.ts";
import { Story } from "../../support/engine-story.ts";

const work = (loop: string): string =>
  documentOf(
    processOf(
      "p",
      start(),
      node("userTask", "x", {}, extensions(`<zeebe:assignmentDefinition candidateGroups="team" />`), loop),
      end(),
      flows("start > x > end"),
    ),
  );
const each = multiInstance({ inputCollection: "=list", inputElement: "item" });

describe("data that a model did not reckon with is an incident, never a crash", () => {
  it("a negative count", async () => {
    const story = new Story(await bundleFrom(work(multiInstance({}, { cardinality: "=n" })))).start({ n: -1 });
    assert.notEqual(story.incident(), undefined);
    assert.equal(story.set({ n: 1 }).resolve().incident(), undefined);
  });

  it("a list that is null, missing, a text, or full of nulls", async () => {
    for (const variables of [{ list: null }, {}, { list: "ab" }]) {
      const story = new Story(await bundleFrom(work(each))).start(variables);
      assert.notEqual(story.incident(), undefined, JSON.stringify(variables));
    }
    const nulls = new Story(await bundleFrom(work(each))).start({ list: [null, null] });
    assert.equal(nulls.incident(), undefined);
    assert.equal(nulls.waitsAt().filter((id) => id === "x").length, 3);
  });

  it("processes that call each other round without end", async () => {
    const calling = (id: string, called: string): string =>
      processOf(
        id,
        start(`${id}Start`),
        node("callActivity", `${id}Call`, { calledElement: called }),
        end(`${id}End`),
        flows(`${id}Start > ${id}Call > ${id}End`),
      );
    const story = new Story(await bundleFrom(documentOf(calling("one", "two") + calling("two", "one")))).start();
    assert.notEqual(story.incident(), undefined);
    assert.equal(story.state.status, "running");
  });

  it("a time beyond year 9999", async () => {
    const waiting = documentOf(
      processOf(
        "p",
        start(),
        userTask("a"),
        node("intermediateCatchEvent", "x", {}, timer("timeDuration", "=wait")),
        end(),
        flows("start > x > a > end"),
      ),
    );
    for (const wait of ["P9999Y", "PT99999999999999999999H", "", null, 5]) {
      const story = new Story(await bundleFrom(waiting)).start({ wait });
      assert.notEqual(story.incident(), undefined, String(wait));
      assert.deepEqual(
        story
          .set({ wait: "P7000Y" })
          .resolve()
          .reasons()
          .map(({ until }) => until?.slice(0, 4)),
        ["9026"],
      );
    }
  });
});
