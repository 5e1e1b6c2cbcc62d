/** Random small edits of a model, migrated at whatever point an instance waits: nothing is lost, nothing twice, it finishes. */
import assert from "node:assert/strict";
import fc from "fast-check";
import { dryRun, migrate, tasksOf, timersOf } from "../../../engine/index.ts";
import type { Bundle, InstanceState, MigrationPlan } from "../../../engine/index.ts";
import {
  boundary,
  bundleFrom,
  documentOf,
  end,
  eventSubProcess,
  extensions,
  flows,
  multiInstance,
  node,
  processOf,
  start,
  timer,
  userTask,
} from "../../support/bpmn-builder.ts";
import { Story, wang } from "../../support/engine-story.ts";
import { checkWhole } from "../../support/whole-state.ts";

/** A process of two parallel branches, one through a sub-process, as lists of tasks that edits change. */
interface Shape {
  readonly left: readonly string[];
  readonly inner: readonly string[];
  readonly right: readonly string[];
  readonly late: readonly string[];
  readonly watches: boolean;
}

const BASE: Shape = { left: ["a1", "a2"], inner: ["x1", "x2"], right: ["many", "b1"], late: ["a1"], watches: true };

const team = extensions(`<zeebe:assignmentDefinition candidateGroups="team" />`);

function taskOf(id: string): string {
  return id === "many" ? node("userTask", id, {}, team, multiInstance({}, { cardinality: "2" })) : userTask(id);
}

function bundleOf({ left, inner, right, late, watches }: Shape): Promise<Bundle> {
  const catching = late.map(
    (id) =>
      boundary(`${id}Late`, id, timer("timeDuration", "PT5H"), false) +
      end(`${id}Told`) +
      flows(`${id}Late > ${id}Told`),
  );
  const esp = eventSubProcess(
    "watch",
    timer("timeDuration", "PT90H"),
    false,
    userTask("look"),
    flows("watchStart > look"),
  );
  return bundleFrom(
    documentOf(
      processOf(
        "p",
        start(),
        node("parallelGateway", "fork"),
        node("parallelGateway", "join"),
        node("subProcess", "sub", {}, start("s"), ...inner.map(taskOf), flows(["s", ...inner].join(" > "))),
        ...[...left, ...right, "last"].map(taskOf),
        ...catching,
        watches ? esp : "",
        flows(
          ["start", "fork", ...left, "join", "last"].join(" > "),
          ["fork", "sub", "join"].join(" > "),
          ["fork", ...right, "join"].join(" > "),
        ),
      ),
    ),
  );
}

type Edit =
  | { readonly kind: "insert"; readonly branch: "left" | "inner" | "right"; readonly at: number }
  | { readonly kind: "remove"; readonly branch: "left" | "inner" | "right"; readonly at: number }
  | { readonly kind: "rename"; readonly branch: "left" | "inner" | "right"; readonly at: number }
  | { readonly kind: "watch"; readonly branch: "left" };

/** The edited shape, and what the plan has to say about it. */
function edited(shape: Shape, edit: Edit, serial: number): readonly [Shape, Readonly<Record<string, string>>] {
  if (edit.kind === "watch") return [{ ...shape, watches: !shape.watches, late: shape.watches ? ["last"] : [] }, {}];
  const branch = shape[edit.branch];
  const at = edit.at % branch.length;
  const id = branch[at] ?? "";
  if (edit.kind === "insert") {
    return [{ ...shape, [edit.branch]: branch.toSpliced(at, 0, `new${serial}`) }, {}];
  }
  // A 会签 under way cannot become something else.
  if (id === "many" || (edit.kind === "remove" && branch.length < 2)) return [shape, {}];
  const other =
    edit.kind === "rename" ? `${id}r${serial}` : (branch.filter((each) => each !== id && each !== "many")[0] ?? "");
  if (other === "") return [shape, {}];
  const changed = edit.kind === "rename" ? branch.with(at, other) : branch.toSpliced(at, 1);
  const late =
    shape.late.includes(id) && edit.kind === "rename"
      ? { [`${id}Late`]: `${other}Late`, [`${id}Told`]: `${other}Told` }
      : {};
  const isLate = shape.late.includes(id) && edit.kind === "rename";
  return [
    {
      ...shape,
      [edit.branch]: changed,
      late: isLate
        ? shape.late.map((each) => (each === id ? other : each))
        : shape.late.filter((each) => each !== id || edit.kind === "rename"),
    },
    { [id]: other, ...late },
  ];
}

