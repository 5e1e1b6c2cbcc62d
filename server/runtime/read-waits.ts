/** Why a case waits, with units, roles and people by name instead of the engine's codes. */
import { tokensOf, waitReasons } from "../../engine/index.ts";
import type { Bundle } from "../../engine/model/bundle.ts";
import type { Json } from "../../engine/model/json.ts";
import type { InstanceState, WaitReason as EngineReason } from "../../engine/model/state.ts";
import type { WaitReason } from "../contract/types.ts";
import type { RuntimeContext } from "./context.ts";
import { elementName } from "./element-name.ts";
import { readPeople, type People } from "./read-people.ts";
import { groupTitle } from "./group-title.ts";

const texts = (value: Json | undefined): readonly string[] =>
  Array.isArray(value) ? (value as readonly Json[]).filter((each) => typeof each === "string") : [];

const assigneeOf = ({ detail }: EngineReason): string | undefined =>
  typeof detail["assignee"] === "string" ? detail["assignee"] : undefined;

/** Persons that the reasons name. */
const namedIn = (reasons: readonly EngineReason[]): readonly (string | undefined)[] =>
  reasons.flatMap((reason) => [assigneeOf(reason), ...texts(reason.detail["candidateUsers"])]);

function workers(context: RuntimeContext, reason: EngineReason, people: People) {
  const assignee = assigneeOf(reason);
  const persons = assignee === undefined ? texts(reason.detail["candidateUsers"]) : [assignee];
  const names = persons.map((id) => people.person(id).name);
  const groups = assignee === undefined ? texts(reason.detail["candidateGroups"]) : [];
  const titles = groups.map((group) => groupTitle(context, group));
  return {
    zh: [...titles.map((title) => title["zh-CN"]), ...names].join("、"),
    en: [...titles.map((title) => title.en ?? title["zh-CN"]), ...names].join(", "),
  };
}

/** A message's name is the flow's own affair; people know the step by what stands on the diagram. */
const messageWords = (name: string) => ({ zh: `等待“${name}”`, en: `Waits for "${name}"` });

function view(context: RuntimeContext, bundle: Bundle, reason: EngineReason, people: People): WaitReason {
  const { elementId, kind, since, until } = reason;
  const shared = { elementId, kind, since, ...(until === undefined ? {} : { until }) };
  if (kind === "message") return { ...shared, ...messageWords(elementName(bundle, elementId)) };
  if (kind !== "task") return { ...shared, zh: reason.zh, en: reason.en };
  const name = elementName(bundle, elementId);
  const { zh, en } = workers(context, reason, people);
  return { ...shared, zh: `等待 ${zh} 办理“${name}”`, en: `Waits for ${en} to do "${name}"` };
}

/** In: the state of a case. Out: its reasons; a scope that only waits for what is inside it says nothing new. */
export async function readWaits(context: RuntimeContext, bundle: Bundle, state: InstanceState): Promise<WaitReason[]> {
  if (tokensOf(state).length === 0) return [];
  const reasons = waitReasons(bundle, state);
  const inner = reasons.filter((reason) => reason.kind !== "scope");
  const told = inner.length > 0 ? inner : reasons;
  const people = await readPeople(context.store.read, namedIn(told));
  return told.map((reason) => view(context, bundle, reason, people));
}
