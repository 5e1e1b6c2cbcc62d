/** One row a submission, one column a field; the time opens the whole. */
import { useTranslation } from "react-i18next";
import type { RecordColumn, RecordRow } from "../../../server/contract/types.ts";
import { sayMoment } from "../../app/dates.ts";
import { say } from "../../app/i18n.ts";

interface RecordTableProps {
  readonly rows: readonly RecordRow[];
  readonly columns: readonly RecordColumn[];
  readonly open: (row: RecordRow) => void;
}

export function RecordTable({ rows, columns, open }: RecordTableProps) {
  const { t } = useTranslation("records");
  return (
    <div className="gl-ledger-scroll" tabIndex={0} role="group" aria-label={t("title")}>
      <table>
        <thead>
          <tr>
            <th scope="col">{t("at")}</th>
            <th scope="col">{t("by")}</th>
            <th scope="col">{t("unit")}</th>
            {columns.map((column) => (
              <th key={column.key} scope="col" title={column.isHidden ? t("hidden") : undefined}>
                {say(column.title)}
                {column.isOld && <small>（{t("old")}）</small>}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id}>
              <td>
                <button
                  type="button"
                  className="gl-as-link"
                  aria-label={t("open", { when: sayMoment(row.at) })}
                  onClick={() => open(row)}
                >
                  {sayMoment(row.at)}
                </button>
              </td>
              <td>{row.by.name}</td>
              <td>{say(row.unit)}</td>
              {columns.map((column) => (
                <Cell key={column.key} value={row.cells[column.key]} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Cell({ value }: { readonly value: unknown }) {
  if (typeof value === "number") return <td className="gl-ledger-number">{value}</td>;
  return <td>{typeof value === "string" ? value : ""}</td>;
}
