import type { FieldRight } from "./effect.ts";

/** A deployed process: immutable, references resolved, indexes computed once by `engine/parse`. */
export interface ProcessDefinition {
  readonly key: string;
  readonly name: string;
  readonly versionTag?: string;
  readonly properties?: Readonly<Record<string, string>>;
  readonly data?: ProcessData;
  /** The top-level scope; nested sub-processes are nodes with their own `scope`. */
  readonly scope: ScopeDefinition;
  /** Every node of every depth, by id. */
  readonly nodes: Readonly<Record<string, FlowNode>>;
  readonly flows: Readonly<Record<string, SequenceFlow>>;
}

export interface ScopeDefinition {
  readonly startEvents: readonly string[];
  /** Without a start event every node that no flow leads to gets a token (BPMN 2.0 §10.5.2); absent: there is a start. */
  readonly implicitStarts?: readonly string[];
  /** Receive tasks and event-based gateways that begin the process (§13.2). */
  readonly instantiators?: readonly string[];
  /** Event sub-processes: armed when the scope begins. */
  readonly eventSubProcesses?: readonly string[];
  readonly nodeIds: readonly string[];
  /** Data objects and properties of a sub-process: variables that begin and end with it. */
  readonly declares?: readonly string[];
}

/** A FEEL expression as written, without the leading `=`. */
export type Feel = string;

export interface SequenceFlow {
  readonly id: string;
  readonly name: string;
  readonly sourceId: string;
  readonly targetId: string;
  readonly condition?: Feel;
}

export type FlowNodeKind =
  | "startEvent"
  | "endEvent"
  | "intermediateCatchEvent"
  | "intermediateThrowEvent"
  | "boundaryEvent"
  | "exclusiveGateway"
  | "parallelGateway"
  | "inclusiveGateway"
  | "eventBasedGateway"
  | "complexGateway"
  | "abstractTask"
  | "manualTask"
  | "userTask"
  | "serviceTask"
  | "businessRuleTask"
  | "scriptTask"
  | "sendTask"
  | "receiveTask"
  | "subProcess"
  | "adHocSubProcess"
  | "callActivity";

export type EventDefinition =
  | { readonly kind: "none" }
  | { readonly kind: "terminate" }
  /** Exactly one of date, duration, cycle. */
  | { readonly kind: "timer"; readonly date?: Feel; readonly duration?: Feel; readonly cycle?: Feel }
  | MessageDefinition
  | SignalDefinition
  /** Caught when the condition becomes true. */
  | { readonly kind: "conditional"; readonly condition: Feel }
  | { readonly kind: "error"; readonly code?: string }
  | { readonly kind: "escalation"; readonly code?: string }
  /** Thrown: one activity, or all of the scope; `waits` for the handlers before it goes on. */
  | { readonly kind: "compensate"; readonly activityId?: string; readonly waits: boolean }
  /** Of a transaction. */
  | { readonly kind: "cancel" }
  /** `targetId`: where a throwing link goes on; the catching one has none. */
  | { readonly kind: "link"; readonly name: string; readonly targetId?: string }
  | MultipleDefinition;

/** Caught when one of them, or with `isAll` each of them, has happened; thrown, all are. */
export interface MultipleDefinition {
  readonly kind: "multiple";
  readonly isAll: boolean;
  readonly events: readonly EventDefinition[];
}

export interface MessageDefinition {
  readonly kind: "message";
  readonly name: Feel;
  /** Read in the process that waits; absent: any message of the name will do. */
  readonly correlationKey?: Feel;
  /** How the key is read off the message itself, where BPMN's own correlation says so. */
  readonly retrieval?: Retrieval;
}

export interface Retrieval {
  readonly key: Feel;
  /** Kept as variables from the first message that brings them (BPMN 2.0 §8.3.2, key-based correlation). */
  readonly properties: readonly { readonly name: string; readonly path: Feel }[];
}

