/**
 * 扫码定责: who will be responsible, before anything is sent. The flow itself is started in memory and read off, so
 * the answer cannot differ from what happens after sending.
 */
import { addBudget } from "../../engine/calendar/index.ts";
import { advance, type Event, type EventOf } from "../../engine/index.ts";
import type { Json, JsonObject } from "../../engine/model/json.ts";
import type { Limit } from "../../engine/model/time.ts";
import { actorOf, type Principal } from "../access/actor.ts";
import { scopeOf } from "../access/may-do.ts";
import type { OwnerAnswer, OwnerQuestion } from "../contract/types.ts";
import { answer, refuse, refuseWith, type Outcome } from "../http/outcome.ts";
import { peopleAt } from "../store/people.ts";
import type { RuntimeContext } from "./context.ts";
import { planCase, rehearsalVariables, type CasePlan } from "./open-case.ts";
import { placeView } from "./read-places.ts";
import { findWhere, type Where } from "./where.ts";

interface Found {
  readonly owner: JsonObject;
  readonly decided: EventOf<"decisionEvaluated"> | undefined;
}

const object = (value: Json | undefined): JsonObject =>
  typeof value === "object" && value !== null && !Array.isArray(value) ? (value as JsonObject) : {};

/** The owner as the first table that names one gives it. */
function ownerIn(events: readonly Event[]): Found {
  const decided = events.find(
    (event): event is EventOf<"decisionEvaluated"> =>
      event.type === "decisionEvaluated" && Object.hasOwn(object(event.output), "lead"),
  );
  return { owner: object(decided?.output), decided };
}

function rehearse(context: RuntimeContext, plan: CasePlan): Found {
  const result = advance(plan.bundle, undefined, {
    ...{ type: "start", variables: rehearsalVariables(context, plan) },
    ...{ now: new Date(plan.at).toISOString(), actor: actorOf(plan.principal) },
  });
  return result.ok ? ownerIn(result.events) : { owner: {}, decided: undefined };
}

/** The rule in words: what the table says as its ground, else the note of the rule that matched. */
function ruleWords({ bundle }: CasePlan, { owner, decided }: Found): string {
  const ground = owner["rule"];
  if (typeof ground === "string" && ground !== "") return ground;
  const [ruleId] = decided?.ruleIds ?? [];
  const note = bundle.decisions[decided?.decisionKey ?? ""]?.rules.find((rule) => rule.id === ruleId)?.note;
  return note === undefined || note === "" ? "没有对应的责任规则，由派遣员确定责任单位" : note;
}

function limitOf(value: Json | undefined): Limit | undefined {
  const { value: amount, clock } = object(value);
  return typeof amount === "number" && typeof clock === "string" ? ({ value: amount, clock } as Limit) : undefined;
}

async function ownerOf(context: RuntimeContext, plan: CasePlan, found: Found) {
  const { catalogue, store } = context;
  const { lead, role, assist } = found.owner;
  const limit = limitOf(found.owner["limit"]);
  const titles = Array.isArray(assist) ? assist.filter((unit): unit is string => typeof unit === "string") : [];
  const shared = { people: [], assist: titles.map((unit) => ({ ...catalogue.unitTitle(unit) })) };
  if (typeof lead !== "string") return shared;
  const named = { ...shared, lead, leadTitle: { ...catalogue.unitTitle(lead) }, ...dueOf(context, plan, limit) };
  if (typeof role !== "string") return named;
  const people = await peopleAt(store.read, lead, role);
  return {
    ...named,
    role,
    roleTitle: { ...catalogue.roleTitle(role) },
    people: people.map(({ id, name }) => ({ id, name })),
  };
}

function dueOf({ catalogue }: RuntimeContext, plan: CasePlan, limit: Limit | undefined) {
  if (limit === undefined) return {};
  const now = new Date(plan.at).toISOString();
  return { limit: { ...limit }, dueAt: addBudget(catalogue.calendar(plan.where.street), now, limit) };
}

function whereShown(context: RuntimeContext, where: Where) {
  return {
    ...(where.place === undefined ? {} : { place: placeView(context, where.place) }),
    ...{ grid: where.grid, gridTitle: { ...context.catalogue.unitTitle(where.grid) } },
  };
}

/** See `Runtime.previewOwner`. */
export async function previewOwner(
  context: RuntimeContext,
  principal: Principal,
  question: OwnerQuestion,
): Promise<Outcome<OwnerAnswer>> {
  const where = await findWhere(context, principal, question);
  if (where === undefined) return refuseWith("PLACE_NOT_FOUND");
  if (principal.kind !== "system" && !scopeOf(principal, context.catalogue.tree).streets.includes(where.street))
    return refuseWith("PLACE_OUTSIDE_UNITS", { street: context.catalogue.unitTitle(where.street)["zh-CN"] });
  const plan = planCase(context, {
    ...{ matter: question.matter, where, report: { matter: question.matter }, submissionId: "", principal },
    at: context.ports.clock.now(),
  });
  if (!plan.ok) return refuse(...plan.problems);
  const found = rehearse(context, plan.value);
  const [ruleId] = found.decided?.ruleIds ?? [];
  return answer({
    ...whereShown(context, where),
    ...(await ownerOf(context, plan.value, found)),
    rule: ruleWords(plan.value, found),
    ...(ruleId === undefined ? {} : { ruleId }),
  });
}
