/** One person: facts, posts with their time, login, and leaving. */
import { Alert, Button, Skeleton } from "antd";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { useParams } from "react-router";
import type { PersonDetail } from "../../../server/contract/types.ts";
import { sayMoment } from "../../app/dates.ts";
import { Failure } from "../../desk/parts/failure.tsx";
import { LinkButton } from "../../desk/parts/link-button.tsx";
import { usePerson } from "../queries.ts";
import { FactsCard } from "./facts-card.tsx";
import { LeaveDialog } from "./leave-dialog.tsx";
import { LoginCard } from "./login-card.tsx";
import { PostsCard } from "./posts-card.tsx";

export function PersonPage() {
  const { id = "" } = useParams();
  const detail = usePerson(id);
  if (detail.isPending) return <Skeleton active className="gl-page" paragraph={{ rows: 8 }} />;
  if (detail.isError) return <Failure error={detail.error} retry={() => void detail.refetch()} />;
  return <Shown key={id} detail={detail.data} />;
}

function Shown({ detail }: { readonly detail: PersonDetail }) {
  const { t } = useTranslation("people");
  const [leaving, setLeaving] = useState(false);
  const { person, actions } = detail;
  useEffect(() => {
    document.title = `${person.name} · ${t("brand")}`;
  }, [person.name, t]);
  const isMine = actions.length > 0;
  const isComing = person.posts.length > 0 && person.posts.every((post) => post.state === "planned");
  return (
    <div className="gl-admin-page gl-person">
      <header className="gl-person-head">
        <LinkButton to="/admin/people">{t("person.back")}</LinkButton>
        <h1>{person.name}</h1>
        <span className="gl-quiet">
          {person.leftAt === undefined
            ? t(isComing ? "state.coming" : "state.active")
            : t("person.left", { time: sayMoment(person.leftAt) })}
        </span>
        {actions.includes("leave") && (
          <Button danger onClick={() => setLeaving(true)}>
            {t("leave.button")}
          </Button>
        )}
      </header>
      {!isMine && person.state === "active" && <Alert type="info" showIcon title={t("person.notMine")} />}
      <div className="gl-person-cards">
        <FactsCard detail={detail} />
        <LoginCard detail={detail} />
        <PostsCard detail={detail} />
      </div>
      {leaving && <LeaveDialog person={person} close={() => setLeaving(false)} />}
    </div>
  );
}
