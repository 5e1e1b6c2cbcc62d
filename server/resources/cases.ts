/** Cases: lists, the case page, its diagram, and the commands of offices: 挂起, 恢复, 督办, 延期, 作废, 撤回, 催办, 强制结案. */
import type { Person } from "../access/actor.ts";
import { mayDo, scopeOf } from "../access/may-do.ts";
import type { Container } from "../container.ts";
import type { CommandDone } from "../contract/types.ts";
import type { Handlers } from "../http/call.ts";
import { answer, notFound, refuseWith, type Outcome } from "../http/outcome.ts";
import type { PersonCommand } from "../runtime/runtime-type.ts";
import { findCase } from "../store/cases.ts";
import { optionsOf } from "./tasks.ts";

interface Given {
  readonly principal: Person;
  readonly params: { readonly id: string };
  readonly idempotencyKey: string | undefined;
}

/** Finds the case within the person's scope, checks that the action is allowed there, and runs the command. */
async function command(
  { catalogue, runtime, store }: Container,
  { principal, params, idempotencyKey }: Given,
  action: string,
  body: PersonCommand,
  revision: number | undefined,
): Promise<Outcome<CommandDone>> {
  const row = await findCase(store.read, scopeOf(principal, catalogue.tree), params.id);
  if (row === undefined) return notFound();
  const here = { path: row.unit_path, units: row.lead === null ? [] : [row.lead] };
  if (!mayDo(principal, action, here)) return refuseWith("ACTION_NOT_ALLOWED");
  const target = { street: row.street_id, caseId: row.id };
  return runtime.runCommand(principal, target, body, optionsOf(revision, idempotencyKey));
}

type Commands =
  | "case.suspend"
  | "case.resume"
  | "case.supervise"
  | "case.instruct"
  | "case.replySupervision"
  | "case.extend"
  | "case.cancel"
  | "case.withdraw"
  | "case.urge"
  | "case.forceClose";

function commands(container: Container): Pick<Handlers, Commands> {
  return {
    "case.suspend": async (call) =>
      command(container, call, "case.suspend", { type: "suspend", reason: call.body.reason }, call.body.revision),

    "case.resume": async (call) =>
      command(container, call, "case.suspend", { type: "resume", reason: call.body.reason }, call.body.revision),

    "case.supervise": async (call) => {
      const { requirement, limit, revision } = call.body;
      const body = { type: "supervise" as const, requirement, ...(limit === undefined ? {} : { limit }) };
      return command(container, call, "case.supervise", body, revision);
    },

    "case.instruct": async (call) => {
      const { instruction, unit, limit, revision } = call.body;
      const body = {
        type: "supervise" as const,
        requirement: instruction,
        unit,
        ...(limit === undefined ? {} : { limit }),
      };
      return command(container, call, "case.instruct", body, revision);
    },

    // A unit that an instruction names answers too, though it neither leads nor lies there: the runtime knows it.
    "case.replySupervision": async ({ principal, params, body, idempotencyKey }) => {
      const row = await findCase(container.store.read, scopeOf(principal, container.catalogue.tree), params.id);
      if (row === undefined) return notFound();
      const target = { street: row.street_id, caseId: row.id };
      const reply = { type: "replySupervision" as const, ...body };
      return container.runtime.runCommand(principal, target, reply, optionsOf(undefined, idempotencyKey));
    },

    "case.extend": async (call) => {
      const { by, reason, elementId = "", revision } = call.body;
      return command(container, call, "case.extend", { type: "extend", elementId, by, reason }, revision);
    },

    "case.cancel": async (call) =>
      command(container, call, "case.cancel", { type: "cancel", reason: call.body.reason }, call.body.revision),

    // The case may have gone on to a unit that is not his: whether the step was, the engine knows.
    "case.withdraw": async ({ principal, params, body, idempotencyKey }) => {
      const row = await findCase(container.store.read, scopeOf(principal, container.catalogue.tree), params.id);
      if (row === undefined) return notFound();
      const target = { street: row.street_id, caseId: row.id };
      const withdraw = { type: "withdrawStep" as const, reason: body.reason };
      return container.runtime.runCommand(principal, target, withdraw, optionsOf(body.revision, idempotencyKey));
    },

    "case.urge": async (call) =>
      command(container, call, "case.urge", { type: "urge", text: call.body.reason }, call.body.revision),

    "case.forceClose": async (call) => {
      const { reason, revision } = call.body;
      return command(container, call, "case.forceClose", { type: "forceClose", outcome: "forced", reason }, revision);
    },
  };
}

type Mine = Pick<Handlers, Commands | "cases" | "case" | "case.diagram">;

export function cases(container: Container): Mine {
  const { catalogue, runtime } = container;
  return {
    ...commands(container),

    cases: async ({ principal, query }) => {
      const scope = scopeOf(principal, catalogue.tree);
      if (query.street !== undefined && !scope.streets.includes(query.street)) return notFound();
      return answer(await runtime.cases(scope, query));
    },

    case: async ({ principal, params }) => {
      const found = await runtime.case(principal, scopeOf(principal, catalogue.tree), params.id);
      return found === undefined ? notFound() : answer(found);
    },

    "case.diagram": async ({ principal, params }) => {
      const found = await runtime.caseDiagram(scopeOf(principal, catalogue.tree), params.id);
      return found === undefined ? notFound() : answer(found);
    },
  };
}
