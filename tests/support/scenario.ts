/** Walks a pack's scenario through the engine: the promises of the content, kept by the content itself. */
import assert from "node:assert/strict";
import { checkSubmission, prepareSubmission } from "../../engine/forms/index.ts";
import { tasksOf, timersOf } from "../../engine/index.ts";
import type { Actor, Bundle, CommandBody, Effect, Json, JsonObject } from "../../engine/index.ts";
import type { Form } from "../../engine/model/form.ts";
import type { ResolvedPack } from "../../engine/model/pack.ts";
import { bundleOf } from "../../engine/overlay/index.ts";
import { Story } from "./engine-story.ts";
import { contentOf, parsedOf, resolvedPack, valueOf } from "./packs.ts";
import { validatorOf } from "./validator.ts";

export interface Scenario {
  readonly key: string;
  readonly title: { readonly "zh-CN": string; readonly en: string };
  readonly process: string;
  /** Packs in which it must hold. */
  readonly packs: readonly string[];
  readonly at: string;
  /** Place code by pack; the reporter is a grid worker of its grid. */
  readonly places: Readonly<Record<string, string>>;
  readonly matter: string;
  readonly severity?: string;
  readonly report: JsonObject;
  readonly expect: Expectation;
  readonly steps: readonly Step[];
}

/** One thing that somebody does, or that time or a machine does; then what must be so. */
interface Step {
  /** Role that acts; it must be among the task's candidates. */
  readonly as?: string;
  /** `reporter`: the very person that reported; else a second person of the same group. */
  readonly person?: string;
  readonly task?: string;
  readonly submit?: JsonObject;
  /** Time goes on, timer by timer, until a task is open here. */
  readonly until?: string;
  /** A machine reports back the job of this element, whose header names this message. */
  readonly job?: string;
  readonly message?: string;
  readonly supervise?: string;
  /** Code of the rejection that the step must meet. */
  readonly refused?: string;
  readonly expect?: Expectation;
}

interface Expectation {
  readonly state?: string;
  readonly level?: string;
  readonly open?: readonly string[];
  readonly lead?: string | null;
  readonly returns?: number;
  readonly reworks?: number;
  readonly cards?: readonly string[];
  readonly ended?: boolean;
}

export interface City {
  readonly pack: ResolvedPack;
  readonly bundle: Bundle;
}

export async function cityOf(packKey: string): Promise<City> {
  const pack = resolvedPack(packKey === "yunjin" ? undefined : packKey);
  const content = valueOf(bundleOf(pack, "eventLoop", await parsedOf(pack), () => 1));
  return { pack, bundle: { ...content, hash: packKey } };
}

const system: Actor = { kind: "system", id: "timer" };

export function walk(scenario: Scenario, packKey: string, city: City): void {
  const walker = new Walker(scenario, packKey, city);
  walker.expect(scenario.expect, "start");
  for (const [at, step] of scenario.steps.entries()) {
    const name = `${scenario.key} step ${at + 1}`;
    walker.take(step, name);
    if (step.expect !== undefined) walker.expect(step.expect, name);
  }
}

class Walker {
  private readonly city: City;
  private readonly story: Story;
  private readonly reporter: string;
  private readonly effects: Effect[] = [];

  constructor(scenario: Scenario, packKey: string, city: City) {
    this.city = city;
    const place = placeOf(city.pack, scenario.places[packKey] ?? "");
    const matter = matterOf(city.pack, scenario.matter);
    const unit = textOf(place["grid"]);
    this.reporter = `${unit}/gridWorker`;
    const report = this.submission("eventReport", {
      matter: scenario.matter,
      severity: scenario.severity ?? matter["severity"],
      ...scenario.report,
    } as JsonObject);
    this.story = new Story(city.bundle);
    this.story.now = scenario.at;
    const reporter = { id: this.reporter, unit, role: "gridWorker" };
    const opened = { id: "case1", number: "样例-0001", openedAt: scenario.at };
    this.send(
      {
        type: "start",
        variables: { report, place, matter, severity: report["severity"] ?? "general", reporter, case: opened },
      },
      this.actor(this.reporter),
    );
  }

  take(step: Step, name: string): void {
    if (step.until !== undefined) return this.wait(step.until, name);
    if (step.job !== undefined) return this.completeJob(step.job, step.message ?? "", name);
    if (step.supervise !== undefined)
      return this.send({ type: "supervise", requirement: step.supervise }, this.actor("nanyuan/leader"));
    this.complete(step, name);
  }

  private complete(step: Step, name: string): void {
    const task = tasksOf(this.story.state).find(({ elementId }) => elementId === step.task);
    assert.ok(task, `${name}: no task at ${step.task ?? ""}, but ${this.open().join(", ")}`);
    const group = (task.candidateGroups ?? []).find((each) => each.endsWith(`/${step.as ?? ""}`));
    assert.ok(group, `${name}: ${step.as ?? ""} is no candidate of ${task.candidateGroups?.join(", ") ?? ""}`);
    const person = step.person === "reporter" ? this.reporter : `${group}${step.person ?? ""}`;
    const submission = this.submission(this.formOf(task.elementId), step.submit ?? {});
    const body = { type: "completeTask", taskId: task.id, submission } as const;
    if (step.refused === undefined) return this.send(body, this.actor(person));
    assert.equal(this.story.refused(body, this.actor(person)).code, step.refused, name);
  }