/** Completes up to so many tasks, or fires the first timer now and then. */
function play(story: Story, choices: readonly number[]): void {
  for (const choice of choices) {
    const tasks = tasksOf(story.state);
    const task = tasks[choice % Math.max(1, tasks.length)];
    const timer = choice % 7 === 0 ? timersOf(story.state)[0] : undefined;
    if (task === undefined || story.state.status !== "running") return;
    if (timer === undefined) story.do({ type: "completeTask", taskId: task.id, submission: {} });
    else story.fire(timer.elementId);
  }
}

/** Every wait once: by who waits and for what. */
function checkOnce(state: InstanceState): void {
  for (const collection of [state.timers, state.subscriptions, state.signals, state.conditions]) {
    const all = Object.values(collection ?? {}).map(
      ({ elementId, tokenId, scopeId }) => `${tokenId ?? scopeId} ${elementId}`,
    );
    assert.equal(new Set(all).size, all.length, `waited for twice: ${all.join(", ")}`);
  }
}

const branch = fc.constantFrom("left" as const, "inner" as const, "right" as const);
const edit: fc.Arbitrary<Edit> = fc.oneof(
  fc.record({ kind: fc.constantFrom("insert" as const, "remove" as const, "rename" as const), branch, at: fc.nat(5) }),
  fc.constant({ kind: "watch" as const, branch: "left" as const }),
);
const choices = fc.array(fc.nat(1000), { maxLength: 7 });

describe("laws of migration", () => {
  it("an edited model takes the instance over wherever it waits, and it finishes", async () => {
    const from = await bundleOf(BASE);
    await fc.assert(
      fc.asyncProperty(choices, fc.array(edit, { minLength: 1, maxLength: 3 }), async (before, edits) => {
        const story = new Story(from).start();
        play(story, before);
        let shape = BASE;
        for (const [at, each] of edits.entries()) {
          if (story.state.status !== "running") break;
          const [next, elements] = edited(shape, each, at);
          const plan: MigrationPlan = { from: "test", to: "test", processes: { p: { to: "p", elements } } };
          const to = await bundleOf(next);
          const fates = dryRun({ from: story.bundle, to, plan, state: story.state }, { now: story.now, actor: wang });
          const stuck = fates.filter(({ fate }) => fate === "blocked").map(({ elementId }) => elementId);
          // Only an event sub-process under way has nowhere to go when it is taken out.
          assert.deepEqual(
            stuck.filter((id) => id !== "watch" && id !== "look"),
            [],
          );
          if (stuck.length > 0) continue;
          story.migrate(to, plan);
          checkWhole(story.state);
          checkOnce(story.state);
          shape = next;
        }
        for (let turn = 0; turn < 60 && story.state.status === "running"; turn += 1) {
          const [task] = tasksOf(story.state);
          assert.ok(task, `stuck at ${story.waitsAt().join(", ")}`);
          story.do({ type: "completeTask", taskId: task.id, submission: {} });
        }
        assert.equal(story.state.status, "completed");
      }),
      { numRuns: 30 },
    );
  });

  it("the identity changes nothing, at whatever point", async () => {
    const bundle = await bundleOf(BASE);
    fc.assert(
      fc.property(choices, (before) => {
        const story = new Story(bundle).start();
        play(story, before);
        if (story.state.status !== "running") return;
        const plan: MigrationPlan = { from: "test", to: "test", processes: {} };
        const moved = migrate({ from: bundle, to: bundle, plan, state: story.state }, { now: story.now, actor: wang });
        assert.ok(moved.ok);
        assert.deepEqual({ ...moved.state, seq: 0 }, { ...story.state, seq: 0 });
        assert.deepEqual(moved.effects, []);
      }),
      { numRuns: 60 },
    );
  });

  it("there and back again is where it was", async () => {
    const [from, to] = [await bundleOf(BASE), await bundleOf({ ...BASE, left: ["n1", "n2"], late: ["n1"] })];
    const there = { a1: "n1", a2: "n2", a1Late: "n1Late", a1Told: "n1Told" };
    const back = Object.fromEntries(Object.entries(there).map(([old, fresh]) => [fresh, old]));
    const plan = (elements: Readonly<Record<string, string>>): MigrationPlan => ({
      ...{ from: "test", to: "test", processes: { p: { to: "p", elements } } },
    });
    fc.assert(
      fc.property(choices, (before) => {
        const story = new Story(from).start();
        play(story, before);
        if (story.state.status !== "running") return;
        const { state } = story;
        story.migrate(to, plan(there)).migrate(from, plan(back));
        assert.deepEqual({ ...story.state, seq: 0 }, { ...state, seq: 0 });
      }),
      { numRuns: 40 },
    );
  });
});
