import assert from "node:assert/strict";
import { budgetsOf, dryRun, planProblems, suggestPlan, tasksOf, timersOf } from "../../../engine/index.ts";
import type { Bundle, MigrationPlan, Verdict } from "../../../engine/index.ts";
import {
  boundary,
  bundleFrom,
  documentOf,
  end,
  eventSubProcess,
  extensions,
  flow,
  flows,
  message,
  messageEvent,
  multiInstance,
  node,
  processOf,
  serviceTask,
  signal,
  signalEvent,
  start,
  timer,
  userTask,
} from "../../support/bpmn-builder.ts";
import { Story, wang } from "../../support/engine-story.ts";

const bundleOf = (...content: readonly string[]): Promise<Bundle> =>
  bundleFrom(documentOf(processOf("p", start(), ...content)));

async function storyOf(...content: readonly string[]): Promise<Story> {
  return new Story(await bundleOf(...content)).start();
}

const planOf = (elements: Readonly<Record<string, string>>, more: object = {}): MigrationPlan => ({
  ...{ from: "test", to: "test", processes: { p: { to: "p", elements, ...more } } },
});

function verdicts(told: Story, to: Bundle, plan: MigrationPlan): readonly Verdict[] {
  return dryRun({ from: told.bundle, to, plan, state: told.state }, { now: told.now, actor: wang });
}

const chain = (...ids: readonly string[]): string => flows(["start", ...ids].join(" > "));

