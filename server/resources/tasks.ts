/** Tasks: the inbox and what may be done with one. The runtime decides whether this person may take it. */
import { scopeOf } from "../access/may-do.ts";
import type { Container } from "../container.ts";
import type { Handlers } from "../http/call.ts";
import { answer, notFound } from "../http/outcome.ts";

/** The revision that the person saw and the request's key, as the runtime takes them. */
export const optionsOf = (revision: number | undefined, idempotencyKey: string | undefined) => ({
  ...(revision === undefined ? {} : { revision }),
  ...(idempotencyKey === undefined ? {} : { idempotencyKey }),
});

const targetOf = (params: { readonly street: string; readonly id: string }) => ({
  street: params.street,
  taskId: params.id,
});

type Mine = Pick<Handlers, "tasks" | "task" | "task.claim" | "task.complete" | "task.sendBack" | "task.transfer">;

export function tasks({ catalogue, runtime }: Container): Mine {
  return {
    tasks: async ({ principal, query }) => {
      const scope = scopeOf(principal, catalogue.tree);
      if (query.street !== undefined && !scope.streets.includes(query.street)) return notFound();
      return answer(await runtime.tasks(scope, { ...query, view: query.view ?? "todo" }));
    },

    task: async ({ principal, params }) => {
      const found = await runtime.task(principal, scopeOf(principal, catalogue.tree), params.street, params.id);
      return found === undefined ? notFound() : answer(found);
    },

    "task.claim": async ({ principal, params, idempotencyKey }) =>
      runtime.runCommand(
        principal,
        targetOf(params),
        { type: "claimTask", assignee: principal.id },
        optionsOf(undefined, idempotencyKey),
      ),

    "task.complete": async ({ principal, params, body, idempotencyKey }) =>
      runtime.completeTask(principal, targetOf(params), body, optionsOf(body.revision, idempotencyKey)),

    "task.sendBack": async ({ principal, params, body, idempotencyKey }) => {
      const { reason, toElementId, revision } = body;
      const command = { type: "sendBack" as const, reason, ...(toElementId === undefined ? {} : { toElementId }) };
      return runtime.runCommand(principal, targetOf(params), command, optionsOf(revision, idempotencyKey));
    },

    "task.transfer": async ({ principal, params, body, idempotencyKey }) => {
      const { reason, personId, group, revision } = body;
      const command = {
        type: "transferTask" as const,
        reason,
        ...(personId === undefined ? {} : { assignee: personId }),
        ...(group === undefined ? {} : { candidateGroups: [group] }),
      };
      return runtime.runCommand(principal, targetOf(params), command, optionsOf(revision, idempotencyKey));
    },
  };
}
