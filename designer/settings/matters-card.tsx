/** 事项时限: the limit of each matter in this street. They stand in the catalogue of matters, and are changed there. */
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import type { Limit, Matter } from "../../server/contract/types.ts";
import { definitionPath, useDefinition, useDefinitions, type DefinitionName } from "../admin/queries.ts";
import { say } from "../app/i18n.ts";
import { may, useSession } from "../app/session.ts";
import { useMatters } from "../desk/parts/queries.ts";
import { useEditing } from "./editing.ts";

/** `2 工作时`, in the words of the street's clocks. */
function useSayLimit(): (limit: Limit) => string {
  const { clocks } = useEditing().settings;
  return ({ value, clock }) => {
    const title = clocks.find((each) => each.value === clock)?.title;
    return `${value} ${title === undefined ? clock : say(title)}`;
  };
}

export function MattersCard() {
  const { t } = useTranslation("settings");
  const { street } = useEditing().settings;
  const matters = useMatters(street).data ?? [];
  const classes = [...new Set(matters.map((matter) => matter.largeClass))];
  if (classes.length === 0) return null;
  return (
    <section className="gs-card" id="gs-matters" aria-label={t("group.matters")}>
      <h2>{t("group.matters")}</h2>
      <p className="gs-hint">{t("matters.hint")}</p>
      {classes.map((key) => (
        <ClassRow key={key} name={key} matters={matters.filter((matter) => matter.largeClass === key)} />
      ))}
    </section>
  );
}

interface ClassRowProps {
  readonly name: string;
  readonly matters: readonly Matter[];
}

function ClassRow({ name, matters }: ClassRowProps) {
  const { t } = useTranslation("settings");
  const [isOpen, setIsOpen] = useState(false);
  const [first] = matters;
  return (
    <details className="gs-matters" onToggle={(event) => setIsOpen(event.currentTarget.open)}>
      <summary>
        <strong>{first === undefined ? name : say(first.largeClassTitle)}</strong>{" "}
        <span className="gs-hint">{t("matters.count", { count: matters.length })}</span>
      </summary>
      {isOpen && <OpenClass name={name} matters={matters} />}
    </details>
  );
}

/** Administrators see the city's value too, and where to change it. */
function OpenClass(props: ClassRowProps) {
  const { data: session } = useSession();
  return may(session, "definition.read") ? <FromCatalogue {...props} /> : <Limits matters={props.matters} />;
}

function FromCatalogue({ name, matters }: ClassRowProps) {
  const definition = useDefinitions().data?.find((each) => each.kind === "matter" && each.key === name);
  return definition === undefined ? (
    <Limits matters={matters} />
  ) : (
    <Compared definition={definition} matters={matters} />
  );
}

interface Listed {
  readonly matters?: readonly { readonly key: string; readonly limit: Limit }[];
}

function Compared({
  definition,
  matters,
}: {
  readonly definition: DefinitionName;
  readonly matters: readonly Matter[];
}) {
  const { t } = useTranslation("settings");
  const { pack, kind, key } = definition;
  const detail = useDefinition({ pack, kind, key }, "");
  const city = detail.data === undefined ? [] : ((JSON.parse(detail.data.content) as Listed).matters ?? []);
  return (
    <>
      <Limits matters={matters} city={new Map(city.map((each) => [each.key, each.limit]))} />
      <Link className="gl-as-link" to={`/admin/${definitionPath(definition)}`}>
        {t("matters.open")}
      </Link>
    </>
  );
}

interface LimitsProps {
  readonly matters: readonly Matter[];
  readonly city?: ReadonlyMap<string, Limit>;
}

function Limits({ matters, city }: LimitsProps) {
  const { t } = useTranslation("settings");
  const sayLimit = useSayLimit();
  return (
    <dl>
      {matters.map(({ key, title, limit }) => {
        const above = city?.get(key);
        const isOwn = above !== undefined && (above.value !== limit.value || above.clock !== limit.clock);
        return (
          <div key={key}>
            <dt>{say(title)}</dt>
            <dd>
              {sayLimit(limit)}
              {isOwn && <span className="gs-draft">{t("matters.own", { city: sayLimit(above) })}</span>}
            </dd>
          </div>
        );
      })}
    </dl>
  );
}
