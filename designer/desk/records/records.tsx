/** 登记台账: what was collected on visits and patrols, form by form, newest first. */
import { useInfiniteQuery } from "@tanstack/react-query";
import { Button, Checkbox, Drawer, Select, Skeleton } from "antd";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { useSearchParams } from "react-router";
import type { FormSummary, Submission } from "../../../server/contract/types.ts";
import { api } from "../../app/api.ts";
import { sayMoment } from "../../app/dates.ts";
import { say } from "../../app/i18n.ts";
import { useStreetScope, useWorkStreet } from "../frame/street-scope.tsx";
import { Failure } from "../parts/failure.tsx";
import { Nothing } from "../parts/nothing.tsx";
import { useForms } from "../parts/queries.ts";
import { SubmissionCard } from "../parts/submission-card.tsx";

const pageSize = 50;

function useRecords(form: string, mine: boolean, street: string) {
  return useInfiniteQuery({
    queryKey: ["submissions", form, mine, street],
    enabled: form !== "",
    initialPageParam: "",
    queryFn: ({ pageParam }) => {
      const params = new URLSearchParams({ form, limit: String(pageSize) });
      if (mine) params.set("mine", "true");
      if (street !== "") params.set("street", street);
      if (pageParam !== "") params.set("cursor", pageParam);
      return api.get<Submission[]>(`/submissions?${params.toString()}`);
    },
    // The list is a plain array, newest first; the next page starts after the last id.
    getNextPageParam: (last) => (last.length < pageSize ? undefined : last.at(-1)?.id),
  });
}

export function Records() {
  const { t } = useTranslation("desk");
  const { street } = useStreetScope();
  const forms = useForms(useWorkStreet());
  const [params, setParams] = useSearchParams();
  const [opened, setOpened] = useState<Submission>();
  const form = params.get("form") ?? forms.data?.[0]?.key ?? "";
  const mine = params.get("mine") === "true";
  const records = useRecords(form, mine, street);
  useEffect(() => {
    document.title = `${t("records.title")} · ${t("frame.brand")}`;
  }, [t]);
  const set = (key: string, value: string) => {
    const next = new URLSearchParams(params);
    if (value === "") next.delete(key);
    else next.set(key, value);
    setParams(next, { replace: true });
  };
  return (
    <div className="gl-records">
      <header>
        <h1>{t("records.title")}</h1>
        <FormChoice forms={forms.data ?? []} chosen={form} choose={(key) => set("form", key)} />
        <Checkbox checked={mine} onChange={(event) => set("mine", event.target.checked ? "true" : "")}>
          {t("records.mine")}
        </Checkbox>
      </header>
      {forms.isError && <Failure error={forms.error} retry={() => void forms.refetch()} />}
      {records.isPending && !forms.isError && <Skeleton active paragraph={{ rows: 8 }} />}
      {records.isError && <Failure error={records.error} retry={() => void records.refetch()} />}
      {records.isSuccess && <RecordTable rows={records.data.pages.flat()} open={setOpened} />}
      {records.hasNextPage && (
        <Button loading={records.isFetchingNextPage} onClick={() => void records.fetchNextPage()}>
          {t("list.more")}
        </Button>
      )}
      <Drawer
        open={opened !== undefined}
        onClose={() => setOpened(undefined)}
        size={520}
        title={t("records.detail")}
        destroyOnHidden
      >
        {opened !== undefined && <SubmissionCard submission={opened} street={street} />}
      </Drawer>
    </div>
  );
}

interface FormChoiceProps {
  readonly forms: readonly FormSummary[];
  readonly chosen: string;
  readonly choose: (key: string) => void;
}

function FormChoice({ forms, chosen, choose }: FormChoiceProps) {
  const { t } = useTranslation("desk");
  return (
    <Select
      aria-label={t("records.which")}
      value={chosen}
      options={forms.map((form) => ({ value: form.key, label: say(form.title) }))}
      popupMatchSelectWidth={false}
      onChange={choose}
    />
  );
}

interface RecordTableProps {
  readonly rows: readonly Submission[];
  readonly open: (row: Submission) => void;
}

function RecordTable({ rows, open }: RecordTableProps) {
  const { t } = useTranslation("desk");
  if (rows.length === 0) return <Nothing words={t("records.none")} hint={t("records.noneHint")} />;
  return (
    <table className="gl-record-table">
      <thead>
        <tr>
          <th scope="col">{t("records.at")}</th>
          <th scope="col">{t("records.by")}</th>
          <th scope="col">{t("records.facts")}</th>
          <th scope="col">{t("records.version")}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.id}>
            <td>
              <button type="button" className="gl-as-link" onClick={() => open(row)}>
                {sayMoment(row.at)}
              </button>
            </td>
            <td>{row.by.name}</td>
            <td>
              {row.taskName ?? say(row.formTitle)}
              {row.attachments.length > 0 && ` · ${t("records.photos", { count: row.attachments.length })}`}
            </td>
            <td>{t("forms.version", { version: row.formVersion })}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
