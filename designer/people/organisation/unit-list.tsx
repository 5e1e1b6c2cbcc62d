/** Units as a tree; each with its posts and the people in them. An empty post is marked. */
import { StarFilled, WarningFilled } from "@ant-design/icons";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import type { Organisation } from "../../../server/contract/types.ts";
import { say } from "../../app/i18n.ts";
import { may, useSession } from "../../app/session.ts";

type UnitPeople = Organisation["units"][number];

export function UnitList({ organisation }: { readonly organisation: Organisation }) {
  const { units } = organisation;
  const codes = new Set(units.map(({ unit }) => unit.code));
  const tops = units.filter(({ unit }) => unit.parent === undefined || !codes.has(unit.parent));
  return (
    <div className="gl-units">
      <Level units={tops} all={units} />
    </div>
  );
}

interface LevelProps {
  readonly units: readonly UnitPeople[];
  readonly all: readonly UnitPeople[];
}

function Level({ units, all }: LevelProps) {
  if (units.length === 0) return null;
  return (
    <ul>
      {units.map((each) => (
        <UnitNode key={each.unit.code} node={each} all={all} />
      ))}
    </ul>
  );
}

function UnitNode({ node, all }: { readonly node: UnitPeople; readonly all: readonly UnitPeople[] }) {
  const { t } = useTranslation("people");
  const below = all.filter(({ unit }) => unit.parent === node.unit.code);
  const { code, title, kind } = node.unit;
  const head = (
    <span className={`gl-unit-name gl-unit-${kind}`}>
      {say(title)} <small>{code}</small>
    </span>
  );
  const body = (
    <>
      <Posts node={node} />
      <Link className="gl-unit-people" to={`/admin/people?unit=${code}`}>
        {t("org.open")}
      </Link>
    </>
  );
  return (
    <li>
      {below.length === 0 ? (
        <div className="gl-unit">
          {head}
          {body}
        </div>
      ) : (
        <details open={kind !== "community"}>
          <summary>{head}</summary>
          <div className="gl-unit">{body}</div>
          <Level units={below} all={all} />
        </details>
      )}
    </li>
  );
}

function Posts({ node }: { readonly node: UnitPeople }) {
  const { t } = useTranslation("people");
  const { data: session } = useSession();
  const mayAdd = may(session, "person.manage");
  return (
    <span className="gl-unit-posts">
      {node.posts.map((post) => (
        <span key={post.role} className="gl-unit-post">
          <span className="gl-quiet">
            {post.leads && <StarFilled title={t("org.leads")} aria-label={t("org.leads")} />} {say(post.roleTitle)}
          </span>
          {post.people.map((person) => (
            <Link key={person.id} to={`/admin/people/${encodeURIComponent(person.id)}`}>
              {person.name}
            </Link>
          ))}
          {post.people.length === 0 && (
            <span className="gl-unit-empty">
              <WarningFilled aria-hidden /> {t("org.nobody")}
              {mayAdd && (
                <Link to={`/admin/people?dialog=add&unit=${node.unit.code}&role=${post.role}`}>{t("org.appoint")}</Link>
              )}
            </span>
          )}
        </span>
      ))}
    </span>
  );
}
