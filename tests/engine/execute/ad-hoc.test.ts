import assert from "node:assert/strict";
import { adHocChoices, waitReasons } from "../../../engine/index.ts";
import {
  boundary,
  bundleFrom,
  documentOf,
  end,
  eventSubProcess,
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
  userTask,
} from "../../support/bpmn-builder.ts";
import { Story } from "../../support/engine-story.ts";

const completion = (text: string): string =>
  `<bpmn:completionCondition xsi:type="bpmn:tFormalExpression">${text}</bpmn:completionCondition>`;
const adHoc = (attributes: Readonly<Record<string, string>>, ...inner: readonly string[]): string =>
  documentOf(
    message("M", "answer", "=no") +
      signal("S") +
      processOf(
        "p",
        start(),
        node("adHocSubProcess", "x", { name: "联合处置", ...attributes }, ...inner),
        userTask("next"),
        end(),
        flows("start > x > next > end"),
      ),
  );
const zeebe = (attributes: string): string => extensions(`<zeebe:adHoc ${attributes} />`);

class Picking extends Story {
  pick(elementId: string): this {
    return this.do({ type: "startAdHocActivity", elementId });
  }
  picks(): readonly string[] {
    return adHocChoices(this.bundle, this.state).flatMap(({ elementIds }) => elementIds);
  }
}
const begin = async (xml: string, variables = {}): Promise<Picking> =>
  new Picking(await bundleFrom(xml)).do({ type: "start", variables });

describe("ad-hoc sub-process, picked by people (BPMN 2.0 §13.3.5)", () => {
  const three = [userTask("a"), userTask("b"), userTask("c"), flows("b > c")];

  it("begins with nothing; what no flow leads to can be picked, again and again", async () => {
    const story = await begin(adHoc({}, ...three));
    assert.deepEqual([story.waitsAt(), story.picks()], [["x"], ["a", "b"]]);
    assert.equal(waitReasons(story.bundle, story.state)[0]?.zh, "“联合处置”可选择办理：a、b");
    assert.deepEqual(story.pick("a").pick("a").waitsAt(), ["x", "a", "a"]);
  });

  it("a flow enables what it leads to: it is done when it is picked", async () => {
    const story = (await begin(adHoc({}, ...three))).pick("b").complete("b");
    assert.deepEqual(
      [story.waitsAt(), story.picks()],
      [
        ["x", "c"],
        ["a", "b", "c"],
      ],
    );
    assert.equal(story.reasons()[1]?.zh, "“c”可以开始，等待选择");
    assert.equal(story.state.tasks, undefined);
    story.pick("c");
    assert.deepEqual(story.trace(), ["join c", "enter c", "task c"]);
    assert.equal(story.refused({ type: "startAdHocActivity", elementId: "c" }).code, "AD_HOC_NOT_ENABLED");
  });

  it("in sequence: another is picked only when the one before is done", async () => {
    const story = (await begin(adHoc({ ordering: "Sequential" }, ...three))).pick("a");
    assert.deepEqual(story.picks(), []);
    assert.equal(story.refused({ type: "startAdHocActivity", elementId: "b" }).code, "AD_HOC_NOT_ENABLED");
    assert.deepEqual(story.complete("a").picks(), ["a", "b"]);
  });

  it("without a completion condition people say when it is over", async () => {
    const story = (await begin(adHoc({}, ...three))).pick("a").complete("a");
    assert.deepEqual(story.waitsAt(), ["x"]);
    story.pick("b").do({ type: "completeAdHoc", elementId: "x", reason: "已处置完毕" });
    assert.deepEqual(story.waitsAt(), ["next"]);
    assert.equal(story.refused({ type: "completeAdHoc", elementId: "x", reason: "" }).code, "AD_HOC_NOT_OPEN");
  });

  it("the completion condition is asked after each activity; what still runs is cancelled", async () => {
    const story = await begin(adHoc({}, ...three, completion("done")), { done: false });
    story.pick("a").pick("b").complete("a");
    assert.deepEqual(story.waitsAt(), ["x", "b"]);
    story.pick("a").complete("a", { done: true }).set({ done: true });
    assert.deepEqual(story.waitsAt(), ["x", "b"], "only a completion asks it");
    story.pick("a").complete("a");
    assert.deepEqual(story.waitsAt(), ["next"]);
    assert.ok(story.trace().includes("terminate b"));
  });

  it("or is awaited, and then no flow is taken any more (cancelRemainingInstances)", async () => {
    const xml = adHoc({ cancelRemainingInstances: "false" }, ...three, completion("done"));
    const story = await begin(xml, { done: true });
    story.pick("a").pick("b").complete("a");
    assert.deepEqual([story.waitsAt(), story.picks()], [["x", "b"], []]);
    assert.deepEqual(story.complete("b").waitsAt(), ["next"]);
  });

  it("is an incident at the activity when the condition is no truth value", async () => {
    const story = (await begin(adHoc({}, ...three, completion("1 + 1")))).pick("a").complete("a");
    assert.equal(story.incident(), "CONDITION_NOT_BOOLEAN");
  });

  it("gateways pass tokens on, and joins wait for what was picked", async () => {
    const joined = [
      userTask("a"),
      userTask("b"),
      userTask("c"),
      node("parallelGateway", "j"),
      flows("a > j", "b > j", "j > c"),
    ];
    const story = (await begin(adHoc({}, ...joined))).pick("a").complete("a");
    assert.deepEqual(story.picks(), ["a", "b"]);
    assert.deepEqual(story.pick("b").complete("b").picks(), ["a", "b", "c"]);
  });

  it("events wait from the beginning, happen again and again, and end with it", async () => {
    const event = node("intermediateCatchEvent", "e", {}, messageEvent("M"));
    const story = await begin(adHoc({}, userTask("a"), event, flows("e > a")), { no: "1" });
    story.deliver("answer", "1", {}, "m1").deliver("answer", "1", {}, "m2");
    assert.deepEqual([...story.waitsAt()].sort(), ["a", "a", "e", "x"]);
    assert.deepEqual(story.picks(), ["a"]);
    story.do({ type: "completeAdHoc", elementId: "x", reason: "完成" });
    assert.deepEqual([story.waitsAt(), story.state.subscriptions], [["next"], undefined]);
  });

  it("boundary and event sub-process end it as any other", async () => {
    const esp = eventSubProcess("esp", signalEvent("S"), true, userTask("inner"), flows("espStart > inner"));
    const story = (await begin(adHoc({}, ...three, esp))).pick("a").signal("S");
    assert.deepEqual([story.waitsAt(), story.picks()], [["x", "esp", "inner"], []]);
    assert.deepEqual(story.complete("inner").waitsAt(), ["next"]);
    const xml = adHoc({}, ...three).replace(
      `<bpmn:userTask id="next"`,
      `${boundary("late", "x", timer("timeDuration", "PT1H"))}${userTask("remind")}${flows("late > remind")}<bpmn:userTask id="next"`,
    );
    assert.deepEqual((await begin(xml)).pick("a").fire("late").waitsAt(), ["remind"]);
  });

  it("of several that are open the scope is named", async () => {
    const loop = `<bpmn:multiInstanceLoopCharacteristics><bpmn:loopCardinality xsi:type="bpmn:tFormalExpression">2</bpmn:loopCardinality></bpmn:multiInstanceLoopCharacteristics>`;
    const story = await begin(adHoc({}, ...three, loop));
    assert.equal(story.refused({ type: "startAdHocActivity", elementId: "a" }).code, "AD_HOC_AMBIGUOUS");
    const [first, second] = adHocChoices(story.bundle, story.state);
    assert.ok(first !== undefined && second !== undefined);
    story.do({ type: "startAdHocActivity", elementId: "a", scopeId: second.scopeId });
    for (const { scopeId } of [first, second])
      story.do({ type: "completeAdHoc", elementId: "x", scopeId, reason: "完成" });
    assert.deepEqual(story.waitsAt(), ["next"]);
  });
});

