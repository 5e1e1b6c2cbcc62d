import assert from "node:assert/strict";
import { advance, budgetsOf, copiesOf, requestsOf, tasksOf, tokensOf } from "../../../../engine/index.ts";
import type { Actor, Asked, Problem } from "../../../../engine/index.ts";
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
  multiInstance,
  node,
  processOf,
  start,
  timer,
  userTask,
} from "../../../support/bpmn-builder.ts";
import { Story, wang } from "../../../support/engine-story.ts";

const person = (id: string, groups: readonly string[] = []): Actor => ({ kind: "person", id, groups });
const leader = person("leader");

async function storyOf(...content: readonly string[]): Promise<Story> {
  return new Story(await bundleFrom(documentOf(processOf("p", start(), ...content)))).start();
}

describe("抄送 (copyTo, readCopy)", () => {
  it("is told, read by each once, and gone when all have read it", async () => {
    const told = await storyOf(userTask("a"), flows("start > a"));
    told.do({ type: "copyTo", people: ["li", "li", "zhao"], note: "请阅" }, leader);
    assert.deepEqual(told.effect("notifyCopy").people, ["li", "zhao"]);
    const copyId = copiesOf(told.state)[0]?.id ?? "";
    told.do({ type: "readCopy", copyId }, person("li")).do({ type: "readCopy", copyId }, person("li"));
    assert.deepEqual([told.events, copiesOf(told.state)[0]?.readBy], [[], ["li"]]);
    assert.equal(told.refused({ type: "readCopy", copyId }, leader).code, "COPY_NOT_YOURS");
    told.complete("a").do({ type: "readCopy", copyId }, person("zhao"));
    assert.equal(told.state.copies, undefined, "read after the end, and no longer kept");
    assert.equal(told.refused({ type: "readCopy", copyId }).code, "COPY_NOT_FOUND");
  });

  it("to groups stays: who belongs to them changes", async () => {
    const told = await storyOf(userTask("a"), flows("start > a"));
    assert.equal(told.refused({ type: "copyTo" }).code, "COPY_WITHOUT_RECEIVER");
    told.do({ type: "copyTo", groups: ["street/leader"] });
    const copyId = copiesOf(told.state)[0]?.id ?? "";
    told.do({ type: "readCopy", copyId }, person("x", ["street/leader"]));
    assert.deepEqual(copiesOf(told.state)[0]?.readBy, ["x"]);
  });
});

describe("催办 (urge)", () => {
  it("is told to who has the tasks, as often and as soon again as the parameters say", async () => {
    const xml = documentOf(processOf("p", start(), userTask("a"), userTask("b"), flows("start > a", "start > b")));
    const parameters = {
      urgeMost: { values: [{ from: "2026-01-01", value: 2 }] },
      urgeApart: { values: [{ from: "2026-01-01", value: { value: 1, clock: "workHour" } }] },
    };
    const told = new Story(await bundleFrom(xml, { parameters })).start();
    told.do({ type: "claimTask", taskId: told.task("a"), assignee: "wang" });
    told.do({ type: "urge", text: "请今日办结" }, leader);
    const { people, groups, taskIds } = told.effect("notifyUrge");
    assert.deepEqual([people, groups, taskIds.length], [["wang"], ["team"], 2]);
    const one = { type: "urge", taskId: told.task("a"), text: "" } as const;
    assert.equal(told.refused(one).code, "URGE_TOO_SOON");
    told.now = "2026-03-02T03:00:00.000Z";
    assert.equal(told.do(one).effect("notifyUrge").taskIds.length, 1);
    told.now = "2026-03-02T09:00:00.000Z";
    assert.equal(told.refused(one).code, "URGE_TOO_OFTEN");
    assert.equal(told.do({ type: "urge", text: "" }).effect("notifyUrge").taskIds.length, 1, "the other still may be");
  });

  it("has no bound of its own, and needs a task", async () => {
    const told = await storyOf(userTask("a"), userTask("b"), flows("start > a > b"));
    for (let time = 0; time < 5; time += 1) told.do({ type: "urge", text: "" });
    const urged = told.task("a");
    told.complete("a");
    assert.equal(told.refused({ type: "urge", taskId: urged, text: "" }).code, "TASK_ALREADY_COMPLETED");
    assert.equal(tasksOf(told.state)[0]?.urged, undefined);
    const waiting = await storyOf(
      node("intermediateCatchEvent", "t", {}, timer("timeDuration", "PT1H")),
      end(),
      flows("start > t > end"),
    );
    assert.equal(waiting.refused({ type: "urge", text: "" }).code, "URGE_NOTHING");
  });
});

