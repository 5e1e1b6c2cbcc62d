import assert from "node:assert/strict";
import {
  bundleFrom,
  documentOf,
  end,
  extensions,
  flows,
  node,
  processOf,
  serviceTask,
  start,
  userTask,
} from "../../support/bpmn-builder.ts";
import { Story } from "../../support/engine-story.ts";

const li = { kind: "person", id: "li", groups: ["team"] } as const;
const call = (id: string, called: string) =>
  node(
    "callActivity",
    id,
    {},
    extensions(`<zeebe:calledElement processId="${called}" propagateAllChildVariables="false" />`),
  );

describe("gl:excludeActorOf beyond a single task", () => {
  it("excludes who started the case when it names the start event", async () => {
    const xml = documentOf(
      processOf(
        "p",
        start("reported"),
        userTask("check", { "gl:excludeActorOf": "reported" }),
        end(),
        flows("reported > check > end"),
      ),
    );
    const story = new Story(await bundleFrom(xml)).start();
    const refusal = story.refused({ type: "completeTask", taskId: story.task("check"), submission: {} });
    assert.equal(refusal.code, "TASK_ACTOR_EXCLUDED");
    story.complete("check", {}, li);
    assert.equal(story.state.status, "completed");
  });

  it("excludes who last acted inside a sub-process, also when a machine finishes it", async () => {
    const inner = [start("in"), userTask("fix"), serviceTask("tell"), end("out"), flows("in > fix > tell > out")];
    const xml = documentOf(
      processOf(
        "p",
        start(),
        node("subProcess", "handling", {}, ...inner),
        userTask("check", { "gl:excludeActorOf": "handling" }),
        end(),
        flows("start > handling > check > end"),
      ),
    );
    const story = new Story(await bundleFrom(xml)).start().complete("fix");
    story.do({ type: "completeJob", jobId: story.job("tell"), variables: {} }, { kind: "system", id: "job" });
    assert.equal(
      story.refused({ type: "completeTask", taskId: story.task("check"), submission: {} }).code,
      "TASK_ACTOR_EXCLUDED",
    );
    story.complete("check", {}, li);
  });

  it("looks through a call: the process that is called need not know it", async () => {
    const xml = documentOf(
      processOf(
        "p",
        start(),
        call("above", "levels"),
        userTask("check", { "gl:excludeActorOf": "above" }),
        end(),
        flows("start > above > check > end"),
      ) + processOf("levels", start("s"), userTask("solve"), end("e"), flows("s > solve > e")),
    );
    const story = new Story(await bundleFrom(xml, { root: "p" })).start().complete("solve", {}, li);
    assert.equal(
      story.refused({ type: "completeTask", taskId: story.task("check"), submission: {} }, li).code,
      "TASK_ACTOR_EXCLUDED",
    );
    story.complete("check");
  });

  it("remembers nobody that nothing excludes", async () => {
    const xml = documentOf(processOf("p", start(), userTask("a"), userTask("b"), end(), flows("start > a > b > end")));
    const story = new Story(await bundleFrom(xml)).start().complete("a");
    assert.equal(story.state.actors, undefined);
  });
});
