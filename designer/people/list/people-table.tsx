/** People in lines: name, posts, telephone, state of the login. */
import { Button, Table, Tag } from "antd";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import type { PersonSummary } from "../../../server/contract/types.ts";
import { sayMoment } from "../../app/dates.ts";
import { Nothing } from "../../desk/parts/nothing.tsx";
import { LoginTag } from "../parts/login-tag.tsx";
import { PostTurns } from "../parts/post-days.tsx";
import { sayPost } from "../names.ts";

interface PeopleTableProps {
  readonly people: readonly PersonSummary[];
  readonly more: (() => void) | undefined;
  readonly loading: boolean;
}

export function PeopleTable({ people, more, loading }: PeopleTableProps) {
  const { t } = useTranslation("people");
  return (
    <>
      <Cards people={people} />
      <Table<PersonSummary>
        className="gl-admin-table gl-people-wide"
        size="middle"
        rowKey="id"
        dataSource={[...people]}
        pagination={false}
        scroll={{ x: 680 }}
        locale={{ emptyText: <Nothing words={t("none")} hint={t("noneHint")} /> }}
        columns={[
          {
            title: t("column.name"),
            width: 120,
            render: (_, person) => <Link to={`/admin/people/${encodeURIComponent(person.id)}`}>{person.name}</Link>,
          },
          { title: t("column.posts"), render: (_, person) => <Posts person={person} /> },
          { title: t("column.phone"), width: 150, render: (_, person) => person.workPhone ?? "—" },
          { title: t("column.login"), width: 190, render: (_, person) => <LoginTag person={person} /> },
        ]}
      />
      {more !== undefined && (
        <Button className="gl-people-more" loading={loading} onClick={more}>
          {t("more")}
        </Button>
      )}
    </>
  );
}

/** The same on a phone, where a table would hide telephone and login behind its edge. */
function Cards({ people }: Pick<PeopleTableProps, "people">) {
  const { t } = useTranslation("people");
  if (people.length === 0)
    return (
      <div className="gl-people-narrow">
        <Nothing words={t("none")} hint={t("noneHint")} />
      </div>
    );
  return (
    <ul className="gl-people-narrow">
      {people.map((person) => (
        <li key={person.id}>
          <Link to={`/admin/people/${encodeURIComponent(person.id)}`}>{person.name}</Link>
          <LoginTag person={person} />
          <Posts person={person} />
          {person.workPhone !== undefined && <a href={`tel:${person.workPhone}`}>{person.workPhone}</a>}
        </li>
      ))}
    </ul>
  );
}

function Posts({ person }: { readonly person: PersonSummary }) {
  const { t } = useTranslation("people");
  if (person.state === "left")
    return (
      <span className="gl-quiet">
        {t("person.left", { time: person.leftAt === undefined ? "" : sayMoment(person.leftAt) })}
      </span>
    );
  if (person.posts.length === 0) return <span className="gl-quiet">{t("post.none")}</span>;
  return (
    <span className="gl-people-posts">
      {person.posts.map((post) => (
        <Tag key={`${post.unit}/${post.role}`}>
          {sayPost(post)}
          {post.state === "proposed" && `（${t("post.proposed")}）`} <PostTurns post={post} />
        </Tag>
      ))}
    </span>
  );
}
