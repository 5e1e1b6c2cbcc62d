import type { Json, JsonObject } from "./json.ts";
import type { Day } from "./time.ts";
import type { Title } from "./title.ts";

/** What a pack is made of (definitions.md §1). A kind that exists has a file in `engine/overlay/kinds`. */
export type Kind =
  | "organisation"
  | "parameter"
  | "vocabulary"
  | "matter"
  | "register"
  | "form"
  | "process"
  | "decision"
  | "calendar"
  | "ladder"
  | "module"
  | "message"
  | "resident"
  | "scenario"
  | "scorecard"
  | "report";

/** What children may do to an item: add beside it, narrow it only, replace it, or nothing at all. */
export type Control = "additive" | "fixed" | "overrides" | "frozen";

/** `pack.json`. `level` is the unit that owns the pack; a pack without `base` is a root. */
export interface PackHead {
  readonly key: string;
  readonly title: Title;
  readonly level: string;
  readonly levelKind: "city" | "district" | "street" | "community";
  readonly version: number;
  readonly base?: { readonly pack: string; readonly version: number };
  readonly timeZone?: string;
  readonly calendar?: string;
  readonly home?: string;
  readonly eventProcess?: string;
}

/** One definition: JSON content, or the text of a BPMN or DMN file. */
export type PackDocument =
  | { readonly kind: Exclude<Kind, "process" | "decision">; readonly key: string; readonly content: JsonObject }
  | { readonly kind: "process" | "decision"; readonly key: string; readonly xml: string };

export interface Pack {
  readonly head: PackHead;
  readonly documents: readonly PackDocument[];
  readonly operations: readonly Operation[];
}

/** What an operation is about: a document, or an item of it by its stable id, never by position or title. */
export interface Target {
  readonly kind: Kind;
  readonly definition: string;
  readonly item?: string;
}

/** One wish of a child pack, with the base value that its author saw, so that a rebase can compare (decided.md 16). */
export type Operation = {
  readonly id: string;
  readonly target: Target;
  readonly was: Json;
  readonly by: string;
  readonly at: Day;
  readonly why: string;
} & OperationBody;

export type OperationBody =
  /** `from`: the day a parameter's value comes into force; `until`: the day from which the base's holds again. */
  | {
      readonly op: "set";
      readonly attribute: string;
      readonly value: Json;
      readonly from?: Day;
      readonly until?: Day;
    }
  | { readonly op: "hide" | "show" | "require" | "relax" | "switchOff" | "remove" }
  /** `after`: the item that it follows; absent: at the end. */
  | { readonly op: "add"; readonly value: JsonObject; readonly after?: string }
  | { readonly op: "move"; readonly after?: string }
  /** Fills a slot of a process with a process of one's own. */
  | { readonly op: "replace"; readonly value: string };

/** Which pack gave a value, by which operation, by whom, when and why. A base value has no operation. */
export interface Origin {
  readonly pack: string;
  readonly version: number;
  readonly operation?: string;
  readonly by?: string;
  readonly at?: Day;
  readonly why?: string;
}

/** Item id → attribute → where it comes from. The document's own attributes stand under the item `""`. */
export type Provenance = Readonly<Record<string, Readonly<Record<string, Origin>>>>;

export interface OwnedOperation {
  readonly operation: Operation;
  readonly origin: Origin;
}

export type ResolvedDocument =
  | (Extract<PackDocument, { readonly content: JsonObject }> & {
      readonly pack: string;
      readonly provenance: Provenance;
    })
  /** XML stays as it was written, for display; the operations are applied to what the parser makes of it. */
  | (Extract<PackDocument, { readonly xml: string }> & {
      readonly pack: string;
      readonly origin: Origin;
      readonly operations: readonly OwnedOperation[];
    });

/** A pack with everything it inherits: what is in force at its level. */
export interface ResolvedPack {
  readonly head: PackHead;
  /** Root first, own pack last. */
  readonly chain: readonly PackHead[];
  /** By `<kind>/<key>`. */
  readonly documents: Readonly<Record<string, ResolvedDocument>>;
}
