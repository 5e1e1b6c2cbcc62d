/** 登记台账: submissions of a form as a table with the form's own fields, to filter, to read and to take along as Excel. */
import { DownloadOutlined } from "@ant-design/icons";
import { App, Button, Drawer, Select, Skeleton } from "antd";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import type { FormSummary, RecordColumn, RecordRow } from "../../../server/contract/types.ts";
import { sayFailure } from "../../app/failures.ts";
import { say } from "../../app/i18n.ts";
import { may, useSession } from "../../app/session.ts";
import { useStreetScope, useWorkStreet } from "../frame/street-scope.tsx";
import { Failure } from "../parts/failure.tsx";
import { Nothing } from "../parts/nothing.tsx";
import { useForms } from "../parts/queries.ts";
import { ColumnChoice, shownColumns } from "./column-choice.tsx";
import { RecordDetail } from "./record-detail.tsx";
import { RecordFilters } from "./record-filters.tsx";
import { RecordTable } from "./record-table.tsx";
import "./records.css";
import "./texts.ts";
import { exportRecords, useRecordAddress, useRecords, type RecordAddress } from "./use-records.ts";

/** Forms for collecting stand first: their ledgers are what people come for. */
const inOrder = (forms: readonly FormSummary[]): readonly FormSummary[] => [
  ...forms.filter((form) => form.module !== undefined),
  ...forms.filter((form) => form.module === undefined),
];

export function Records() {
  const { t } = useTranslation("records");
  const { t: desk } = useTranslation("desk");
  const { street } = useStreetScope();
  const forms = useForms(useWorkStreet());
  const address = useRecordAddress();
  const [opened, setOpened] = useState<RecordRow>();
  const listed = inOrder(forms.data ?? []);
  const form = address.form === "" ? (listed[0]?.key ?? "") : address.form;
  const title = say(listed.find((each) => each.key === form)?.title) || form;
  const records = useRecords(form, address, street);
  useEffect(() => {
    document.title = `${t("title")} · ${desk("frame.brand")}`;
  }, [t, desk]);
  const pages = records.data?.pages ?? [];
  const columns = pages[0]?.columns ?? [];
  const shown = shownColumns(columns, address.columns);
  const rows = pages.flatMap((page) => page.rows);
  return (
    <div className="gl-ledger">
      <header>
        <h1>{t("title")}</h1>
        <Select
          aria-label={t("which")}
          value={form}
          options={listed.map((each) => ({ value: each.key, label: say(each.title) }))}
          popupMatchSelectWidth={false}
          onChange={(key) => address.set({ form: key, columns: "" })}
        />
        <span className="gl-count" role="status">
          {pages[0] !== undefined && t("count", { count: pages[0].total })}
        </span>
        <span className="gl-ledger-tools">
          <ColumnChoice columns={columns} shown={shown} choose={(keys) => address.set({ columns: keys.join(",") })} />
          <ExportButton {...{ form, title, address, street, shown }} />
        </span>
      </header>
      <RecordFilters address={address} />
      {forms.isError && <Failure error={forms.error} retry={() => void forms.refetch()} />}
      {records.isPending && !forms.isError && <Skeleton active paragraph={{ rows: 8 }} />}
      {records.isError && <Failure error={records.error} retry={() => void records.refetch()} />}
      {records.isSuccess && rows.length === 0 && (
        <Nothing
          words={t(address.isFiltered ? "noneFound" : "none")}
          hint={t(address.isFiltered ? "noneFoundHint" : "noneHint")}
        />
      )}
      {rows.length > 0 && <RecordTable rows={rows} columns={shown} open={setOpened} />}
      {records.hasNextPage && (
        <Button loading={records.isFetchingNextPage} onClick={() => void records.fetchNextPage()}>
          {t("more")}
        </Button>
      )}
      <Drawer
        open={opened !== undefined}
        onClose={() => setOpened(undefined)}
        size={520}
        title={t("detail")}
        destroyOnHidden
      >
        {opened !== undefined && <RecordDetail row={opened} />}
      </Drawer>
    </div>
  );
}

interface ExportButtonProps {
  readonly form: string;
  readonly title: string;
  readonly address: RecordAddress;
  readonly street: string;
  readonly shown: readonly RecordColumn[];
}

function ExportButton({ form, title, address, street, shown }: ExportButtonProps) {
  const { t } = useTranslation("records");
  const { message } = App.useApp();
  const { data: session } = useSession();
  const [busy, setBusy] = useState(false);
  if (!may(session, "record.export")) return null;
  const take = async () => {
    setBusy(true);
    try {
      const keys = shown.map((column) => column.key);
      await exportRecords(form, title, address, street, keys);
      void message.success(t("exported"));
    } catch (error) {
      void message.error(sayFailure(error).text);
    } finally {
      setBusy(false);
    }
  };
  return (
    <Button icon={<DownloadOutlined aria-hidden />} loading={busy} disabled={form === ""} onClick={() => void take()}>
      {t("export")}
    </Button>
  );
}
