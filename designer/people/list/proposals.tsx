/** Appointments of officers that wait for a second pair of eyes. */
import { Alert } from "antd";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { sayPost } from "../names.ts";
import { useProposals } from "../queries.ts";

export function Proposals() {
  const { t } = useTranslation("people");
  const { data = [] } = useProposals(true);
  if (data.length === 0) return null;
  const links = data.map((person) => (
    <li key={person.id}>
      <Link to={`/admin/people/${encodeURIComponent(person.id)}`}>{person.name}</Link>
      {"："}
      {person.posts
        .filter((post) => post.state === "proposed")
        .map(sayPost)
        .join("、")}
    </li>
  ));
  return (
    <Alert
      className="gl-people-note"
      type="info"
      showIcon
      title={t("proposals.title")}
      description={<ul>{links}</ul>}
    />
  );
}
