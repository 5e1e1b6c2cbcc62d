/** Names of the persons that a page mentions, read together. */
import type { Person } from "../contract/types.ts";
import type { Reader } from "../store/index.ts";
import { personNames } from "../store/people.ts";
import { namedPerson } from "../views/task-summary.ts";

export interface People {
  readonly names: ReadonlyMap<string, string>;
  person(id: string): Person;
}

/** In: ids, some perhaps null or repeated. An id without a person (the system) keeps its own word. */
export async function readPeople(read: Reader, ids: readonly (string | null | undefined)[]): Promise<People> {
  const wanted = [...new Set(ids.filter((id): id is string => typeof id === "string" && id !== ""))];
  const names = await personNames(read, wanted);
  return { names, person: (id) => namedPerson(id, names) };
}