  /** At most 60 timers: a ladder has few rungs, and a story that needs more has gone astray. */
  private wait(elementId: string, name: string): void {
    for (let fired = 0; fired < 60 && !this.open().includes(elementId); fired += 1) {
      const [next] = timersOf(this.story.state).toSorted((a, b) => (a.dueAt < b.dueAt ? -1 : 1));
      assert.ok(next, `${name}: nothing is due and no task is open at ${elementId}`);
      this.story.now = next.dueAt > this.story.now ? next.dueAt : this.story.now;
      this.send({ type: "fireTimer", timerId: next.id }, system);
    }
    assert.ok(this.open().includes(elementId), `${name}: waited, but no task is open at ${elementId}`);
  }

  private completeJob(elementId: string, message: string, name: string): void {
    const jobId = this.story.job(elementId);
    const job = this.effects.find((effect) => effect.type === "createJob" && effect.jobId === jobId);
    assert.ok(job?.type === "createJob", `${name}: no job was ordered at ${elementId}`);
    assert.equal(job.headers["message"], message, name);
    const to = job.variables["to"] ?? job.variables["toGroups"];
    assert.ok(to !== undefined && to !== null, `${name}: nobody is told`);
    this.send({ type: "completeJob", jobId, variables: {} }, { kind: "system", id: "job" });
  }

  /** Tasks that are open, by element id. */
  private open(): readonly string[] {
    return tasksOf(this.story.state)
      .map(({ elementId }) => elementId)
      .toSorted();
  }

  private send(body: CommandBody, actor: Actor): void {
    this.story.do(body, actor);
    this.effects.push(...this.story.effects);
  }

  private actor(id: string): Actor {
    return { kind: "person", id, groups: [id.replace(/\d+$/, "")] };
  }

  /** What people send must be right by the form of the task, as the server will ask. */
  private submission(formKey: string, data: JsonObject): JsonObject {
    const form = contentOf(this.city.pack, "form", formKey) as unknown as Form;
    const context = { now: "2026-03-02T02:00:00.000Z", timeZone: "Asia/Shanghai" };
    const prepared = valueOf(prepareSubmission(form, data, context));
    assert.deepEqual(checkSubmission(form, prepared, validatorOf(form.schema), context), [], `form ${formKey}`);
    return prepared;
  }

  private formOf(elementId: string): string {
    const nodes = Object.values(this.city.bundle.processes).flatMap((process) => process.nodes[elementId] ?? []);
    const [node] = nodes;
    return node?.kind === "userTask" ? (node.formKey ?? "") : "";
  }

  expect(expected: Expectation, name: string): void {
    const actual = this.facts();
    const named = Object.keys(expected) as (keyof Expectation)[];
    const part = Object.fromEntries(named.map((key) => [key, actual[key]]));
    assert.deepEqual(part, expected, name);
  }

  private facts(): Required<Expectation> {
    const { state, history } = this.story;
    const root = this.story.variables();
    const levels = history.flatMap((event) =>
      event.type === "variablesSet" && event.variables["level"] !== undefined ? [event.variables["level"]] : [],
    );
    const owner = root["owner"] as JsonObject | null | undefined;
    const cards = this.effects.flatMap((effect) =>
      effect.type === "rung" && effect.action.endsWith("Card") ? [effect.action] : [],
    );
    return {
      state: state.caseState ?? "",
      level: textOf(levels.at(-1)),
      open: this.open(),
      lead: (owner?.["lead"] as string | undefined) ?? null,
      returns: Number(root["returns"]),
      reworks: Number(root["reworks"]),
      cards,
      ended: state.status === "completed",
    };
  }
}

function textOf(value: Json | undefined): string {
  return typeof value === "string" ? value : "";
}

function placeOf(pack: ResolvedPack, code: string): JsonObject {
  const rows = contentOf(pack, "register", "places")["rows"] as readonly JsonObject[];
  const units = contentOf(pack, "organisation", "units")["units"] as readonly JsonObject[];
  const row = rows.find((each) => each["code"] === code);
  assert.ok(row, `no place ${code}`);
  const parentOf = (unit: Json | undefined) => units.find((each) => each["code"] === unit)?.["parent"] ?? "";
  const community = parentOf(row["grid"]);
  const street = parentOf(community);
  return { ...row, known: true, community, street, district: parentOf(street) };
}

function matterOf(pack: ResolvedPack, key: string): JsonObject {
  for (const document of Object.values(pack.documents)) {
    if (document.kind !== "matter") continue;
    const found = (document.content["matters"] as readonly JsonObject[]).find((matter) => matter["key"] === key);
    if (found !== undefined)
      return { ...found, title: (found["title"] as JsonObject)["zh-CN"] ?? "", largeClass: document.key };
  }
  throw new Error(`no matter ${key}`);
}