describe("延期申请 and 审批 (requestExtension, decideExtension)", () => {
  const ask = {
    type: "requestExtension",
    elementId: "a",
    by: { value: 2, clock: "workHour" },
    reason: "需备料",
  } as const;
  const limited = [
    userTask("a", {}, `<gl:clock limit="={ value: 4, clock: &quot;workHour&quot; }" />`),
    userTask("b"),
    flows("start > a > b"),
  ];

  it("granted by another it adds to the budget, as asked or as decided", async () => {
    const told = (await storyOf(...limited)).do(ask);
    const before = budgetsOf(told.state)[0]?.dueAt ?? "";
    const requestId = requestsOf(told.state)[0]?.id ?? "";
    const grant = { type: "decideExtension", requestId, isGranted: true, reason: "同意" } as const;
    assert.equal(told.refused(grant).code, "EXTENSION_OWN_REQUEST");
    assert.equal(told.refused(ask).code, "EXTENSION_ALREADY_REQUESTED");
    told.do({ ...grant, by: { value: 1, clock: "workHour" } }, leader);
    const budget = budgetsOf(told.state)[0];
    assert.deepEqual([budget?.limit.value, (budget?.dueAt ?? "") > before], [5, true]);
    assert.deepEqual(told.effect("notifyRequest").decision, "granted");
    assert.equal(told.state.requests, undefined);
    assert.equal(told.refused(grant, leader).code, "EXTENSION_NOT_FOUND");
  });

  it("refused it changes nothing, and it lapses with the work", async () => {
    const told = (await storyOf(...limited)).do(ask);
    const requestId = requestsOf(told.state)[0]?.id ?? "";
    told.do({ type: "decideExtension", requestId, isGranted: false, reason: "理由不足" }, leader).do(ask);
    assert.equal(budgetsOf(told.state)[0]?.limit.value, 4);
    told.complete("a");
    assert.ok(told.events.some((event) => event.type === "extensionDecided" && event.decision === "lapsed"));
    assert.equal(told.state.requests, undefined);
    assert.equal(told.refused(ask).code, "BUDGET_NOT_RUNNING");
  });

  it("on another clock, or no limit at all, is no request", async () => {
    const told = await storyOf(...limited);
    assert.equal(told.refused({ ...ask, by: { value: 1, clock: "workDay" } }).code, "EXTEND_CLOCK_DIFFERS");
    assert.equal(told.refused({ ...ask, by: { value: -1, clock: "workHour" } }).code, "LIMIT_INVALID");
  });
});

describe("强制结案 (forceClose)", () => {
  it("completes the case with all its work ended: scopes, timers, subscriptions, budgets", async () => {
    const sub = node("subProcess", "sub", {}, start("s"), userTask("x"), flows("s > x"));
    const xml = documentOf(
      message("M", "tip", "=key") +
        processOf(
          "p",
          start(),
          sub,
          boundary("late", "sub", timer("timeDuration", "PT1H"), false),
          userTask("chase"),
          eventSubProcess("tip", messageEvent("M"), false, userTask("look"), flows("tipStart > look")),
          flows("start > sub", "late > chase"),
        ),
    );
    const told = new Story(await bundleFrom(xml)).start({ key: "1" });
    told.do({ type: "forceClose", outcome: "已由上级处理", reason: "重复交办", caseState: "closed" }, leader);
    const { status, caseState, tokens, tasks, timers, subscriptions, scopes } = told.state;
    assert.deepEqual([status, caseState, Object.keys(scopes)], ["completed", "closed", ["s1"]]);
    assert.deepEqual([tokens, tasks, timers, subscriptions], [undefined, undefined, undefined, undefined]);
    assert.equal(told.effect("endInstance").outcome, "completed");
    assert.equal(told.refused({ type: "forceClose", outcome: "", reason: "" }).code, "INSTANCE_NOT_RUNNING");
  });
});

