/**
 * A process in plain words, as the reference interpreter reads it. It knows nothing of the engine's model: the same
 * description is written as BPMN (`as-bpmn.ts`) for the engine.
 */

/** `name = value` or `name > value`; all that conditions need here. */
export interface Test {
  readonly name: string;
  readonly is: "=" | ">";
  readonly value: number;
}

export interface PlainFlow {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly when?: Test;
}

export type PlainEvent =
  | { readonly kind: "none" | "terminate" | "cancel" | "compensate" }
  | { readonly kind: "timer"; readonly hours: number }
  | { readonly kind: "message" | "signal" | "error" | "escalation" | "link"; readonly name: string }
  | { readonly kind: "conditional"; readonly test: Test };

export type PlainLoop =
  | { readonly kind: "standard"; readonly testBefore: boolean; readonly maximum: number; readonly again?: Test }
  | {
      readonly kind: "multi";
      readonly isSequential: boolean;
      /** How often, or a variable with the items. */
      readonly times: number | string;
      /** Name of the output collection, made of `loopCounter` of each instance. */
      readonly into?: string;
      /** Ends when so many are done. */
      readonly enough?: number;
    };

export type PlainKind =
  | "start"
  | "end"
  | "catch"
  | "throw"
  | "boundary"
  | "exclusive"
  | "parallel"
  | "inclusive"
  | "eventBased"
  | "task"
  | "manual"
  | "user"
  | "service"
  | "rule"
  | "script"
  | "send"
  | "receive"
  | "sub"
  | "eventSub"
  | "transaction"
  | "call";

export interface PlainNode {
  readonly id: string;
  readonly kind: PlainKind;
  readonly event?: PlainEvent;
  /** Of a boundary event: its host; whether it ends the host (also of the start of an event sub-process). */
  readonly on?: string;
  readonly isInterrupting?: boolean;
  /** Default flow. */
  readonly otherwise?: string;
  readonly loop?: PlainLoop;
  readonly inside?: PlainScope;
  /** Process that a call activity calls. */
  readonly calls?: string;
  /** Variable that a user task's submission, a job or a message brings. */
  readonly brings?: string;
  /** Script: this variable grows by one. Rule: reads `name`, writes `grade`. */
  readonly name?: string;
  /** Variable made inside, from one outside; and the other way when it is done. */
  readonly inputs?: readonly (readonly [target: string, source: string])[];
  readonly outputs?: readonly (readonly [target: string, source: string])[];
  /** Activity that undoes its host; the activity itself is `isUndo`. */
  readonly handler?: string;
  readonly isUndo?: boolean;
}

export interface PlainScope {
  readonly nodes: readonly PlainNode[];
  readonly flows: readonly PlainFlow[];
}

export interface PlainProcess {
  readonly root: PlainScope;
  /** Called processes by key. */
  readonly called: Readonly<Record<string, PlainScope>>;
}

export type Values = Readonly<Record<string, Value>>;
export type Value = number | null | readonly Value[];

/** What the table `grade` decides; written as a decision for the engine. */
export const gradeOf = (value: Value): Value => (typeof value === "number" && value > 1 ? 2 : 1);

export const ACTIVITIES: ReadonlySet<PlainKind> = new Set([
  ...(["task", "manual", "user", "service", "rule", "script", "send", "receive"] as const),
  ...(["sub", "eventSub", "transaction", "call"] as const),
]);
