/** Demo mode: choose a post, "网格员 · 幸福社区第3网格", grouped by street and found by typing. */
import { useMutation, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { DemoPerson, Session } from "../../server/contract/types.ts";
import { Empty } from "../ui/empty.tsx";
import { Icon } from "../ui/icons.tsx";
import { Skeleton } from "../ui/skeleton.tsx";
import { api } from "./api.ts";
import { FailureNote } from "./failure-note.tsx";
import { say } from "./i18n.ts";
import { useSetSession } from "./session.ts";
import "./words.ts";

const matches = (person: DemoPerson, query: string): boolean =>
  [person.name, say(person.roleTitle), say(person.unitTitle), say(person.streetTitle)]
    .join(" ")
    .toLowerCase()
    .includes(query.trim().toLowerCase());

interface Role {
  readonly key: string;
  readonly title: string;
  readonly people: number;
}

/** Roles by how many hold them: grid workers, whom most want to try, come first without being named here. */
function rolesOf(people: readonly DemoPerson[]): readonly Role[] {
  const roles = new Map<string, Role>();
  for (const { role, roleTitle } of people)
    roles.set(role, { key: role, title: say(roleTitle), people: (roles.get(role)?.people ?? 0) + 1 });
  return [...roles.values()].sort((left, right) => right.people - left.people);
}

interface RoleChipsProps {
  readonly roles: readonly Role[];
  readonly chosen: string;
  readonly onChoose: (role: string) => void;
}

function RoleChips({ roles, chosen, onChoose }: RoleChipsProps) {
  const { t } = useTranslation("app");
  return (
    <div className="post-roles" role="group" aria-label={t("demo.roles")}>
      {[{ key: "", title: t("demo.all") }, ...roles].map((role) => (
        <button
          key={role.key}
          type="button"
          className={`g-choice${role.key === chosen ? " chosen" : ""}`}
          aria-pressed={role.key === chosen}
          onClick={() => onChoose(role.key)}
        >
          {role.title}
        </button>
      ))}
    </div>
  );
}

/** Streets in the order the server gives them, each with its people. */
function byStreet(people: readonly DemoPerson[]): readonly (readonly [string, readonly DemoPerson[]])[] {
  const streets = new Map<string, DemoPerson[]>();
  for (const person of people) {
    const street = say(person.streetTitle);
    streets.set(street, [...(streets.get(street) ?? []), person]);
  }
  return [...streets];
}

function Post({ person, onChoose, busy }: { person: DemoPerson; onChoose: () => void; busy: boolean }) {
  const { t } = useTranslation("app");
  return (
    <li>
      <button type="button" className="post" onClick={onChoose} disabled={busy}>
        <span className="post-title">
          {say(person.roleTitle)} · {say(person.unitTitle)}
        </span>
        <span className="g-muted g-small">{person.name}</span>
        <span className={person.openTasks > 0 ? "g-badge teal" : "g-badge"}>
          {person.openTasks > 0 ? t("demo.open", { count: person.openTasks }) : t("demo.noTasks")}
        </span>
      </button>
    </li>
  );
}

export function DemoPosts() {
  const { t } = useTranslation("app");
  const setSession = useSetSession();
  const [query, setQuery] = useState("");
  const people = useQuery({ queryKey: ["demo-people"], queryFn: () => api.get<DemoPerson[]>("/demo/people") });
  const enter = useMutation({
    mutationFn: (personId: string) => api.post<Session>("/demo/session", { personId }),
    onSuccess: setSession,
  });
  const [role, setRole] = useState("");
  const roles = rolesOf(people.data ?? []);
  const rank = (person: DemoPerson) => roles.findIndex((one) => one.key === person.role);
  const found = (people.data ?? [])
    .filter((person) => matches(person, query) && (role === "" || person.role === role))
    .sort((left, right) => rank(left) - rank(right));
  return (
    <section aria-labelledby="posts-title">
      <h2 id="posts-title">{t("demo.title")}</h2>
      <p className="g-muted">{t("demo.intro")}</p>
      <label className="door-search">
        <span className="only-read-aloud">{t("demo.search")}</span>
        <Icon name="search" size={20} />
        <input
          className="g-input"
          type="search"
          placeholder={t("demo.search")}
          value={query}
          onChange={(event) => setQuery(event.target.value)}
        />
      </label>
      {roles.length > 1 && <RoleChips roles={roles} chosen={role} onChoose={setRole} />}
      {people.isPending && <Skeleton label={t("loading")} lines={5} tall />}
      {people.isError && <FailureNote error={people.error} onRetry={() => void people.refetch()} />}
      {enter.isError && <FailureNote error={enter.error} />}
      {people.isSuccess && found.length === 0 && (
        <Empty icon="search" title={t("demo.none", { q: query })} hint={t("demo.noneHint")}>
          <button
            type="button"
            className="g-button small"
            onClick={() => {
              setQuery("");
              setRole("");
            }}
          >
            {t("demo.clear")}
          </button>
        </Empty>
      )}
      {byStreet(found).map(([street, members]) => (
        <section key={street} className="posts" aria-label={street}>
          <h3>
            {street} <span className="g-muted g-small">{t("demo.people", { count: members.length })}</span>
          </h3>
          <ul>
            {members.map((person) => (
              <Post
                key={`${person.id}/${person.unit}/${person.role}`}
                person={person}
                busy={enter.isPending}
                onChoose={() => enter.mutate(person.id)}
              />
            ))}
          </ul>
        </section>
      ))}
    </section>
  );
}
