/** One unit: name, how it is reached, posts with their people, and what can be done with it. */
import { EnvironmentOutlined, PhoneOutlined, StarFilled, WarningFilled } from "@ant-design/icons";
import { Button } from "antd";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { say } from "../../app/i18n.ts";
import { may, useSession } from "../../app/session.ts";
import type { UnitPeople } from "../names.ts";
import { useUnitAddress } from "./use-unit-address.ts";

export function UnitRow({ node }: { readonly node: UnitPeople }) {
  const { t } = useTranslation("people");
  const { unit, phone, address } = node;
  return (
    <div className={`gl-unit gl-unit-${unit.kind}`}>
      <div className="gl-unit-name">
        <span>
          <strong>{say(unit.title)}</strong> <small>{t(`unitPage.kind.${unit.kind}`)}</small> <small>{unit.code}</small>
        </span>
        {phone !== undefined && (
          <a href={`tel:${phone}`}>
            <PhoneOutlined aria-label={t("unitPage.phone")} /> {phone}
          </a>
        )}
        {address !== undefined && (
          <small>
            <EnvironmentOutlined aria-label={t("unitPage.address")} /> {address}
          </small>
        )}
      </div>
      <Posts node={node} />
      <Acts node={node} />
    </div>
  );
}

/** What it is about is said to whoever hears one button only. */
function Acts({ node }: { readonly node: UnitPeople }) {
  const { t } = useTranslation("people");
  const { open } = useUnitAddress();
  const { unit, adds, mayChange } = node;
  const name = say(unit.title);
  return (
    <div className="gl-unit-acts">
      <Link to={`/admin/people?unit=${unit.code}`} aria-label={t("unitPage.peopleOf", { unit: name })}>
        {t("unitPage.people")}
      </Link>
      {unit.kind === "grid" && (
        <Link to={`/admin/organisation?tab=map&grid=${unit.code}`} aria-label={t("unitPage.mapOf", { unit: name })}>
          {t("unitPage.map")}
        </Link>
      )}
      {adds.length > 0 && (
        <Button
          type="link"
          size="small"
          aria-label={t("unitPage.addBelow", { unit: name })}
          onClick={() => open("add", unit.code)}
        >
          {t("unitPage.addHere")}
        </Button>
      )}
      {mayChange && (
        <Button
          type="link"
          size="small"
          aria-label={t("unitPage.changeTitle", { unit: name })}
          onClick={() => open("change", unit.code)}
        >
          {t("unitPage.change")}
        </Button>
      )}
      {mayChange && (unit.kind === "community" || unit.kind === "department") && (
        <Button
          type="link"
          size="small"
          danger
          aria-label={t("unitPage.closeTitle", { unit: name })}
          onClick={() => open("close", unit.code)}
        >
          {t("unitPage.close")}
        </Button>
      )}
    </div>
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
