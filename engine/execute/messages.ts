/** Messages going out: the shell finds who waits for them, in this instance or another. */
import type { MessageDefinition } from "../model/process.ts";
import type { Result } from "../model/problem.ts";
import type { Token } from "../model/state.ts";
import type { Opening } from "./behavior.ts";
import { addressOf } from "./catchers.ts";
import { keepCorrelation, seen } from "./correlation.ts";
import type { Run } from "./run.ts";

/**
 * Publishes and goes on. The message carries what the input mappings made and nothing else. Its id is unique within
 * the instance (one token throws once); the shell puts the instance's id before it.
 */
export function planMessage(run: Run, token: Token, message: MessageDefinition): Result<Opening> {
  const publishing = planPublishing(run, token, message, token.id);
  if (!publishing.ok) return publishing;
  return {
    ok: true,
    value: () => {
      publishing.value(run, token);
      run.leave(token.id);
    },
  };
}

/** Publishes and stays where it is. */
export function planPublishing(run: Run, token: Token, message: MessageDefinition, messageId: string): Result<Opening> {
  const { scopeId, locals = {} } = token;
  const { retrieval } = message;
  const sent = retrieval === undefined ? message : { ...message, correlationKey: retrieval.key };
  const visible = retrieval === undefined ? {} : { visible: seen(locals) };
  const address = addressOf(run, sent, { scopeId, locals, ...visible });
  if (!address.ok) return address;
  return {
    ok: true,
    value: () => {
      run.emit({ type: "messagePublished", elementId: token.elementId, ...address.value });
      run.effect({ type: "publishMessage", ...address.value, messageId, variables: locals });
      keepCorrelation(run, scopeId, message, locals);
    },
  };
}
