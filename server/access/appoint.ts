/**
 * Who may appoint whom. Nobody gives a post at his own height or above: workers are appointed by the administrators of
 * their street or above, leaders and administrators only from a unit above, and the three officers (三员, reliability
 * S19) are proposed by the system administrator and take office when a security administrator agrees (four eyes).
 */
import type { Person } from "./actor.ts";
import { isWithin } from "./unit-tree.ts";

type Height = "own" | "above" | "officer";

const heights: Readonly<Record<string, Height>> = {
  gridWorker: "own",
  gridLeader: "own",
  communityAcceptor: "own",
  dispatcher: "own",
  handler: "own",
  verifier: "own",
  leader: "above",
  designer: "above",
  systemAdmin: "officer",
  securityAdmin: "officer",
  auditor: "officer",
};

export interface Post {
  readonly role: string;
  /** Path of the post's unit. */
  readonly path: string;
}

const standsAt = (person: Person, role: string, path: string, strictly = false): boolean =>
  person.grants.some(
    (grant) => grant.role === role && isWithin(path, grant.path) && (!strictly || grant.path !== path),
  );

export const isOfficer = (role: string): boolean => heights[role] === "officer";

/** `now`: the post begins at once; `propose`: it waits for a security administrator; undefined: not his to give. */
export function mayAppoint(person: Person, { role, path }: Post): "now" | "propose" | undefined {
  const isAdmin = standsAt(person, "systemAdmin", path);
  switch (heights[role]) {
    case "own":
      return isAdmin || standsAt(person, "designer", path) ? "now" : undefined;
    case "above":
      return isAdmin || standsAt(person, "designer", path, true) ? "now" : undefined;
    case "officer":
      return isAdmin ? "propose" : undefined;
    case undefined:
      return undefined;
  }
}

/** Whether a person who holds these posts is his to change, lock, invite or let go: never an equal or a superior. */
export const mayManage = (person: Person, posts: readonly Post[]): boolean =>
  posts.every((post) =>
    isOfficer(post.role) ? standsAt(person, "securityAdmin", post.path) : mayAppoint(person, post) !== undefined,
  );

/** S19: an officer's post excludes the other two and all business; the system administrator may keep the content. */
export function exclude(roles: readonly string[]): boolean {
  const officers = new Set(roles.filter(isOfficer));
  if (officers.size === 0) return false;
  const others = roles.filter((role) => !officers.has(role) && !(role === "designer" && officers.has("systemAdmin")));
  return officers.size > 1 || others.length > 0;
}