describe("migrate", () => {
  it("the identity changes nothing but the record", async () => {
    const told = await storyOf(
      userTask("a"),
      boundary("late", "a", timer("timeDuration", "PT1H")),
      end("x"),
      chain("a"),
      flows("late > x"),
    );
    const before = told.state;
    told.migrate(told.bundle);
    assert.deepEqual({ ...told.state, seq: 0 }, { ...before, seq: 0 });
    assert.deepEqual([told.trace(), told.effects], [["instanceMigrated"], []]);
  });

  it("a task inserted before and behind, and a renamed one, keep what is under way", async () => {
    const told = (await storyOf(userTask("a"), userTask("b", { name: "处置" }), chain("a", "b"))).complete("a");
    const taskId = told.task("b");
    const to = await bundleOf(
      userTask("a"),
      userTask("x"),
      userTask("handle", { name: "处置" }),
      userTask("y"),
      chain("a", "x", "handle", "y"),
    );
    told.migrate(to);
    assert.equal(told.task("handle"), taskId);
    assert.equal(told.effect("updateTask").task.elementId, "handle");
    assert.deepEqual(told.do({ type: "sendBack", taskId, reason: "" }).waitsAt(), ["a"], "the path is still known");
    told.complete("a").complete("x").complete("handle").complete("y");
    assert.equal(told.state.status, "completed");
  });

  it("what is gone needs a word in the plan; a task of the same kind takes its work over, another kind begins anew", async () => {
    const told = await storyOf(userTask("a"), serviceTask("s"), userTask("b"), chain("a", "s", "b"));
    const to = await bundleOf(serviceTask("s"), userTask("b"), chain("s", "b"));
    const [verdict] = verdicts(told, to, planOf({}));
    assert.deepEqual([verdict?.fate, verdict?.code], ["blocked", "MIGRATE_ELEMENT_GONE"]);
    assert.match(verdict?.zh ?? "", /没有环节“a”/);
    const [kept] = verdicts(told, to, planOf({ a: "b" }));
    assert.deepEqual([kept?.fate, kept?.toElementId], ["keeps", "b"]);
    const restarted = planOf({ a: "s" });
    assert.deepEqual(verdicts(told, to, restarted)[0]?.fate, "restarts");
    assert.deepEqual(
      planProblems(restarted, told.bundle, to).map(({ code, severity }) => [code, severity]),
      [["PLAN_KIND_DIFFERS", "warning"]],
    );
    told.migrate(to, restarted);
    assert.deepEqual([told.waitsAt(), told.state.tasks], [["s"], undefined]);
    assert.deepEqual(told.completeJob("s").complete("b").state.status, "completed");
  });

  it("timers keep their time; a new boundary is armed once, one that is gone is taken away", async () => {
    const late = (id: string, of = "PT5H"): string =>
      boundary(id, "a", timer("timeDuration", of), false) + end(`${id}X`) + flows(`${id} > ${id}X`);
    const told = await storyOf(userTask("a"), late("one"), late("two"), chain("a"));
    const due = timersOf(told.state).find(({ elementId }) => elementId === "one")?.dueAt;
    told.now = "2026-03-02T03:00:00.000Z";
    const to = await bundleOf(userTask("a"), late("first", "PT9H"), late("three", "PT1H"), chain("a"));
    told.migrate(to, planOf({ one: "first", oneX: "firstX" }));
    assert.deepEqual(
      timersOf(told.state).map(({ elementId, dueAt }) => [elementId, dueAt]),
      [
        ["first", due],
        ["three", "2026-03-02T04:00:00.000Z"],
      ],
    );
    const effects = told.effects.map(({ type }) => type);
    assert.deepEqual(effects, ["cancelTimer", "scheduleTimer"]);
  });

  it("one that has fired for the last time is not armed again", async () => {
    const late = boundary("late", "a", timer("timeDuration", "PT1H"), false) + end("x") + flows("late > x");
    const told = (await storyOf(userTask("a"), late, chain("a"))).fire("late");
    told.migrate(await bundleOf(userTask("a", { name: "新" }), late, chain("a")));
    assert.deepEqual(timersOf(told.state), []);
  });

  it("messages and signals: the same stays open, another name is opened once and the old one closed", async () => {
    const model = (name: string, waits: string): string =>
      documentOf(
        message("M", name, "=key") +
          signal("S") +
          processOf(
            "p",
            start(),
            node("eventBasedGateway", "first"),
            node("intermediateCatchEvent", "told", {}, messageEvent("M")),
            node("intermediateCatchEvent", "heard", {}, signalEvent("S")),
            node("intermediateCatchEvent", waits, {}, timer("timeDuration", "PT1H")),
            eventSubProcess("esp", messageEvent("M"), false, userTask("look"), flows("espStart > look")),
            end("z"),
            flows("start > first > told > z", "first > heard > z", `first > ${waits} > z`),
          ),
      );
    const told = new Story(await bundleFrom(model("reply", "later"))).start({ key: "1" });
    const opened = Object.keys(told.state.subscriptions ?? {});
    told.migrate(await bundleFrom(model("reply", "soon")), planOf({}));
    assert.deepEqual(Object.keys(told.state.subscriptions ?? {}), opened, "the same subscriptions");
    assert.deepEqual(
      timersOf(told.state).map(({ elementId }) => elementId),
      ["soon"],
    );
    told.migrate(await bundleFrom(model("answer", "soon")));
    assert.deepEqual(
      Object.values(told.state.subscriptions ?? {}).map(({ messageName }) => messageName),
      ["answer", "answer"],
    );
    assert.deepEqual(told.effects.filter(({ type }) => type === "closeSubscription").length, 2);
    told.deliver("answer", "1", {}, "m1");
    assert.equal(Object.keys(told.state.signals ?? {}).length <= 1, true);
  });

  it("a parallel multiple event keeps what it has gathered, and starts anew when its parts change", async () => {
    const model = (...parts: readonly string[]): string =>
      documentOf(
        message("M", "m", "=key") +
          signal("S") +
          processOf(
            "p",
            start(),
            node("intermediateCatchEvent", "both", { parallelMultiple: "true" }, ...parts),
            userTask("a"),
            flows("start > both > a"),
          ),
      );
    const both = [messageEvent("M"), signalEvent("S")];
    const told = new Story(await bundleFrom(model(...both))).start({ key: "1" }).signal("S");
    told.migrate(await bundleFrom(model(...both)));
    assert.equal(Object.keys(told.state.gatherings ?? {}).length, 1);
    told.migrate(await bundleFrom(model(...both, timer("timeDuration", "PT1H"))));
    assert.equal(told.state.gatherings, undefined);
    told.deliver("m", "1").signal("S", {}, "g2").fire("both");
    assert.deepEqual(told.waitsAt(), ["a"]);
  });

  it("event sub-processes: a new one is armed, one that has interrupted stays the last", async () => {
    const esp = (id: string, isInterrupting: boolean): string =>
      eventSubProcess(
        id,
        timer("timeDuration", "PT2H"),
        isInterrupting,
        userTask(`${id}Task`),
        flows(`${id}Start > ${id}Task`),
      );
    const told = await storyOf(userTask("a"), chain("a"));
    const to = await bundleOf(userTask("a"), esp("late", true), chain("a"));
    told.migrate(to).fire("lateStart");
    assert.deepEqual(told.waitsAt(), ["late", "lateTask"]);
    told.migrate(await bundleOf(userTask("a"), esp("late", true), esp("more", false), chain("a")));
    assert.deepEqual([timersOf(told.state), told.waitsAt()], [[], ["late", "lateTask"]]);
  });

  it("limits: what ran goes on, another ladder goes on where it stands, a new limit begins now", async () => {
    const limited = (id: string, hours: number, ladder?: string): string =>
      userTask(
        id,
        {},
        `<gl:clock limit="={ value: ${hours}, clock: &quot;workHour&quot; }" />${ladder === undefined ? "" : `<gl:ladder key="${ladder}" />`}`,
      );
    const rung = (id: string, percent: number) => ({ id, percent, action: "remind" as const });
    const ladders = {
      old: { key: "old", escalationCode: "E", rungs: [rung("r50", 50), rung("r100", 100)] },
      next: { key: "next", escalationCode: "E", rungs: [rung("n25", 25), rung("n75", 75)] },
    };
    const make = (...content: readonly string[]): Promise<Bundle> =>
      bundleFrom(documentOf(processOf("p", start(), ...content)), { ladders: ladders as never });
    const told = new Story(await make(limited("a", 8, "old"), userTask("b"), flows("start > a", "start > b"))).start();
    const due = budgetsOf(told.state)[0]?.dueAt;
    told.now = "2026-03-02T07:00:00.000Z";
    told.migrate(await make(limited("a", 4, "next"), limited("b", 2), flows("start > a", "start > b")));
    const [first, second] = budgetsOf(told.state);
    assert.deepEqual([first?.dueAt, first?.limit.value, first?.ladderKey], [due, 8, "next"]);
    assert.equal(second?.runningSince, told.now);
    assert.deepEqual(
      timersOf(told.state).map(({ rungId }) => rungId),
      ["n75"],
    );
    assert.equal(tasksOf(told.state).find(({ elementId }) => elementId === "b")?.dueAt, second?.dueAt);
    told.migrate(await make(userTask("a"), userTask("b"), flows("start > a", "start > b")));
    assert.deepEqual([budgetsOf(told.state), timersOf(told.state)], [[], []]);
  });

  it("joins: who waits counts by the new way, a branch that is no more counts no longer", async () => {
    const fork = node("parallelGateway", "fork");
    const join = node("parallelGateway", "join");
    const model = [fork, ...["a", "b", "c"].map((id) => userTask(id)), join, userTask("z")];
    const from = flows("start > fork > a > join > z", "fork > b > join", "fork > c > join");
    const longer = await bundleOf(
      ...model,
      userTask("a2"),
      flows("start > fork > a > a2 > join > z", "fork > b > join", "fork > c > join"),
    );
    const told = (await storyOf(...model, from)).complete("a").migrate(longer);
    assert.deepEqual(told.complete("b").complete("c").waitsAt(), ["z"]);
    const fewer = await bundleOf(
      fork,
      userTask("b"),
      userTask("c"),
      join,
      userTask("z"),
      flows("start > fork > b > join > z", "fork > c > join"),
    );
    const short = (await storyOf(...model, from)).complete("a");
    const fates = verdicts(short, fewer, planOf({}));
    assert.deepEqual(fates.map(({ fate }) => fate).toSorted(), ["dropped", "keeps", "keeps"]);
    assert.deepEqual(short.migrate(fewer).complete("b").complete("c").waitsAt(), ["z"]);
    const last = (await storyOf(...model, from)).complete("b").complete("c");
    last.migrate(fewer, planOf({ a: "b" }));
    assert.deepEqual(last.waitsAt().toSorted(), ["b", "z"], "both flows had come: it fires at once");
    const ways = [flow("fork", "a", "=true"), flow("fork", "b", "=true"), flows("start > fork", "a > join > z")];
    const inclusive = (way: string): readonly string[] => [
      ...[node("inclusiveGateway", "fork"), node("inclusiveGateway", "join")],
      ...["a", "b", "z"].map((id) => userTask(id)),
      ...ways,
      flows(way),
    ];
    const open = (await storyOf(...inclusive("b > join"))).complete("a");
    open.migrate(await bundleOf(...inclusive("b > z")));
    assert.deepEqual(open.waitsAt().toSorted(), ["b", "z"], "nothing can come any more");
  });

  it("goes into sub-processes, calls and 会签, carries incidents, and blocks what cannot be", async () => {
    const team = extensions(`<zeebe:assignmentDefinition candidateGroups="team" />`);
    const many = (loop: string): string => node("userTask", "many", {}, team, loop);
    const call = node("callActivity", "call", {}, extensions(`<zeebe:calledElement processId="q" />`));
    const model = (inner: string, loop: string, broken: string): string =>
      documentOf(
        processOf(
          "p",
          start(),
          node("subProcess", "sub", {}, start("s"), userTask(inner), flows(`s > ${inner}`)),
          call,
          many(loop),
          serviceTask("send", broken),
          flows("start > sub", "start > call", "start > many", "start > send"),
        ) + processOf("q", start("qs"), userTask("x"), flows("qs > x")),
      );
    const all = multiInstance({}, { cardinality: "3" });
    const told = new Story(await bundleFrom(model("inside", all, "mail"))).start().complete("many");
    const jobId = told.job("send");
    told.do({ type: "failJob", jobId, retries: 0, message: "down" });
    const to = await bundleFrom(model("within", all, "sms"));
    told.migrate(to, planOf({ inside: "within" }));
    assert.deepEqual(told.waitsAt().toSorted(), ["call", "many", "many", "many", "send", "sub", "within", "x"]);
    assert.equal(told.incident(), "JOB_FAILED");
    told.resolve();
    assert.equal(told.effect("createJob").jobType, "sms", "tried again as the new version has it");
    const other = await bundleFrom(
      model("within", multiInstance({}, { cardinality: "3" }, `isSequential="true"`), "sms"),
    );
    const stuck = verdicts(told, other, planOf({}));
    assert.ok(stuck.some(({ code, fate }) => code === "MIGRATE_LOOP_DIFFERS" && fate === "blocked"));
    const outside = await bundleOf(
      userTask("within"),
      call,
      many(all),
      serviceTask("send"),
      chain("within", "call", "many", "send"),
    );
    assert.deepEqual(
      planProblems(planOf({ inside: "within" }), told.bundle, outside).map(({ code }) => code),
      ["PLAN_ELEMENT_UNKNOWN"],
    );
    told.completeJob("send").complete("within").complete("x").complete("many").complete("many");
    assert.equal(told.state.status, "completed");
  });

  it("tasks get the new people and form; who has taken one keeps it; `keep` leaves all as they are", async () => {
    const people = (id: string, group: string, form: string): string =>
      node(
        "userTask",
        id,
        {},
        extensions(
          `<zeebe:assignmentDefinition candidateGroups="${group}" /><zeebe:formDefinition formId="${form}" bindingType="deployment" />`,
        ),
      );
    const make = (group: string, form: string): Promise<Bundle> =>
      bundleOf(people("a", group, form), people("b", group, form), flows("start > a", "start > b"));
    const told = new Story(await make("old", "f1")).start();
    told.do({ type: "claimTask", taskId: told.task("a"), assignee: "li" });
    told.migrate(await make("new", "f2"));
    assert.deepEqual(
      tasksOf(told.state).map(({ assignee, candidateGroups }) => [assignee, candidateGroups]),
      [
        ["li", ["new"]],
        [undefined, ["new"]],
      ],
    );
    assert.equal(told.effect("updateTask").task.formKey, "f2");
    told.migrate(await make("third", "f2"), planOf({}, { people: "keep" }));
    assert.deepEqual([tasksOf(told.state)[0]?.candidateGroups, told.effects], [["new"], []]);
  });

  it("refuses a plan that does not fit, an instance that has ended, and what cannot be evaluated", async () => {
    const told = await storyOf(userTask("a"), chain("a"));
    const codes = (plan: MigrationPlan): readonly string[] =>
      planProblems(plan, told.bundle, told.bundle).map(({ code }) => code);
    assert.deepEqual(codes({ ...planOf({}), from: "other" }), ["PLAN_BUNDLE_DIFFERS"]);
    assert.deepEqual(codes(planOf({ nowhere: "a", a: "__proto__" })), ["PLAN_ELEMENT_UNKNOWN", "PLAN_ELEMENT_UNKNOWN"]);
    assert.deepEqual(codes({ ...planOf({}), processes: { q: { to: "p", elements: {} } } }), ["PLAN_PROCESS_UNKNOWN"]);
    assert.deepEqual(codes(planOf({}, { flows: { f: "start_a" } })), ["PLAN_FLOW_UNKNOWN"]);
    const late = boundary("late", "a", timer("timeDuration", "=missing")) + end("x") + flows("late > x");
    const [verdict] = verdicts(told, await bundleOf(userTask("a"), late, chain("a")), planOf({}));
    assert.deepEqual([verdict?.fate, verdict?.code], ["blocked", "VALUE_NOT_TEXT"]);
    told.complete("a");
    assert.deepEqual(verdicts(told, told.bundle, planOf({})), []);
  });
});

