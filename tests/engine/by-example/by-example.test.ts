/** Well-known shapes of standard BPMN, written after "BPMN 2.0 by Example" (OMG dtc/10-06-02), no extension in any: read, and run to the end. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { parseBpmn } from "../../../engine/index.ts";
import type { Bundle, Decision } from "../../../engine/index.ts";
import { bundleFrom } from "../../support/bpmn-builder.ts";
import { Story } from "../../support/engine-story.ts";

const documentNamed = (name: string): string => readFileSync(new URL(`./${name}.bpmn`, import.meta.url), "utf8");
const bundleNamed = (name: string, parts: Partial<Bundle> = {}): Promise<Bundle> =>
  bundleFrom(documentNamed(name), parts);

async function toldOf(name: string): Promise<readonly string[]> {
  const parsed = await parseBpmn(documentNamed(name));
  assert.ok(parsed.ok, parsed.ok ? "" : parsed.problems.map((problem) => problem.en).join("\n"));
  return [...new Set(parsed.value.warnings.map(({ code }) => code))].sort();
}

describe("BPMN 2.0 by example", () => {
  it("is read without false alarm: what is told is what nobody has said", async () => {
    assert.deepEqual(await toldOf("shipment"), ["BPMN_DEFAULT_MISSING", "BPMN_KEY_STYLE"]);
    assert.deepEqual(await toldOf("pizza"), ["BPMN_MESSAGE_WITHOUT_KEY", "BPMN_TASK_WITHOUT_PEOPLE"]);
    assert.deepEqual(await toldOf("procurement"), ["BPMN_ONLY_DRAWN", "BPMN_TASK_WITHOUT_PEOPLE"]);
    assert.deepEqual(await toldOf("travel-booking"), ["BPMN_TASK_WITHOUT_PEOPLE"]);
    assert.deepEqual(await toldOf("incident-management"), []);
    assert.deepEqual(await toldOf("nobel-prize"), ["BPMN_TASK_WITHOUT_PEOPLE"]);
  });

  it("shipment: lanes do the work, the inclusive gateway takes what is needed", async () => {
    const story = new Story(await bundleNamed("shipment")).start({ mode: "post", insured: true });
    assert.deepEqual(story.effect("createTask").task.candidateGroups, ["Clerk"]);
    story.complete("_6-127").complete("_6-219");
    const people = story.effects.flatMap((effect) => (effect.type === "createTask" ? effect.task.candidateGroups : []));
    assert.deepEqual(people, ["Clerk", "Logistics Manager"]);
    story.complete("_6-406").complete("_6-450");
    assert.equal(story.state.status, "completed");
    const special = new Story(await bundleNamed("shipment")).start({ mode: "special" }).complete("_6-127");
    assert.equal(special.state.status, "completed");
  });

  it("pizza: customer and vendor talk to the end, each in an instance of its own", async () => {
    const bundle = await bundleNamed("pizza");
    const customer = new Story(bundle).start();
    assert.equal(customer.effect("publishMessage").messageName, "pizza order");
    const vendor = new Story({ ...bundle, root: "vendor" });
    vendor.do({ type: "start", messageName: "pizza order", variables: {} });
    customer.fire("late");
    assert.equal(customer.effect("publishMessage").messageName, "where is my pizza");
    vendor.deliver("where is my pizza", "");
    assert.equal(vendor.effect("publishMessage").messageName, "calming");
    assert.deepEqual(vendor.complete("bake").effect("publishMessage").messageName, "pizza");
    customer.deliver("pizza", "", {}, "m2");
    assert.equal(customer.effect("publishMessage").messageName, "money");
    vendor.deliver("money", "", {}, "m3");
    assert.equal(vendor.state.status, "completed", "the terminate end event stops the waiting for questions");
    assert.equal(customer.complete("eat").state.status, "completed");
  });

  it("procurement: called in the same file, its escalation informs, its error ends it", async () => {
    const availability: Decision = {
      key: "availability",
      title: { "zh-CN": "有货" },
      hitPolicy: "FIRST",
      inputs: [{ id: "i", label: "数量", expression: "wanted.count" }],
      outputs: [{ id: "o", name: "available", label: "有货" }],
      rules: [
        { id: "r1", note: "", when: ["< 5"], then: ["true"] },
        { id: "r2", note: "", when: ["-"], then: ["false"] },
      ],
    };
    const bundle = await bundleNamed("procurement", { decisions: { availability } });
    const begin = (count: number): Story =>
      new Story(bundle).do({ type: "start", messageName: "msgOrder", variables: { order: { count } } });
    const inStock = begin(1);
    assert.deepEqual(inStock.variables(), { order: { count: 1 }, isAvailable: true });
    assert.equal(inStock.effect("createJob").jobType, "ship");
    assert.deepEqual(inStock.completeJob("ship").effect("createTask").task.candidateGroups, ["accounting"]);
    assert.equal(inStock.complete("settlement_task").state.status, "completed");

    const late = begin(9).complete("ask", { days: 5 });
    assert.ok(late.trace().includes("escalation lateDelivery > late"), late.trace().join("\n"));
    assert.equal(late.effect("createTask").task.assignee, "buyer");
    assert.deepEqual(late.waitsAt(), ["procure", "order"]);

    const never = begin(9).complete("ask", { days: -1 });
    assert.ok(never.trace().includes("error undeliverable > undeliverable"));
    assert.equal(never.state.status, "completed");
  });

  it("travel booking: a cancelled transaction undoes what was booked, latest first", async () => {
    const begin = async (): Promise<Story> =>
      new Story(await bundleNamed("travel-booking")).start().completeJob("flight").completeJob("hotel");
    assert.equal((await begin()).complete("confirm", { ok: true }).state.status, "completed");
    const undone = (await begin()).complete("confirm", { ok: false });
    assert.equal(undone.effect("createJob").jobType, "cancelHotel");
    undone.completeJob("cancelHotel").completeJob("cancelFlight");
    assert.ok(undone.trace().includes("complete tell"));
    assert.equal(undone.state.status, "completed");
    const broken = new Story(await bundleNamed("travel-booking")).start();
    broken.do({ type: "throwError", jobId: broken.job("hotel"), errorCode: "bookingFailed", message: "" });
    assert.deepEqual(broken.waitsAt(), ["handle"]);
    assert.equal(broken.complete("handle").state.status, "completed");
  });

  it("incident management: the ticket goes through people, forms and messages by its number", async () => {
    const issue = { number: "T-7", region: "north", text: "printer on fire" };
    const story = new Story(await bundleNamed("incident-management"));
    story.do({ type: "start", messageName: "issue", variables: { issue } });
    const { task } = story.effect("createTask");
    assert.deepEqual([task.candidateGroups, task.inputs], [["north/firstLevel"], { ticket: issue }]);
    story.complete("first", { solution: { text: "?", state: "open" } });
    const asked = story.effect("publishMessage");
    assert.deepEqual([asked.messageName, asked.correlationKey], ["question", "T-7"]);
    assert.equal(story.effect("openSubscription").correlationKey, "T-7");
    story.deliver("devAnswer", "", { number: "T-7", text: "use water" });
    const answer = story.effect("publishMessage");
    assert.deepEqual([answer.messageName, answer.correlationKey], ["answer", "T-7"]);
    assert.deepEqual(answer.variables, { ticket: { number: "T-7", solution: "use water", state: "closed" } });
    assert.equal(story.state.status, "completed");
  });

  it("Nobel prize: each candidate is assessed, the reports are collected, the vote is repeated until it is clear", async () => {
    const story = new Story(await bundleNamed("nobel-prize")).start();
    story.complete("collect", { candidates: ["A", "B"] });
    const given = story.effects.flatMap((effect) => (effect.type === "createTask" ? [effect.task.inputs["one"]] : []));
    assert.deepEqual(given, ["A", "B"]);
    story.complete("assess", { report: "good" }).complete("assess", { report: "better" });
    assert.deepEqual(story.variables(), { candidates: ["A", "B"], do2: ["good", "better"] });
    story
      .complete("vote", { laureate: { name: "A", votes: 1 } })
      .complete("vote", { laureate: { name: "B", votes: 2 } });
    assert.equal(story.effect("broadcastSignal").signalName, "announced");
    assert.equal(story.state.status, "completed");
  });
});
