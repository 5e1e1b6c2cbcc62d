/** A decision table as officials know it from their responsibility lists: conditions left, results right. */
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { Nothing } from "../../desk/parts/nothing.tsx";
import { useCodeWords } from "./use-code-words.ts";
import { sayEntry } from "./decision-words.ts";
import { type DecisionColumn, type DecisionTableText, readDecisions } from "./read-decision.ts";

export function DecisionTable({ xml }: { readonly xml: string }) {
  const { t } = useTranslation("admin");
  const tables = useMemo(() => readDecisions(xml), [xml]);
  if (tables.length === 0) return <Nothing words={t("decision.none")} />;
  return tables.map((table) => <OneTable key={table.name} table={table} />);
}

function OneTable({ table }: { readonly table: DecisionTableText }) {
  const { t } = useTranslation("admin");
  const policy = table.hitPolicy.split(" ")[0] ?? "UNIQUE";
  const hasNotes = table.rules.some((rule) => rule.note !== "");
  return (
    <section className="gl-decision">
      <p className="gl-case-line">
        <strong>{table.name}</strong>
        <span className="gl-quiet">{t(`hitPolicy.${policy}`, { defaultValue: table.hitPolicy })}</span>
        <span className="gl-quiet">{t("decision.rules", { count: table.rules.length })}</span>
      </p>
      <div className="gl-decision-scroll" tabIndex={0} role="group" aria-label={table.name}>
        <table>
          <thead>
            <tr>
              <th rowSpan={2} scope="col">
                {t("decision.number")}
              </th>
              <th colSpan={table.inputs.length} scope="colgroup" className="gl-when">
                {t("decision.when")}
              </th>
              <th colSpan={table.outputs.length} scope="colgroup" className="gl-then">
                {t("decision.result")}
              </th>
              {hasNotes && (
                <th rowSpan={2} scope="col">
                  {t("decision.note")}
                </th>
              )}
            </tr>
            <tr>
              {table.inputs.map((column, at) => (
                <ColumnHead key={`in${String(at)}`} column={column} />
              ))}
              {table.outputs.map((column, at) => (
                <ColumnHead key={`out${String(at)}`} column={column} />
              ))}
            </tr>
          </thead>
          <tbody>
            {table.rules.map((rule, row) => (
              <tr key={rule.id === "" ? row : rule.id}>
                <th scope="row">{row + 1}</th>
                {rule.inputs.map((entry, at) => (
                  <td key={`in${String(at)}`}>
                    <Entry entry={entry} />
                  </td>
                ))}
                {rule.outputs.map((entry, at) => (
                  <td key={`out${String(at)}`} className="gl-then">
                    <Entry entry={entry} />
                  </td>
                ))}
                {hasNotes && <td>{rule.note}</td>}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

function Entry({ entry }: { readonly entry: string }) {
  const { t } = useTranslation("admin");
  const said = sayEntry(entry, useCodeWords());
  if (entry === "" || entry === "-") return <span className="gl-quiet">{t("decision.any")}</span>;
  if (entry === "[]" || entry === "null") return <span className="gl-quiet">{t("decision.nothing")}</span>;
  return said.isCode ? <code>{entry}</code> : <span title={entry}>{said.words}</span>;
}

function ColumnHead({ column }: { readonly column: DecisionColumn }) {
  return (
    <th scope="col" title={column.type}>
      {column.label === "" ? column.expression : column.label}
      {column.label !== "" && <code>{column.expression}</code>}
    </th>
  );
}