describe("ad-hoc sub-process, picked by zeebe:adHoc activeElementsCollection", () => {
  const inner = [userTask("a"), userTask("b"), userTask("c"), flows("b > c")];

  it("begins the elements of the list, follows flows by itself, and is over when all are done", async () => {
    const story = await begin(adHoc({}, zeebe(`activeElementsCollection="=units"`), ...inner), { units: ["a", "b"] });
    assert.deepEqual(story.waitsAt(), ["x", "a", "b"]);
    assert.deepEqual(story.complete("b").waitsAt(), ["x", "a", "c"]);
    assert.deepEqual(story.complete("a").complete("c").waitsAt(), ["next"]);
  });

  it("an empty list leaves it open for people; a wrong one is an incident", async () => {
    const xml = adHoc({}, zeebe(`activeElementsCollection="=units"`), ...inner);
    const story = await begin(xml, { units: [] });
    assert.deepEqual([story.waitsAt(), story.picks()], [["x"], ["a", "b"]]);
    assert.deepEqual(story.pick("a").complete("a").waitsAt(), ["next"]);
    for (const units of [["a", "unknown"], "a", [1], null])
      assert.equal((await begin(xml, { units })).incident(), "AD_HOC_PICKS_INVALID");
  });

  it("in sequence one after another", async () => {
    const xml = adHoc({ ordering: "Sequential" }, zeebe(`activeElementsCollection="=units"`), ...inner);
    const story = await begin(xml, { units: ["a", "b"] });
    assert.deepEqual(Object.keys(story.state.tasks ?? {}).length, 1);
    assert.equal(story.reasons().find(({ elementId }) => elementId === "b")?.zh, "“b”等前一项办完再开始");
    story.complete("a").complete("b");
    assert.deepEqual(story.complete("c").waitsAt(), ["next"]);
  });

  it("with a completion condition that is false it stays open; outputs are collected", async () => {
    const xml = adHoc(
      {},
      zeebe(
        `activeElementsCollection="=[&quot;a&quot;]" outputCollection="results" outputElement="=submission.opinion"`,
      ),
      ...inner,
      completion("count(results) >= 2"),
    );
    const story = await begin(xml);
    story.complete("a", { opinion: "同意" });
    assert.deepEqual(story.waitsAt(), ["x"]);
    story.pick("a").complete("a", { opinion: "不同意" });
    assert.deepEqual(story.waitsAt(), ["next"]);
    assert.deepEqual(story.variables()["results"], ["同意", "不同意"]);
  });
});
