/** Units as a tree; each with how it is reached, its posts and the people in them. An empty post is marked. */
import { Button, Input } from "antd";
import { PlusOutlined } from "@ant-design/icons";
import { useTranslation } from "react-i18next";
import type { Organisation } from "../../../server/contract/types.ts";
import { say } from "../../app/i18n.ts";
import { Nothing } from "../../desk/parts/nothing.tsx";
import type { UnitPeople } from "../names.ts";
import { CloseUnitDialog } from "./close-unit-dialog.tsx";
import { FormerUnits } from "./former-units.tsx";
import { UnitDialog } from "./unit-dialog.tsx";
import { UnitRow } from "./unit-row.tsx";
import { useUnitAddress } from "./use-unit-address.ts";

/** Units that fit what is looked for, and those above them. */
function narrowed(units: readonly UnitPeople[], q: string): readonly UnitPeople[] {
  const wanted = q.trim().toLowerCase();
  if (wanted === "") return units;
  const byCode = new Map(units.map((each) => [each.unit.code, each]));
  const kept = new Set<string>();
  for (const { unit } of units) {
    const words = `${unit.title["zh-CN"]} ${unit.title.en ?? ""} ${unit.code}`.toLowerCase();
    if (!words.includes(wanted)) continue;
    for (let at = byCode.get(unit.code); at !== undefined; at = byCode.get(at.unit.parent ?? ""))
      kept.add(at.unit.code);
  }
  return units.filter(({ unit }) => kept.has(unit.code));
}

export function UnitList({ organisation }: { readonly organisation: Organisation }) {
  const { t } = useTranslation("people");
  const { dialog, unit, q, find, open, close } = useUnitAddress();
  const { units, former } = organisation;
  const shown = narrowed(units, q);
  const codes = new Set(shown.map((each) => each.unit.code));
  const tops = shown.filter((each) => each.unit.parent === undefined || !codes.has(each.unit.parent));
  const mayAdd = units.some((each) => each.adds.length > 0);
  return (
    <div className="gl-units">
      <div className="gl-units-bar">
        <Input.Search
          allowClear
          aria-label={t("unitPage.find")}
          placeholder={t("unitPage.find")}
          defaultValue={q}
          onSearch={(value) => find(value.trim())}
        />
        <span className="gl-count" role="status">
          {t("org.unitCount", { count: shown.length })}
        </span>
        {mayAdd && (
          <Button type="primary" icon={<PlusOutlined aria-hidden />} onClick={() => open("add")}>
            {t("unitPage.add")}
          </Button>
        )}
      </div>
      {shown.length === 0 ? (
        <Nothing words={t("unitPage.none")} hint={t("unitPage.noneHint")} />
      ) : (
        <div className="gl-units-tree">
          <Level units={tops} all={shown} isNarrow={q !== ""} />
        </div>
      )}
      <FormerUnits former={former} />
      {dialog === "add" && <UnitDialog organisation={organisation} above={unit} close={close} />}
      {dialog === "change" && <UnitDialog organisation={organisation} code={unit} close={close} />}
      {dialog === "close" && <CloseUnitDialog code={unit} close={close} />}
    </div>
  );
}

interface LevelProps {
  readonly units: readonly UnitPeople[];
  readonly all: readonly UnitPeople[];
  /** Something is looked for: everything that is found stands open. */
  readonly isNarrow: boolean;
}

function Level({ units, all, isNarrow }: LevelProps) {
  if (units.length === 0) return null;
  return (
    <ul>
      {units.map((each) => (
        <Node key={`${each.unit.code}${String(isNarrow)}`} node={each} all={all} isNarrow={isNarrow} />
      ))}
    </ul>
  );
}

function Node({ node, all, isNarrow }: { readonly node: UnitPeople } & Omit<LevelProps, "units">) {
  const { t } = useTranslation("people");
  const below = all.filter(({ unit }) => unit.parent === node.unit.code);
  if (below.length === 0)
    return (
      <li>
        <UnitRow node={node} />
      </li>
    );
  return (
    <li>
      <UnitRow node={node} />
      <details open={isNarrow || node.unit.kind !== "community"}>
        <summary>{t("unitPage.below", { unit: say(node.unit.title), count: below.length })}</summary>
        <Level units={below} all={all} isNarrow={isNarrow} />
      </details>
    </li>
  );
}
