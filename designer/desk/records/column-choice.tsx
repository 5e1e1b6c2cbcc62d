/** Which columns a ledger shows: the first ones of the form in force, until somebody chooses. */
import { TableOutlined } from "@ant-design/icons";
import { Button, Checkbox, Popover } from "antd";
import { useTranslation } from "react-i18next";
import type { RecordColumn } from "../../../server/contract/types.ts";
import { say } from "../../app/i18n.ts";

/** As many as a desk shows without scrolling sideways. */
const usual = 8;

export function shownColumns(
  columns: readonly RecordColumn[],
  chosen: readonly string[] | undefined,
): readonly RecordColumn[] {
  if (chosen !== undefined) return columns.filter((column) => chosen.includes(column.key));
  return columns.filter((column) => !column.isOld && column.kind !== "position").slice(0, usual);
}

interface ColumnChoiceProps {
  readonly columns: readonly RecordColumn[];
  readonly shown: readonly RecordColumn[];
  /** An empty list brings the usual ones back. */
  readonly choose: (keys: readonly string[]) => void;
}

export function ColumnChoice({ columns, shown, choose }: ColumnChoiceProps) {
  const { t } = useTranslation("records");
  const keys = shown.map((column) => column.key);
  const toggle = (key: string, isShown: boolean) =>
    choose(columns.map((column) => column.key).filter((each) => (each === key ? isShown : keys.includes(each))));
  return (
    <Popover
      trigger="click"
      placement="bottomRight"
      title={t("columns")}
      content={
        <div className="gl-ledger-columns">
          {columns.map((column) => (
            <Checkbox
              key={column.key}
              checked={keys.includes(column.key)}
              disabled={keys.length === 1 && keys[0] === column.key}
              onChange={(event) => toggle(column.key, event.target.checked)}
            >
              {say(column.title)}
              {column.isOld && <small>（{t("old")}）</small>}
            </Checkbox>
          ))}
          <span className="gl-ledger-tools">
            <Button size="small" onClick={() => choose(columns.map((column) => column.key))}>
              {t("allColumns")}
            </Button>
            <Button size="small" onClick={() => choose([])}>
              {t("usualColumns")}
            </Button>
          </span>
        </div>
      }
    >
      <Button icon={<TableOutlined aria-hidden />} disabled={columns.length === 0}>
        {t("columnCount", { shown: shown.length, all: columns.length })}
      </Button>
    </Popover>
  );
}
