/** A multiple event throws all that it names (BPMN 2.0 §10.5.3, §10.5.5): what may end its own token comes last. */
import type { EventDefinition } from "../model/process.ts";
import type { Result } from "../model/problem.ts";
import type { Token } from "../model/state.ts";
import type { Opening } from "./behavior.ts";
import { raiseEscalation } from "./catch.ts";
import { signalNameOf } from "./catchers.ts";
import { planPublishing } from "./messages.ts";
import { activeToken } from "./tokens.ts";
import type { Run } from "./run.ts";
import { throwSignal } from "./signals.ts";

/** `finish`: what leads the token on, or ends it, with the last event when that one does so itself. */
export function planThrows(
  run: Run,
  token: Token,
  events: readonly EventDefinition[],
  finish: (event: EventDefinition) => void,
): Result<Opening> {
  const openings: Opening[] = [];
  for (const [part, event] of events.entries()) {
    const sending = planSending(run, { ...token, id: `${token.id}-${part}` }, event);
    if (!sending.ok) return sending;
    openings.push(sending.value);
  }
  const last = events.find(({ kind }) => FINAL.has(kind)) ?? NONE;
  return {
    ok: true,
    value: () => {
      for (const open of openings) open(run, token);
      for (const event of events) if (event.kind === "escalation") raiseEscalation(run, token, event.code ?? "");
      if (activeToken(run.state, token.id) !== undefined) finish(last);
    },
  };
}

const NONE: EventDefinition = { kind: "none" };
const FINAL: ReadonlySet<EventDefinition["kind"]> = new Set(["compensate", "error", "cancel", "terminate"]);

/** Messages and signals each have an id of their own, made of the token's. */
function planSending(run: Run, token: Token, event: EventDefinition): Result<Opening> {
  if (event.kind === "message") return planPublishing(run, token, event, token.id);
  if (event.kind !== "signal") return { ok: true, value: () => undefined };
  const name = signalNameOf(run, event, { scopeId: token.scopeId, locals: token.locals });
  return name.ok ? { ok: true, value: () => throwSignal(run, token, name.value) } : name;
}