describe("suggestPlan", () => {
  it("goes by id, then by name, kind and place, and says how sure it is", async () => {
    const from = await bundleOf(
      userTask("a", { name: "登记" }),
      userTask("b", { name: "现场处置" }),
      userTask("c", { name: "核查" }),
      chain("a", "b", "c"),
    );
    const to = await bundleOf(
      userTask("a", { name: "登记" }),
      userTask("handle", { name: "现场处置情况" }),
      serviceTask("c"),
      chain("a", "handle", "c"),
    );
    const { plan, matches } = suggestPlan(from, to);
    assert.deepEqual(plan.processes, { p: { to: "p", elements: { b: "handle" } } });
    const found = new Map(matches.map((match) => [match.elementId, match]));
    assert.deepEqual([found.get("a")?.score, found.get("c")?.score, found.get("b")?.by], [1, 0.5, "likeness"]);
    assert.ok((found.get("b")?.score ?? 0) > 0.8);
  });

  it("names what has no counterpart, and follows the process when it is called otherwise", async () => {
    const from = await bundleOf(userTask("a"), userTask("odd", { name: "旧环节" }), chain("a", "odd"));
    const to = await bundleFrom(documentOf(processOf("p2", start(), userTask("a"), chain("a"))));
    const { plan, matches } = suggestPlan(from, to);
    assert.deepEqual(plan.processes, { p: { to: "p2", elements: {} } });
    assert.deepEqual(
      matches.find(({ elementId }) => elementId === "odd"),
      { processKey: "p", elementId: "odd", by: "none", score: 0 },
    );
    const told = new Story(from).start().migrate(to);
    assert.deepEqual([told.state.processKey, told.complete("a").state.status], ["p2", "completed"]);
  });
});
