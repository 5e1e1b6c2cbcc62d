/** The register of people: search, filters, the list, and the ways to add to it. */
import { DownloadOutlined, KeyOutlined, UploadOutlined, UserAddOutlined } from "@ant-design/icons";
import { Button, Input, Select, Skeleton, TreeSelect } from "antd";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { say } from "../../app/i18n.ts";
import { may, useSession } from "../../app/session.ts";
import { useStreetScope } from "../../desk/frame/street-scope.tsx";
import { Failure } from "../../desk/parts/failure.tsx";
import { useOrganisation, usePeople, queryOf } from "../queries.ts";
import { unitTree } from "../names.ts";
import { AddDialog } from "./add-dialog.tsx";
import { ImportDialog } from "./import-dialog.tsx";
import { InvitationsDialog } from "./invitations-dialog.tsx";
import { PeopleTable } from "./people-table.tsx";
import { Proposals } from "./proposals.tsx";
import { usePeopleAddress } from "./use-people-address.ts";

export function PeoplePage() {
  const { t } = useTranslation("people");
  const { data: session } = useSession();
  const { street } = useStreetScope();
  const { set, dialog, ...filter } = usePeopleAddress();
  const { q, unit, role } = filter;
  const people = usePeople({ ...filter, street });
  useEffect(() => {
    document.title = `${t("title")} · ${t("brand")}`;
  }, [t]);
  const mayManage = may(session, "person.manage");
  const [added, setAdded] = useState<readonly string[]>([]);
  const total = people.data?.pages[0]?.total ?? 0;
  const close = () => {
    setAdded([]);
    set({ dialog: "" });
  };
  return (
    <div className="gl-admin">
      <header className="gl-admin-head gl-people-head">
        <h1>{t("title")}</h1>
        <span className="gl-count" role="status">
          {people.data !== undefined && t("count", { count: total })}
        </span>
        {mayManage && (
          <div className="gl-people-actions">
            {filter.state === "noLogin" && total > 0 && (
              <Button icon={<KeyOutlined aria-hidden />} onClick={() => set({ dialog: "codes" })}>
                {t("codes.button")}
              </Button>
            )}
            <Button href={`/api/people.xlsx${queryOf({ ...filter, street })}`} icon={<DownloadOutlined aria-hidden />}>
              {t("export")}
            </Button>
            <Button icon={<UploadOutlined aria-hidden />} onClick={() => set({ dialog: "import" })}>
              {t("import")}
            </Button>
            <Button type="primary" icon={<UserAddOutlined aria-hidden />} onClick={() => set({ dialog: "add" })}>
              {t("add")}
            </Button>
          </div>
        )}
      </header>
      <Filters />
      {may(session, "person.confirm") && <Proposals />}
      {people.isPending ? (
        <Skeleton active className="gl-page" paragraph={{ rows: 10 }} />
      ) : people.isError ? (
        <Failure error={people.error} retry={() => void people.refetch()} />
      ) : (
        <PeopleTable
          people={people.data.pages.flatMap((page) => page.items)}
          more={people.hasNextPage ? () => void people.fetchNextPage() : undefined}
          loading={people.isFetchingNextPage}
        />
      )}
      {dialog === "add" && <AddDialog unit={filter.unit} role={filter.role} close={close} />}
      {dialog === "import" && (
        <ImportDialog
          added={(ids) => {
            setAdded(ids);
            set({ dialog: "codes" });
          }}
          close={close}
        />
      )}
      {dialog === "codes" && people.data !== undefined && (
        <InvitationsDialog
          invitees={added.length > 0 ? { people: added } : { filter: { q, unit, role, street }, count: total }}
          close={close}
        />
      )}
    </div>
  );
}

function Filters() {
  const { t } = useTranslation("people");
  const { street } = useStreetScope();
  const { set, q, unit, role, state } = usePeopleAddress();
  const { data: organisation } = useOrganisation(street);
  const units = (organisation?.units ?? []).map((each) => each.unit);
  const roles = [
    ...new Map((organisation?.units ?? []).flatMap((each) => each.posts).map((post) => [post.role, post.roleTitle])),
  ].map(([value, title]) => ({ value, label: say(title) }));
  return (
    <div className="gl-people-filters">
      <Input.Search
        allowClear
        aria-label={t("find")}
        placeholder={t("find")}
        defaultValue={q}
        onSearch={(value) => set({ q: value.trim() })}
      />
      <TreeSelect
        aria-label={t("unit")}
        value={unit}
        treeData={[{ value: "", title: t("allUnits"), children: [] }, ...unitTree(units)]}
        onChange={(value: string) => set({ unit: value })}
        showSearch={{ treeNodeFilterProp: "title" }}
        popupMatchSelectWidth={false}
      />
      <Select
        aria-label={t("role")}
        value={role}
        options={[{ value: "", label: t("allRoles") }, ...roles]}
        onChange={(value: string) => set({ role: value })}
        popupMatchSelectWidth={false}
      />
      <Select
        aria-label={t("state.label")}
        value={state}
        options={["", "left", "noLogin", "locked"].map((value) => ({
          value,
          label: t(`state.${value === "" ? "active" : value}`),
        }))}
        onChange={(value: string) => set({ state: value })}
        popupMatchSelectWidth={false}
      />
    </div>
  );
}