describe("moveToken", () => {
  const move = (told: Story, from: string, toElementId: string, more: object = {}) => {
    const tokenId = tokensOf(told.state).find((token) => token.elementId === from)?.id ?? "";
    return { type: "moveToken", tokenId, toElementId, reason: "纠正", ...more } as const;
  };
  const sub = node("subProcess", "sub", {}, start("s"), userTask("x"), userTask("y"), flows("s > x > y"));

  it("ends the work and goes on elsewhere in the scope, with variables", async () => {
    const told = await storyOf(sub, userTask("after"), flows("start > sub > after"));
    told.do(move(told, "x", "y", { variables: { n: 1 } }));
    assert.deepEqual(told.waitsAt(), ["sub", "y"]);
    assert.equal(told.refused(move(told, "y", "after")).code, "MOVE_TARGET_NOT_FOUND");
    told.do(move(told, "sub", "after"));
    assert.deepEqual([told.waitsAt(), Object.keys(told.state.scopes)], [["after"], ["s1"]]);
  });

  it("comes to a join by the flow named, or goes past it", async () => {
    const content = [
      node("parallelGateway", "fork"),
      userTask("a"),
      userTask("b"),
      node("parallelGateway", "join"),
      userTask("c"),
      flows("start > fork > a > join > c", "fork > b > join"),
    ];
    const told = await storyOf(...content);
    told.do(move(told, "a", "join", { flowId: "a_join" })).complete("b");
    assert.deepEqual(told.waitsAt(), ["c"]);
    const other = await storyOf(...content);
    assert.equal(other.refused(move(other, "a", "join", { flowId: "fork_b" })).code, "MOVE_FLOW_NOT_FOUND");
    assert.deepEqual(other.do(move(other, "a", "join")).waitsAt(), ["b", "c"]);
  });

  it("resolves an incident by going past it", async () => {
    const failing = await storyOf(
      node("exclusiveGateway", "way"),
      userTask("a"),
      node(
        "sequenceFlow",
        "f",
        { sourceRef: "way", targetRef: "a" },
        `<bpmn:conditionExpression>false</bpmn:conditionExpression>`,
      ),
      userTask("b"),
      node(
        "sequenceFlow",
        "g",
        { sourceRef: "way", targetRef: "b" },
        `<bpmn:conditionExpression>false</bpmn:conditionExpression>`,
      ),
      flows("start > way"),
    );
    assert.equal(failing.incident(), "NO_FLOW_TRUE");
    failing.do(move(failing, "way", "b"));
    assert.deepEqual([failing.waitsAt(), failing.incident()], [["b"], undefined]);
  });

  it("refuses what has no way in: boundary events, event sub-processes, instances, what is not there", async () => {
    const many = node(
      "userTask",
      "many",
      {},
      extensions(`<zeebe:assignmentDefinition candidateGroups="team" />`),
      multiInstance({}, { cardinality: "2" }),
    );
    const told = await storyOf(
      many,
      boundary("late", "many", timer("timeDuration", "PT1H")),
      userTask("a"),
      eventSubProcess("esp", timer("timeDuration", "PT9H"), false, userTask("look"), flows("espStart > look")),
      flows("start > many > a", "late > a"),
    );
    for (const target of ["late", "esp"]) {
      assert.equal(told.refused(move(told, "many", target)).code, "MOVE_TARGET_NOT_ALLOWED");
    }
    for (const target of ["look", "nowhere", "__proto__"]) {
      assert.equal(told.refused(move(told, "many", target)).code, "MOVE_TARGET_NOT_FOUND");
    }
    const instance = tokensOf(told.state).at(-1)?.id ?? "";
    assert.equal(told.refused({ ...move(told, "many", "a"), tokenId: instance }).code, "MOVE_IN_LOOP");
    assert.equal(told.refused({ ...move(told, "many", "a"), tokenId: "t99" }).code, "TOKEN_NOT_FOUND");
    assert.deepEqual(told.do(move(told, "many", "a")).waitsAt(), ["a"]);
  });
});

describe("退回 to the first step", () => {
  it("wherever it is: behind a sub-process, from a branch, out of a 会签", async () => {
    const many = node(
      "userTask",
      "many",
      {},
      extensions(`<zeebe:assignmentDefinition candidateGroups="team" />`),
      multiInstance({}, { cardinality: "2" }),
    );
    const told = await storyOf(userTask("a"), userTask("b"), many, flows("start > a > b > many"));
    told.complete("a").complete("b").complete("many");
    const back = { type: "sendBack", taskId: told.task("many"), reason: "" } as const;
    assert.deepEqual(told.do(back).waitsAt(), ["b"], "the whole 会签 ends");
    told.complete("b").do({ ...back, taskId: told.task("many"), toFirst: true });
    assert.deepEqual([told.waitsAt(), Object.keys(told.state.scopes)], [["a"], ["s1"]]);
    assert.equal(told.refused({ ...back, taskId: told.task("a"), toFirst: true }).code, "SEND_BACK_NO_EARLIER_TASK");
  });
});

describe("the permission hook (mayDo)", () => {
  it("is asked of every command with what it needs and the task, and its refusal is the answer", async () => {
    const told = await storyOf(userTask("a"), flows("start > a"));
    const asked: Asked[] = [];
    const no: Problem = { code: "ACTION_NOT_ALLOWED", zh: "无权", en: "Not allowed" };
    const mayDo = (question: Asked): Problem | undefined => {
      asked.push(question);
      return question.needs === "supervisor" && question.command.actor.id !== "leader" ? no : undefined;
    };
    const send = (actor: Actor, taskId: string) =>
      advance(
        told.bundle,
        told.state,
        { type: "redispatch", taskIds: [taskId], assignee: "x", reason: "", now: told.now, actor },
        { mayDo },
      );
    assert.deepEqual(send(wang, told.task("a")), { ok: false, problem: no });
    assert.ok(send(leader, told.task("a")).ok);
    advance(
      told.bundle,
      told.state,
      { type: "urge", taskId: told.task("a"), text: "", now: told.now, actor: wang },
      { mayDo },
    );
    assert.deepEqual([asked.at(-1)?.needs, asked.at(-1)?.task?.elementId], ["participant", "a"]);
    const begun = advance(
      told.bundle,
      undefined,
      { type: "start", variables: {}, now: told.now, actor: wang },
      { mayDo },
    );
    assert.ok(begun.ok && asked.at(-1)?.needs === "starter" && asked.at(-1)?.state === undefined);
  });
});