/** Reaches all who wait for its name, in every instance of the street. */
export interface SignalDefinition {
  readonly kind: "signal";
  readonly name: Feel;
}

/** Input and output mappings: `source` is FEEL, `target` a variable path (`a.b`). */
export interface Mapping {
  readonly source: Feel;
  readonly target: string;
}

/** A data association (BPMN 2.0 §10.4.2): copied only when all its `sources` are there. */
export interface DataCopy extends Mapping {
  readonly sources: readonly string[];
}

/** The data of an activity or event, names as those of variables. */
export interface DataFlow {
  readonly inputs: readonly DataCopy[];
  /** Its data outputs, filled from what the work brings. */
  readonly results: readonly string[];
  readonly outputs: readonly DataCopy[];
  /** Out of the collection of a multi-instance, once all is done. */
  readonly afterLoop?: readonly DataCopy[];
  /** Input sets: one of them must be there before it begins. Output sets: one of them when it is done. */
  readonly needs?: readonly (readonly string[])[];
  readonly gives?: readonly (readonly string[])[];
  /** Without data inputs and outputs of its own: nothing is kept from rising. */
  readonly isDrawn?: true;
}

/** Data inputs and outputs of a whole process: what it is started with and what it leaves. */
export interface ProcessData {
  readonly inputs: readonly string[];
  readonly needs?: readonly (readonly string[])[];
  readonly outputs: readonly string[];
}

export type Loop = StandardLoop | MultiInstance;

export interface StandardLoop {
  readonly kind: "standard";
  readonly testBefore: boolean;
  /** It turns as long as this is true. */
  readonly condition?: Feel;
  readonly maximum?: number;
}

export interface MultiInstance {
  readonly kind: "multi";
  readonly isSequential: boolean;
  readonly cardinality?: Feel;
  readonly input?: { readonly collection: Feel; readonly element?: string };
  readonly output?: { readonly collection: string; readonly element: Feel };
  readonly completionCondition?: Feel;
  /** Asked each time an instance completes: BPMN's `behavior`. */
  readonly throws?: readonly { readonly condition: Feel; readonly event: EventDefinition }[];
}

/** The part that all flow nodes share. Literal texts of zeebe attributes are compiled to FEEL strings by the parser. */
interface NodeHead {
  readonly id: string;
  readonly name: string;
  readonly incoming: readonly string[];
  readonly outgoing: readonly string[];
  /** Sub-process id that holds this node; absent at the top. */
  readonly parentId?: string;
  readonly defaultFlow?: string;
  readonly inputs: readonly Mapping[];
  readonly outputs: readonly Mapping[];
  readonly data?: DataFlow;
  /** Boundary events attached to this activity. */
  readonly boundary: readonly string[];
  /** It undoes other work and is reached by its association only. */
  readonly isForCompensation?: true;
  /** The activity repeats. */
  readonly loop?: Loop;
  /** Tokens that must come before it begins, and that go out by each flow; absent: one. */
  readonly startQuantity?: number;
  readonly completionQuantity?: number;
  readonly stage?: string;
  readonly caseState?: string;
  /** Limit (FEEL → `{ value, clock }`) that runs while the activity is active, and the ladder that hangs on it. */
  readonly clock?: { readonly limit: Feel };
  readonly ladder?: string;
  /** On completion adds to the running budget of another activity (`gl:extend`): the granted 延期. */
  readonly extend?: { readonly activity: string; readonly by: Feel };
  /** `zeebe:properties`, kept for whoever reads them; the engine does not. */
  readonly properties?: Readonly<Record<string, string>>;
}

