/** What is missing, by kind, each line with the way to where one repairs it. */
import { CheckCircleOutlined, WarningFilled } from "@ant-design/icons";
import { Segmented } from "antd";
import { useTranslation } from "react-i18next";
import { Link, useSearchParams } from "react-router";
import type { Gap } from "../../../server/contract/types.ts";
import { say } from "../../app/i18n.ts";
import { may, useSession } from "../../app/session.ts";
import { Nothing } from "../../desk/parts/nothing.tsx";
import { sayAll } from "../names.ts";

const keyOf = (gap: Gap): string => `${gap.kind}/${gap.unit}/${gap.role ?? ""}/${gap.person?.id ?? ""}`;

export function GapList({ gaps }: { readonly gaps: readonly Gap[] }) {
  const { t } = useTranslation("people");
  const [params, setParams] = useSearchParams();
  const kinds = [...new Set(gaps.map((gap) => gap.kind))];
  const kind = kinds.find((each) => each === params.get("kind"));
  const shown = gaps.filter((gap) => kind === undefined || gap.kind === kind);
  if (gaps.length === 0)
    return (
      <div className="gl-gaps">
        <Nothing words={t("gap.none")} hint={t("gap.noneHint")} next={<CheckCircleOutlined aria-hidden />} />
      </div>
    );
  const choose = (value: string) =>
    setParams({ tab: "gaps", ...(value === "" ? {} : { kind: value }) }, { replace: true });
  return (
    <div className="gl-gaps">
      <Segmented
        aria-label={t("org.gaps")}
        value={kind ?? ""}
        options={[
          { value: "", label: `${t("gap.all")} ${String(gaps.length)}` },
          ...kinds.map((each) => ({
            value: each,
            label: `${t(`gap.${each}`)} ${String(gaps.filter((gap) => gap.kind === each).length)}`,
          })),
        ]}
        onChange={choose}
      />
      <ul>
        {shown.map((gap) => (
          <GapLine key={keyOf(gap)} gap={gap} />
        ))}
      </ul>
    </div>
  );
}

function GapLine({ gap }: { readonly gap: Gap }) {
  const { t } = useTranslation("people");
  return (
    <li>
      <span className="gl-gap-kind">
        <WarningFilled aria-hidden /> {t(`gap.${gap.kind}`)}
      </span>
      <span className="gl-gap-words">
        <strong>{say(gap.unitTitle)}</strong>
        <What gap={gap} />
      </span>
      <Repair gap={gap} />
    </li>
  );
}

function What({ gap }: { readonly gap: Gap }) {
  const { t } = useTranslation("people");
  switch (gap.kind) {
    case "workerInTwoGrids":
      return <span>{t("gap.also", { name: gap.person?.name, others: sayAll(gap.others ?? []) })}</span>;
    case "gridTooSmall":
    case "gridTooLarge":
      return <span>{t("gap.size", { households: gap.households ?? 0, ...gap.range })}</span>;
    case "communityWithoutGrid":
      return <span>{t("gap.noGrid")}</span>;
    case "postEnding":
      return (
        <Post gap={gap} words={t("gap.ending", { name: gap.person?.name, day: gap.day, role: say(gap.roleTitle) })} />
      );
    case "flowRoleEmpty":
      return <Post gap={gap} words={t("gap.flowNeeds", { role: say(gap.roleTitle) })} />;
    case "gridWithoutWorker":
    case "unitWithoutLeader":
    case "roleWithoutPeople":
      return <Post gap={gap} words={t("gap.needs", { role: say(gap.roleTitle) })} />;
  }
}

/** A post without anybody: who stands in meanwhile, and who is to come. */
function Post({ gap, words }: { readonly gap: Gap; readonly words: string }) {
  const { t } = useTranslation("people");
  return (
    <span>
      {words}
      <small className="gl-quiet">
        {gap.fallback === undefined ? t("gap.noFallback") : t("gap.fallback", { to: say(gap.fallback) })}
      </small>
      {gap.coming !== undefined && (
        <small className="gl-post-turns">
          {t("gap.coming", { name: gap.coming.person.name, day: gap.coming.day })}
        </small>
      )}
    </span>
  );
}

/** The place where the gap is closed. */
function Repair({ gap }: { readonly gap: Gap }) {
  const { t } = useTranslation("people");
  const { data: session } = useSession();
  if (gap.kind === "workerInTwoGrids" && gap.person !== undefined)
    return <Link to={`/admin/people/${encodeURIComponent(gap.person.id)}`}>{t("gap.person")}</Link>;
  if (gap.kind === "communityWithoutGrid") return <Link to="/admin/organisation?tab=map">{t("gap.map")}</Link>;
  if (gap.range !== undefined) return <Link to={`/admin/organisation?tab=map&grid=${gap.unit}`}>{t("gap.map")}</Link>;
  if (!may(session, "person.manage")) return null;
  return <Link to={`/admin/people?dialog=add&unit=${gap.unit}&role=${gap.role ?? ""}`}>{t("gap.appoint")}</Link>;
}
