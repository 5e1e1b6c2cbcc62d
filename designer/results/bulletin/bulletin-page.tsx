/** 月度通报: a page to read, print on A4, and take away for Word or Excel. */
import { BarChartOutlined, FileExcelOutlined, FileWordOutlined, PrinterOutlined } from "@ant-design/icons";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { Button, Skeleton } from "antd";
import { useEffect } from "react";
import { useTranslation } from "react-i18next";
import { Link, useSearchParams } from "react-router";
import type { Bulletin } from "../../../server/contract/types.ts";
import { api } from "../../app/api.ts";
import { currentLanguage, say } from "../../app/i18n.ts";
import { LinkButton } from "../../desk/parts/link-button.tsx";
import { PeriodFilter } from "../overview/period-filter.tsx";
import { PeriodFailure } from "../period-failure.tsx";
import { periodOf, periodQuery } from "../words.ts";

export function BulletinPage() {
  const { t } = useTranslation("results");
  const [params] = useSearchParams();
  const { unit, month } = periodOf(params);
  const query = periodQuery({ unit, month });
  const asked = useQuery({
    queryKey: ["results", "bulletin", query],
    placeholderData: keepPreviousData,
    queryFn: () => api.get<Bulletin>(`/results/bulletin?${query}`),
  });
  useEffect(() => {
    document.title = `${t("bulletin.title")} · ${t("desk:frame.brand")}`;
  }, [t]);
  return (
    <div className="gl-page rs-page">
      {asked.isError && <PeriodFailure error={asked.error} retry={() => void asked.refetch()} />}
      {asked.isLoading && <Skeleton active paragraph={{ rows: 12 }} />}
      {asked.data !== undefined && !asked.isError && (
        <>
          <Tools bulletin={asked.data} />
          <Paper bulletin={asked.data} />
        </>
      )}
    </div>
  );
}

function Tools({ bulletin }: { readonly bulletin: Bulletin }) {
  const { t } = useTranslation("results");
  const { unit, month, units, months } = bulletin;
  const query = periodQuery({ unit: unit.code, month }, { language: currentLanguage() });
  const back = periodQuery({ unit: unit.code, month });
  return (
    <div className="rs-tools">
      <PeriodFilter unit={unit.code} month={month} units={units} months={months} />
      <LinkButton to={`/desk/results?${back}`} icon={<BarChartOutlined aria-hidden />}>
        {t("bulletin.toResults")}
      </LinkButton>
      <Button icon={<PrinterOutlined aria-hidden />} onClick={() => window.print()}>
        {t("bulletin.print")}
      </Button>
      <Button icon={<FileExcelOutlined aria-hidden />} href={`/api/results/bulletin.xlsx?${query}`} download>
        {t("bulletin.excel")}
      </Button>
      <Button
        type="primary"
        icon={<FileWordOutlined aria-hidden />}
        href={`/api/results/bulletin.docx?${query}`}
        download
      >
        {t("bulletin.word")}
      </Button>
    </div>
  );
}

const numerals = ["一", "二", "三", "四", "五", "六", "七", "八", "九", "十"] as const;

/** 一、 in Chinese, 1. in English. */
function numbered(at: number): string {
  if (currentLanguage() === "en") return `${String(at + 1)}. `;
  return `${numerals[at] ?? String(at + 1)}、`;
}

function Paper({ bulletin }: { readonly bulletin: Bulletin }) {
  return (
    <article className="rs-paper" aria-label={say(bulletin.heading)}>
      <header>
        <p className="rs-issuer">{say(bulletin.issuer)}</p>
        <p className="rs-issue">
          <span>{say(bulletin.issue)}</span>
          <span>{say(bulletin.date)}</span>
        </p>
      </header>
      <h1>{say(bulletin.heading)}</h1>
      {bulletin.remark !== undefined && <p className="rs-remark">{say(bulletin.remark)}</p>}
      {bulletin.sections.map((section, at) => (
        <Section key={section.id} section={section} number={numbered(at)} />
      ))}
      <footer>
        <p>{say(bulletin.issuer)}</p>
        <p>{say(bulletin.date)}</p>
      </footer>
    </article>
  );
}

type SectionView = Bulletin["sections"][number];

function Section({ section, number }: { readonly section: SectionView; readonly number: string }) {
  const title = say(section.title);
  return (
    <section>
      <h2>
        {number}
        {title}
      </h2>
      {section.paragraphs.map((words) => (
        <p key={words["zh-CN"]}>{say(words)}</p>
      ))}
      {section.table !== undefined && <Figures table={section.table} label={title} />}
      {(section.table?.more ?? []).map(({ text, link }) => (
        <p key={link}>
          <Link to={link}>{say(text)}</Link>
        </p>
      ))}
      {section.notes.map((words) => (
        <p key={words["zh-CN"]}>{say(words)}</p>
      ))}
    </section>
  );
}

interface FiguresProps {
  readonly table: NonNullable<SectionView["table"]>;
  readonly label: string;
}

function Figures({ table, label }: FiguresProps) {
  return (
    <div className="rs-scroll" role="region" aria-label={label} tabIndex={0}>
      <table>
        <thead>
          <tr>
            {table.columns.map((column) => (
              <th key={column["zh-CN"]} scope="col">
                {say(column)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.rows.map((row, line) => (
            <tr key={row.map((cell) => cell.text["zh-CN"]).join("|") + String(line)}>
              {row.map((cell, at) => (
                <td key={table.columns[at]?.["zh-CN"]}>
                  {cell.link === undefined ? say(cell.text) : <Link to={cell.link}>{say(cell.text)}</Link>}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