export type FlowNode = NodeHead &
  (
    | {
        readonly kind: "intermediateCatchEvent" | "intermediateThrowEvent";
        readonly event: EventDefinition;
      }
    /** `interrupting` is of an event sub-process; absent: yes. */
    | { readonly kind: "startEvent"; readonly event: EventDefinition; readonly interrupting?: false }
    | { readonly kind: "endEvent"; readonly event: EventDefinition }
    | {
        readonly kind: "boundaryEvent";
        readonly event: EventDefinition;
        readonly hostId: string;
        readonly interrupting: boolean;
        /** The activity that compensates the host, when this is a compensation event. */
        readonly handlerId?: string;
      }
    | { readonly kind: "exclusiveGateway" | "parallelGateway" | "inclusiveGateway" }
    /** `instantiates`: it begins the process, and then waits for none of its other events or for all of them. */
    | { readonly kind: "eventBasedGateway"; readonly instantiates?: "exclusive" | "parallel" }
    /** `activation`: asked with `activationCount` and the number of tokens of each incoming flow under its id. */
    | { readonly kind: "complexGateway"; readonly activation?: Feel }
    | { readonly kind: "abstractTask" | "manualTask" }
    | {
        readonly kind: "userTask";
        readonly people: People;
        readonly formKey?: string;
        readonly fieldRights: readonly FieldRight[];
        readonly excludeActorOf: readonly string[];
        /** 委托: a delegate completes it himself (`gl:delegation="onBehalf"`); otherwise it goes back to its owner. */
        readonly isDelegateFinal?: true;
      }
    | { readonly kind: "serviceTask"; readonly job: JobDefinition }
    /** A job, or without one the message itself, as a message throw event does. */
    | { readonly kind: "sendTask"; readonly job: JobDefinition }
    | { readonly kind: "sendTask"; readonly job?: never; readonly event: MessageDefinition }
    | { readonly kind: "businessRuleTask"; readonly decisionKey: Feel; readonly resultVariable: string }
    /** Without a `resultVariable` the entries of a context rise as variables. */
    | { readonly kind: "scriptTask"; readonly script: Feel; readonly resultVariable?: string }
    | { readonly kind: "receiveTask"; readonly event: MessageDefinition; readonly instantiates?: true }
    | {
        readonly kind: "adHocSubProcess";
        readonly scope: ScopeDefinition;
        readonly isSequential: boolean;
        /** Asked each time an inner activity completes; without it people say when it is over. */
        readonly completion?: Feel;
        /** Whether what runs ends when it is over, or is awaited. */
        readonly cancelsRemaining: boolean;
        /** zeebe: gives the ids of what is done; without it people pick. */
        readonly picks?: Feel;
        /** zeebe: what each inner flow gives at its end. */
        readonly collects?: { readonly name: string; readonly element: Feel };
      }
    | { readonly kind: "subProcess"; readonly scope: ScopeDefinition; readonly isTriggeredByEvent?: true }
    | {
        readonly kind: "callActivity";
        readonly processKey: Feel;
        /** Whether the called process begins with a copy of all variables seen here (zeebe's default: yes). */
        readonly inheritAll: boolean;
        /** Whether all its variables come back when there is no output mapping (zeebe's default: yes). */
        readonly propagateAll: boolean;
        readonly slot?: Slot;
      }
  );

export type FlowNodeOf<K extends FlowNodeKind> = FlowNode & { readonly kind: K };

export interface People {
  readonly assignee?: Feel;
  readonly candidateGroups?: Feel;
  readonly candidateUsers?: Feel;
  /** Potential owners: each gives groups, or a context with `users` and `groups`. */
  readonly owners?: readonly Feel[];
  readonly dueDate?: Feel;
  readonly followUpDate?: Feel;
  readonly priority?: Feel;
}

export interface JobDefinition {
  readonly type: Feel;
  readonly retries: Feel;
  readonly headers: Readonly<Record<string, string>>;
}

/** `gl:slot`: a place where a child pack may put a process of its own, with the variables that pass (definitions.md §3). */
export interface Slot {
  readonly id: string;
  readonly inputs: readonly string[];
  readonly outputs: readonly string[];
}
