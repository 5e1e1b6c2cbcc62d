/** Starts an instance at the none start event of a process, or at the message start event that the shell matched. */
import { compile, evaluate } from "../../feel/index.ts";
import type { CommandOf } from "../../model/command.ts";
import type { FlowNode, ProcessDefinition } from "../../model/process.ts";
import { planEventSubProcesses } from "../event-sub-processes.ts";
import { rememberActor } from "../excludable.ts";
import { REJECTIONS } from "../problems.ts";
import { ROOT_SCOPE, nodeIn, own } from "../read-state.ts";
import type { Rejection, Run } from "../run.ts";
import { placeToken } from "../tokens.ts";
import { causeOf } from "../values.ts";
import type { CommandRule } from "./command-rule.ts";

export const start: CommandRule<"start"> = { carryOut };

function carryOut(run: Run, command: CommandOf<"start">): Rejection {
  const processKey = command.processKey ?? run.bundle.root;
  const process = own(run.bundle.processes, processKey);
  if (process === undefined) return REJECTIONS.processUnknown(processKey);
  const node = startEventOf(run, process, command.messageName);
  if (node === undefined) return REJECTIONS.noStartEvent(processKey);
  const isMessage = node.event.kind === "message";
  const variables = isMessage ? {} : command.variables;
  const scope = { id: ROOT_SCOPE, elementId: processKey, processKey, variables };
  run.emit({ type: "processStarted", processKey, scope });
  const events = planEventSubProcesses(run, process, process.scope, { scopeId: ROOT_SCOPE });
  if (!events.ok) return causeOf(events);
  events.value(ROOT_SCOPE);
  // A message's variables pass through the start event's output mappings first.
  const locals = isMessage ? { locals: command.variables } : {};
  const tokenId = placeToken(run, { scopeId: ROOT_SCOPE, elementId: node.id, ...locals });
  rememberActor(run, tokenId);
  run.activate(tokenId);
  return undefined;
}

type StartEvent = FlowNode & { readonly kind: "startEvent" };

/** Without a message name: the none start event, or the only message start event. */
function startEventOf(run: Run, process: ProcessDefinition, messageName: string | undefined): StartEvent | undefined {
  const starts = process.scope.startEvents.map((id) => nodeIn(process, id) as StartEvent);
  const messages = starts.filter((node) => node.event.kind === "message");
  if (messageName !== undefined) return messages.find((node) => messageNameOf(run, node) === messageName);
  return starts.find((node) => node.event.kind === "none") ?? (messages.length === 1 ? messages[0] : undefined);
}

function messageNameOf(run: Run, { event }: StartEvent): string | undefined {
  const expression = event.kind === "message" ? compile(event.name) : undefined;
  if (expression?.ok !== true) return undefined;
  const name = evaluate(expression.value, { variables: () => undefined, now: run.now, timeZone: run.timeZone });
  return name.ok && typeof name.value === "string" ? name.value : undefined;
}
