/** Who asks: a person with grants, a machine with a token, a resident with a one-time link, or the server itself. */
import type { Actor } from "../../engine/model/actor.ts";

/** A role at an organisation unit. */
export interface Grant {
  readonly unit: string;
  readonly role: string;
  /** Tenant of the unit: its street, or the unit itself above the streets (decided.md 1). */
  readonly street: string;
  /** Codes from the city down to the unit: `/yunjin/jinchuan/nanyuan/xingfu/xingfuGrid1`. */
  readonly path: string;
}

export interface Person {
  readonly kind: "person";
  readonly id: string;
  readonly name: string;
  readonly grants: readonly Grant[];
}

/** A program that holds a token; it acts with one role at one unit. */
export interface Machine {
  readonly kind: "machine";
  readonly id: string;
  readonly name: string;
  readonly grants: readonly Grant[];
}

/** Somebody without account and grant: he reports at a scanned code, and holds a link to his one case. */
export interface Resident {
  readonly kind: "resident";
  readonly id: string;
  readonly name: string;
  readonly street: string;
  /** Grid of the scanned code. */
  readonly unit?: string;
  /** Empty while reporting. */
  readonly caseId: string;
  readonly grants: readonly [];
}

/** The server at work for nobody: timers, jobs, the demo's replay. */
export interface System {
  readonly kind: "system";
  readonly id: "timer" | "job" | "engine";
  readonly name: string;
  readonly grants: readonly [];
}

export type Principal = Person | Machine | Resident | System;

/** What lists are narrowed to; every list query takes one and throws without. */
export interface Scope {
  readonly streets: readonly string[];
  /**
   * Tenants in whose cases the person may be called to work: those of the whole district, since a table may name a
   * neighbour's department (飞地). There he sees only what he is or was at work on.
   */
  readonly reach: readonly string[];
  /** Unit paths: everything at or below them is seen. */
  readonly paths: readonly string[];
  /** Candidate groups `<unit>/<role>` that the person stands in. */
  readonly groups: readonly string[];
  readonly personId: string;
}

export const groupsOf = (principal: Principal): readonly string[] =>
  principal.grants.map((grant) => `${grant.unit}/${grant.role}`);

/** The principal as the engine records it. */
export function actorOf(principal: Principal): Actor {
  switch (principal.kind) {
    case "person":
      return { kind: "person", id: principal.id, groups: groupsOf(principal) };
    case "machine":
      return { kind: "machine", id: principal.id };
    case "resident":
      return { kind: "resident", id: principal.id };
    case "system":
      return { kind: "system", id: principal.id };
  }
}
