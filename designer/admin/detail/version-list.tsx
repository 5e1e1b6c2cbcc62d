/** All published versions, newest first: immutable, each with who, when, why and its fingerprint. */
import { Table } from "antd";
import { useTranslation } from "react-i18next";
import type { DefinitionDetail, DefinitionVersion } from "../../../server/contract/types.ts";
import { sayMoment } from "../../app/dates.ts";

interface VersionListProps {
  readonly detail: DefinitionDetail;
  readonly choose: (version: string) => void;
}

export function VersionList({ detail, choose }: VersionListProps) {
  const { t } = useTranslation("admin");
  const newestFirst = [...detail.versions].sort((a, b) => b.version - a.version);
  return (
    <Table<DefinitionVersion>
      size="middle"
      rowKey="version"
      pagination={false}
      scroll={{ x: 640 }}
      dataSource={newestFirst}
      columns={[
        {
          title: t("column.version"),
          width: 90,
          render: (_, each) => (
            <button type="button" className="gl-as-link" onClick={() => choose(String(each.version))}>
              v{each.version}
            </button>
          ),
        },
        { title: t("column.published"), width: 170, render: (_, each) => sayMoment(each.publishedAt) },
        { title: t("column.by"), width: 140, dataIndex: "by" },
        { title: t("column.note"), dataIndex: "note" },
        {
          title: t("column.hash"),
          width: 130,
          render: (_, each) => <code title={each.hash}>{each.hash.slice(0, 12)}</code>,
        },
      ]}
    />
  );
}
