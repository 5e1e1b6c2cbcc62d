/** One definition: drawn as what it is, with its versions and its file. */
import { useQuery } from "@tanstack/react-query";
import { Alert, Select, Skeleton, Tabs, type TabsProps, Tag } from "antd";
import { useTranslation } from "react-i18next";
import { useParams, useSearchParams } from "react-router";
import type { DefinitionDetail, Pack } from "../../../server/contract/types.ts";
import { api } from "../../app/api.ts";
import { sayMoment } from "../../app/dates.ts";
import { say } from "../../app/i18n.ts";
import { may, useSession } from "../../app/session.ts";
import { Failure } from "../../desk/parts/failure.tsx";
import { LinkButton } from "../../desk/parts/link-button.tsx";
import { BackButton } from "../../desk/parts/back-button.tsx";
import { kindIcon } from "../kinds.tsx";
import { ProblemList } from "../problem-list.tsx";
import { titleOf, useDefinition } from "../queries.ts";
import { FlowActions } from "../../flow/edit/flow-actions.tsx";
import { DefinitionView } from "./definition-view.tsx";
import { VersionList } from "./version-list.tsx";

export function DefinitionPage() {
  const { pack = "", kind = "", key = "" } = useParams();
  const [params, setParams] = useSearchParams();
  const version = params.get("version") ?? "";
  const detail = useDefinition({ pack, kind, key }, version);
  if (detail.isPending) return <Skeleton active className="gl-page" paragraph={{ rows: 10 }} />;
  if (detail.isError) return <Failure error={detail.error} retry={() => void detail.refetch()} />;
  return (
    <Shown
      detail={detail.data}
      version={version}
      choose={(next) => setParams(next === "" ? {} : { version: next }, { replace: true })}
    />
  );
}

interface ShownProps {
  readonly detail: DefinitionDetail;
  /** "" for the newest. */
  readonly version: string;
  readonly choose: (version: string) => void;
}

function Shown({ detail, version, choose }: ShownProps) {
  const { t } = useTranslation("admin");
  const of = detail.summary;
  const items: NonNullable<TabsProps["items"]> = [
    {
      key: "view",
      label: t(`tab.${of.kind}`, { defaultValue: t("tab.view") }),
      children: <DefinitionView detail={detail} />,
    },
    {
      key: "versions",
      label: t("tab.versions", { count: detail.versions.length }),
      children: <VersionList detail={detail} choose={choose} />,
    },
    {
      key: "file",
      label: t("tab.file"),
      children: (
        <pre className="gl-file" tabIndex={0}>
          {detail.content}
        </pre>
      ),
    },
  ];
  return (
    <div className="gl-admin gl-definition-page">
      <header className="gl-admin-head">
        <BackButton fallback={`/admin?kind=${of.kind}`} words={t("detail.back")} />
        <div className="gl-case-name">
          <h1>
            {kindIcon(of.kind)} {titleOf(of)}
          </h1>
          <p className="gl-case-line gl-quiet">
            <Tag>{say(of.packTitle)}</Tag>
            <span>{t(`kind.${of.kind}`, { defaultValue: of.kind })}</span>
            <code>{of.key}</code>
            <span>{t("detail.published", { when: sayMoment(of.publishedAt) })}</span>
            {of.kind === "process" && <span>{t("detail.open", { count: of.openInstances })}</span>}
          </p>
        </div>
        <DesignLink of={of} />
        <Select
          aria-label={t("detail.version")}
          value={version === "" ? String(of.version) : version}
          options={detail.versions.map((each) => ({
            value: String(each.version),
            label: `v${String(each.version)} · ${sayMoment(each.publishedAt)}`,
          }))}
          popupMatchSelectWidth={false}
          onChange={choose}
        />
        {of.kind === "process" && <FlowActions detail={detail} />}
      </header>
      <div className="gl-admin-page">
        {version !== "" && Number(version) !== Math.max(...detail.versions.map((each) => each.version)) && (
          <Alert type="info" showIcon title={t("detail.old", { version })} />
        )}
        {detail.problems.length > 0 && <ProblemList problems={detail.problems} />}
        <Tabs items={items} />
      </div>
    </div>
  );
}

/** Forms are made in the form designer; what is computed for a street from the base is not designed there. */
function DesignLink({ of }: { readonly of: DefinitionDetail["summary"] }) {
  const { t } = useTranslation("admin");
  const { data: session } = useSession();
  const packs = useQuery({
    queryKey: ["packs"],
    queryFn: () => api.get<Pack[]>("/packs"),
    enabled: of.kind === "form" && may(session, "definition.deploy"),
  });
  const pack = packs.data?.find((each) => each.key === of.pack);
  if (of.kind !== "form" || pack === undefined || !of.key.startsWith(pack.prefix)) return null;
  return (
    <LinkButton to={`/admin/forms/${encodeURIComponent(of.pack)}/${encodeURIComponent(of.key)}`}>
      {t("detail.design")}
    </LinkButton>
  );
}
