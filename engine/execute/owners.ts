/** Potential owners of a user task (BPMN 2.0 §10.3.4.1): groups, or a context that names `users` and `groups`. */
import type { Json } from "../model/json.ts";
import type { Feel } from "../model/process.ts";
import type { Result } from "../model/problem.ts";
import { evaluateAt } from "./context.ts";
import type { Place } from "./context.ts";
import { INCIDENTS } from "./problems.ts";
import { own } from "./read-state.ts";
import type { Run } from "./run.ts";
import { isObject, refused, textsOf } from "./values.ts";

interface Owners {
  readonly groups: readonly string[];
  readonly users: readonly string[];
}

const NOBODY: Result<Owners> = { ok: true, value: { groups: [], users: [] } };

export function ownersAt(run: Run, owners: readonly Feel[] | undefined, place: Place): Result<Owners> {
  if (owners === undefined) return NOBODY;
  const groups: string[] = [];
  const users: string[] = [];
  for (const source of owners) {
    const result = evaluateAt(run, source, place);
    if (!result.ok) return result;
    const { groups: more, users: people } = partsOf(result.value);
    const [asGroups, asUsers] = [textsOf(more), textsOf(people)];
    if (asGroups === undefined || asUsers === undefined) return refused(INCIDENTS.notTexts("候选人 potentialOwner"));
    groups.push(...asGroups);
    users.push(...asUsers);
  }
  return { ok: true, value: { groups, users } };
}

function partsOf(value: Json): { readonly groups: Json; readonly users: Json } {
  if (!isObject(value)) return { groups: value, users: null };
  return { groups: own(value, "groups") ?? null, users: own(value, "users") ?? null };
}
