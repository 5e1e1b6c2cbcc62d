/** Plays the commands of a golden trace and writes down each step in the words of the file. */
import type { Event, InstanceState, JsonObject } from "../../../engine/index.ts";
import { jobsOf, tasksOf, timersOf, tokensOf } from "../../../engine/index.ts";
import { bundleFrom } from "../../support/bpmn-builder.ts";
import { Story } from "../../support/engine-story.ts";
import { GRADE } from "../reference/grade.ts";
import { modelOf } from "./read-model.ts";

export interface Golden {
  readonly title: string;
  readonly section: string;
  readonly says: string;
  readonly model: string;
  /** The play as it was written: commands after `>`, and what they lead to. */
  readonly play: string;
}

/** In: a file. Throws when a part is missing. */
export function readGolden(text: string): Golden {
  const [head = "", model = "", play = ""] = text.split(/^--- *\n/m);
  const part = (name: string): string => {
    const [, found = ""] = new RegExp(`^${name}: (.*)$`, "m").exec(head) ?? [];
    if (found === "") throw new Error(`Expected "${name}: …" at the top`);
    return found;
  };
  return { title: part("title"), section: part("section"), says: part("says"), model, play: play.trim() };
}

/** Out: the play as the engine led it. */
export async function played({ model, play }: Golden): Promise<string> {
  const story = new Story(await bundleFrom(modelOf(model), { decisions: { grade: GRADE } }));
  const lines: string[] = [];
  let before: JsonObject = {};
  for (const command of play.split("\n").filter((line) => line.startsWith(">"))) {
    carryOut(story, command.slice(2));
    const after = story.variables();
    lines.push(command, ...outcomeOf(story, before));
    before = after;
  }
  return lines.join("\n");
}

function carryOut(story: Story, command: string): unknown {
  const [, verb = "", rest = ""] = /^(\S+) ?(.*)$/.exec(command) ?? [];
  const [, target = "", json = "{}"] = /^([^\s{]*) ?(.*)$/.exec(rest) ?? [];
  const variables = (): JsonObject => JSON.parse(json === "" ? "{}" : json) as JsonObject;
  switch (verb) {
    case "start":
      return target === ""
        ? story.start(variables())
        : story.do({ type: "start", variables: variables(), messageName: target });
    case "complete":
      return story.complete(target, variables());
    case "job":
      return story.completeJob(target, variables());
    case "fail":
      return story.do({ type: "throwError", jobId: story.job(target), errorCode: json, message: "" });
    case "fire":
      return story.fire(target);
    case "message":
      return story.deliver(target, "k", variables(), `m${story.history.length}`);
    case "signal":
      return story.signal(target, variables(), `g${story.history.length}`);
    case "set":
      return story.set(variables());
    case "resolve":
      return story.resolve();
    default:
      throw new Error(`Expected a command, but got "${command}"`);
  }
}

function outcomeOf({ events, state }: Story, before: JsonObject): readonly string[] {
  const list = (name: string, items: readonly string[]): readonly string[] =>
    items.length === 0 ? [] : [`${name} ${items.join(" ")}`];
  const of = (type: Event["type"]): readonly string[] =>
    events.flatMap((event) => (event.type === type && "elementId" in event ? [event.elementId ?? ""] : []));
  const changed = changes(before, state.scopes["s1"]?.variables ?? {});
  return [
    ...list("done", of("tokenCompleted")),
    ...list("ended", of("tokenTerminated")),
    ...events.flatMap(thrownLine),
    ...(changed === "{}" ? [] : [`sets ${changed}`]),
    ...waitLine(state),
    ...(state.status === "running" ? [] : ["over"]),
  ];
}

function thrownLine(event: Event): readonly string[] {
  switch (event.type) {
    case "messagePublished":
      return [`throws message ${event.messageName} at ${event.elementId}`];
    case "signalThrown":
      return [`throws signal ${event.signalName} at ${event.elementId}`];
    case "errorThrown":
      return [`throws error ${event.errorCode} at ${event.elementId}${event.caughtBy ? ` to ${event.caughtBy}` : ""}`];
    case "escalationRaised": {
      const to = event.caughtBy === undefined ? "" : ` to ${event.caughtBy}`;
      return [`throws escalation ${event.escalationCode} at ${event.elementId}${to}`];
    }
    case "incidentRaised":
      return [`incident ${event.incident.code} at ${event.incident.elementId}`];
    default:
      return [];
  }
}

function changes(before: JsonObject, after: JsonObject): string {
  const changed = Object.entries(after).filter(
    ([name, value]) => JSON.stringify(before[name]) !== JSON.stringify(value),
  );
  return JSON.stringify(Object.fromEntries(changed));
}

/** Everything that waits for something from outside, and the joins that wait for other tokens. */
function waitLine(state: InstanceState): readonly string[] {
  const tokens = tokensOf(state);
  const at = new Map(tokens.map(({ id, elementId }) => [id, elementId]));
  const waits = (kind: string, found: Readonly<Record<string, { readonly elementId: string }>> | undefined) =>
    Object.values(found ?? {}).map(({ elementId }) => `${kind} ${elementId}`);
  const all = [
    ...tasksOf(state).map(({ elementId }) => `task ${elementId}`),
    ...jobsOf(state).map(({ tokenId }) => `job ${at.get(tokenId)}`),
    ...timersOf(state).map(({ elementId }) => `timer ${elementId}`),
    ...waits("message", state.subscriptions),
    ...waits("signal", state.signals),
    ...waits("condition", state.conditions),
    ...tokens.flatMap(({ arrivedBy, elementId }) => (arrivedBy === undefined ? [] : [`join ${elementId}`])),
  ];
  return all.length === 0 ? [] : [`waits ${all.toSorted().join(", ")}`];
}
