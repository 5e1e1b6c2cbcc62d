/** The forms of one tile of the home page: what designers have published is here at once. */
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { Link, useParams } from "react-router";
import type { FormSummary } from "../../server/contract/types.ts";
import { api } from "../app/api.ts";
import { FailureNote } from "../app/failure-note.tsx";
import { say } from "../app/i18n.ts";
import { Empty } from "../ui/empty.tsx";
import { Icon } from "../ui/icons.tsx";
import { Skeleton } from "../ui/skeleton.tsx";
import { Page } from "./parts/page.tsx";
import { useHome, useStreet } from "./queries.ts";

export function FormsPage() {
  const { t } = useTranslation("fill");
  const { module = "" } = useParams();
  const street = useStreet();
  const tile = useHome().data?.tiles.find((each) => each.key === module);
  const forms = useQuery({
    queryKey: ["forms", street],
    queryFn: () => api.get<FormSummary[]>(`/forms?street=${encodeURIComponent(street)}`),
  });
  const listed = (forms.data ?? []).filter((form) => form.module === module);
  return (
    <Page title={tile === undefined ? t("forms.title") : say(tile.title)} back="/m">
      {forms.isPending && <Skeleton label={t("loading")} lines={3} tall />}
      {forms.isError && <FailureNote error={forms.error} onRetry={() => void forms.refetch()} />}
      {forms.isSuccess && listed.length === 0 && <Empty title={t("forms.empty")} hint={t("forms.emptyHint")} />}
      <ul className="m-forms">
        {listed.map((form) => (
          <li key={form.key}>
            <Link className="g-card" to={`/m/form/${encodeURIComponent(form.key)}`}>
              <Icon name="list" size={24} />
              <strong>{say(form.title)}</strong>
            </Link>
          </li>
        ))}
      </ul>
    </Page>
  );
}
