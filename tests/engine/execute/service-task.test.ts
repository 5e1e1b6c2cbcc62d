import assert from "node:assert/strict";
import {
  boundary,
  bundleFrom,
  documentOf,
  errorEvent,
  extensions,
  flows,
  mappings,
  node,
  processOf,
  serviceTask,
  start,
  userTask,
} from "../../support/bpmn-builder.ts";
import { Story } from "../../support/engine-story.ts";

describe("service task", () => {
  it("makes a job with type, tries, headers and inputs; its variables go up", async () => {
    const job = `<zeebe:taskDefinition type="=kind" retries="5" /><zeebe:taskHeaders><zeebe:header key="message" value="hello" /></zeebe:taskHeaders>`;
    const xml = documentOf(
      processOf(
        "p",
        start(),
        node("serviceTask", "tell", {}, extensions(job, mappings({ inputs: { to: "=reporter.id" } }))),
        userTask("after"),
        flows("start > tell > after"),
      ),
    );
    const story = new Story(await bundleFrom(xml)).start({ kind: "notify", reporter: { id: "li" } });
    const { jobId, ...effect } = story.effect("createJob");
    assert.deepEqual(effect, {
      type: "createJob",
      elementId: "tell",
      jobType: "notify",
      headers: { message: "hello" },
      variables: { to: "li" },
      retries: 5,
    });
    story.do({ type: "completeJob", jobId, variables: { sent: true } });
    assert.deepEqual(story.variables(), { kind: "notify", reporter: { id: "li" }, sent: true });
    assert.deepEqual(story.waitsAt(), ["after"]);
    assert.equal(story.refused({ type: "completeJob", jobId, variables: {} }).code, "JOB_NOT_FOUND");
  });

  it("without inputs gives the worker what is seen; with outputs only they go up", async () => {
    const io = mappings({ outputs: { "result.code": "=code" } });
    const xml = documentOf(
      processOf("p", start(), serviceTask("s", "s", io), userTask("after"), flows("start > s > after")),
    );
    const story = new Story(await bundleFrom(xml)).start({ result: { old: 1 } });
    assert.deepEqual(story.effect("createJob").variables, { result: { old: 1 } });
    assert.equal(story.effect("createJob").retries, 3);
    story.completeJob("s", { code: 7, noise: 1 });
    assert.deepEqual(story.variables(), { result: { old: 1, code: 7 } });
  });

  it("a failed job is tried again by the shell; the last failure is an incident, and resolving makes it anew", async () => {
    const xml = documentOf(processOf("p", start(), serviceTask("s"), flows("start > s")));
    const story = new Story(await bundleFrom(xml)).start();
    const jobId = story.job("s");
    story.do({ type: "failJob", jobId, retries: 2, message: "down" });
    assert.deepEqual(story.effects, []);
    assert.equal(story.reasons()[0]?.detail["retries"], 2);
    story.do({ type: "failJob", jobId, retries: 0, message: "down" });
    assert.equal(story.incident(), "JOB_FAILED");
    assert.equal(story.reasons()[0]?.kind, "incident");
    story.resolve();
    assert.notEqual(story.effect("createJob").jobId, jobId);
    assert.equal(story.completeJob("s").state.status, "completed");
  });

  it("an error thrown by the worker goes to the boundary event of its code, before one of any code", async () => {
    const xml = documentOf(
      `<bpmn:error id="e1" errorCode="full" />` +
        processOf(
          "p",
          start(),
          serviceTask("s"),
          boundary("any", "s", errorEvent()),
          boundary("full", "s", extensions(mappings({ outputs: { why: "=errorMessage" } })) + errorEvent("e1")),
          userTask("a"),
          userTask("b"),
          flows("start > s", "any > a", "full > b"),
        ),
    );
    const bundle = await bundleFrom(xml);
    const story = new Story(bundle).start();
    story.do({ type: "throwError", jobId: story.job("s"), errorCode: "full", message: "no room" });
    assert.deepEqual(story.trace(), [
      "jobClosed",
      "error full > full",
      "terminate s",
      "enter full",
      "set why s1",
      "complete full",
      "flow full_b",
      "enter b",
      "task b",
    ]);
    assert.deepEqual(story.variables(), { why: "no room" });
    const other = new Story(bundle).start();
    other.do({ type: "throwError", jobId: other.job("s"), errorCode: "other", message: "" });
    assert.deepEqual(other.waitsAt(), ["a"]);
  });

  it("an error that nobody catches is an incident at the thrower", async () => {
    const xml = documentOf(processOf("p", start(), serviceTask("s"), flows("start > s")));
    const story = new Story(await bundleFrom(xml)).start();
    story.do({ type: "throwError", jobId: story.job("s"), errorCode: "x", message: "broken" });
    assert.equal(story.incident(), "ERROR_UNCAUGHT");
    assert.equal(story.resolve().completeJob("s").state.status, "completed");
  });

  it("a job type that is no text is an incident before anything is opened", async () => {
    const xml = documentOf(processOf("p", start(), serviceTask("s", "=kind"), flows("start > s")));
    const story = new Story(await bundleFrom(xml)).start({ kind: [1] });
    assert.equal(story.incident(), "VALUE_NOT_TEXT");
    assert.equal(story.state.jobs, undefined);
    story.do({ type: "setVariables", variables: { kind: "s" }, reason: "更正" }).resolve();
    assert.equal(story.completeJob("s").state.status, "completed");
  });
});
