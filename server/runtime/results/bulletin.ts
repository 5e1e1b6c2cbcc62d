/** 月度通报: a text of the content, filled with the figures that the results page shows, never typed in (SYS-22). */
import type { JsonObject } from "../../../engine/model/json.ts";
import type { Title } from "../../../engine/model/title.ts";
import type { Principal } from "../../access/actor.ts";
import type { Bulletin, BulletinTable, Figure, FigureRow } from "../../contract/types.ts";
import { answer, type Outcome } from "../../http/outcome.ts";
import { fillText } from "../../jobs/fill-text.ts";
import { dayOf, monthOf } from "../../views/moments.ts";
import type { RuntimeContext } from "../context.ts";
import { overdueTable, supervisionTable } from "./bulletin-cases.ts";
import { figureFacts, isSaid, sayNames, sayValue } from "./bulletin-words.ts";
import { monthBefore, questionOf, readableUnits, sayMonth, unitChoice, type Asked } from "./question.ts";
import type { Breakdown } from "./read-figure.ts";
import {
  accountRows,
  classRows,
  departmentRows,
  figuresOfMonths,
  monthsOf,
  sheetOf,
  unitRows,
  type Sheet,
} from "./read-results.ts";
import { reportOf, type ReportSection, type Sentence } from "./report-content.ts";
import type { Scored } from "./scorecard.ts";

/** Of the shipped content. */
const REPORT = "monthlyBulletin";

interface Writing {
  readonly context: RuntimeContext;
  readonly principal: Principal;
  readonly sheet: Sheet;
  readonly figures: readonly Figure[];
  /** What sentences may mention and ask. */
  readonly facts: JsonObject;
}

function fill({ context, sheet }: Writing, text: Title, facts: JsonObject): Title {
  return fillText(text, { facts, now: sheet.question.now, timeZone: context.catalogue.timeZone });
}

interface Rows {
  readonly by: Breakdown;
  readonly rows: readonly FigureRow[];
}

const hasCases = (row: FigureRow) => row.figures.some((figure) => figure.counted > 0 || figure.of > 0);

async function rowsOf({ context, sheet }: Writing, shows: ReportSection["shows"]): Promise<Rows | undefined> {
  switch (shows) {
    case "units":
      return { by: "units", rows: await unitRows(context, sheet) };
    case "classes":
      return { by: "classes", rows: (await classRows(context, sheet)).filter(hasCases) };
    case "signing":
    case "praise":
      return { by: "departments", rows: (await departmentRows(context, sheet)).filter(hasCases) };
    case "accounts":
      return { by: "accounts", rows: await accountRows(context, sheet) };
    case "text":
    case "overdue":
    case "supervisions":
      return undefined;
  }
}

/** Address of the list behind a figure, below the desk. */
function linkOf({ sheet: { question } }: Writing, scored: Scored, by: Breakdown, row: string): string {
  const { indicator } = scored;
  const list = indicator.over === "account" ? "accounts" : "cases";
  const query = new URLSearchParams({
    ...{ unit: question.unit.code, month: question.month, indicator: indicator.id },
    ...(row === "" ? {} : { by, row }),
  });
  return `/desk/results/${list}?${query.toString()}`;
}

/** Tables whose rows together are the unit itself. */
const hasTotal: ReadonlySet<Breakdown> = new Set<Breakdown>(["units", "classes", "accounts"]);
const total = { code: "", title: { "zh-CN": "合计", en: "Total" } };

function lineOf(
  writing: Writing,
  scored: readonly Scored[],
  by: Breakdown,
  row: FigureRow,
): BulletinTable["rows"][number] {
  const cells = scored.map((each) => {
    const value = row.figures.find(({ id }) => id === each.indicator.id)?.value ?? null;
    const text = { ...sayValue(each.indicator.unit, value) };
    return value === null ? { text } : { text, value, link: linkOf(writing, each, by, row.code) };
  });
  return [{ text: row.title }, ...cells];
}

function tableOf(writing: Writing, { by, rows }: Rows, columns: readonly string[]): BulletinTable | undefined {
  const scored = columns.flatMap((id) => writing.sheet.scored.find(({ indicator }) => indicator.id === id) ?? []);
  if (rows.length === 0 || scored.length === 0) return undefined;
  const first: Title = by === "classes" ? { "zh-CN": "事项类别", en: "Class" } : { "zh-CN": "单位", en: "Unit" };
  return {
    columns: [{ ...first }, ...scored.map(({ indicator }) => ({ ...indicator.title }))],
    rows: [
      ...rows.map((row) => lineOf(writing, scored, by, row)),
      ...(hasTotal.has(by) ? [lineOf(writing, scored, by, { ...total, figures: [...writing.figures] })] : []),
    ],
  };
}

function paragraphsOf(writing: Writing, sentences: readonly Sentence[] = []): Title[] {
  const { facts } = writing;
  return sentences.filter(({ when }) => isSaid(when, facts)).map(({ text }) => ({ ...fill(writing, text, facts) }));
}

/** Named lists: the rows for which the condition holds; the list's other sentence when there are none. */
function notesOf(writing: Writing, { lists = [], atLeast = 0 }: ReportSection, rows: readonly FigureRow[]): Title[] {
  const { sheet, facts } = writing;
  return lists.flatMap(({ when, text, none }) => {
    const named = rows.filter((row) => isSaid(when, { ...figureFacts(sheet.scored, row.figures), atLeast }));
    // That nobody stands out of a month without a case goes without saying.
    if (named.length === 0)
      return none === undefined || facts["isEmpty"] === true ? [] : [{ ...fill(writing, none, facts) }];
    const names = { ...sayNames(named.map(({ title }) => title)) };
    return [{ ...fill(writing, text, { ...facts, names }) }];
  });
}

async function caseTable({ context, principal, sheet }: Writing, shows: ReportSection["shows"]) {
  if (shows === "overdue") return overdueTable(context, principal, sheet.question);
  return shows === "supervisions" ? supervisionTable(context, principal, sheet.question) : undefined;
}

async function sectionOf(writing: Writing, section: ReportSection): Promise<Bulletin["sections"][number]> {
  const rows = await rowsOf(writing, section.shows);
  const table =
    rows === undefined ? await caseTable(writing, section.shows) : tableOf(writing, rows, section.columns ?? []);
  return {
    ...{ id: section.id, title: { ...section.title }, paragraphs: paragraphsOf(writing, section.paragraphs) },
    // Praise and criticism name units; their figures stand in the tables above.
    ...(table === undefined || section.shows === "praise" ? {} : { table }),
    notes: notesOf(writing, section, rows?.rows ?? []),
  };
}

async function writingOf(context: RuntimeContext, principal: Principal, sheet: Sheet, months: readonly string[]) {
  const { month, unit } = sheet.question;
  // Of a month before the first case nothing is known: it is not compared with.
  const earlier = [monthBefore(month), monthBefore(month, 12)].filter((each) => months.includes(each));
  const known = await figuresOfMonths(context, sheet, [month, ...earlier]);
  const figures = known.get(month) ?? [];
  const [before, lastYear] = [known.get(monthBefore(month)), known.get(monthBefore(month, 12))];
  const cases = figures.filter(({ id }) => sheet.forCases.some((indicator) => indicator.id === id));
  const isEmpty = cases.every((figure) => figure.counted === 0 && figure.of === 0);
  const than = { ...(before === undefined ? {} : { before }), ...(lastYear === undefined ? {} : { lastYear }) };
  const facts: JsonObject = {
    ...figureFacts(sheet.scored, figures, than),
    ...{ unit: { ...unit.title }, month: { ...sayMonth(month) }, isEmpty },
  };
  return { writing: { context, principal, sheet, figures, facts } satisfies Writing, isEmpty };
}

/** 2026年11月23日 */
function sayDate(day: string): Title {
  const [year = "", month = "", date = ""] = day.split("-");
  return { "zh-CN": `${year}年${Number(month)}月${Number(date)}日`, en: day };
}

/** A month that is not over is counted up to a moment; the paper says so, wherever it is read. */
function sayRunning(now: number, timeZone: string): Title {
  const parts = new Intl.DateTimeFormat("en-GB", { timeZone, timeStyle: "short" });
  const [day, time] = [dayOf(now, timeZone), parts.format(now)];
  return {
    "zh-CN": `（本月尚未结束，数据截至${sayDate(day)["zh-CN"]} ${time}，月末后以正式通报为准）`,
    en: `(The month is not over: these are the figures as of ${day} ${time} and may change.)`,
  };
}

/** 2026年第10期: one issue a month. */
function sayIssue(month: string): Title {
  const [year = "", at = ""] = month.split("-");
  return { "zh-CN": `${year}年第${Number(at)}期`, en: `No. ${Number(at)}, ${year}` };
}

/** See `Runtime.bulletin`. */
export async function readBulletin(
  context: RuntimeContext,
  principal: Principal,
  asked: Asked,
): Promise<Outcome<Bulletin>> {
  const question = questionOf(context, principal, asked);
  if (!question.ok) return question;
  const { catalogue } = context;
  const { unit, month, now } = question.value;
  const report = reportOf(catalogue.resolvedPack(catalogue.tree.tenant(unit.code)), REPORT);
  const sheet = sheetOf(context, question.value, report.scorecard);
  const months = await monthsOf(context, question.value);
  const { writing, isEmpty } = await writingOf(context, principal, sheet, months);
  const isPreliminary = month === monthOf(now, catalogue.timeZone);
  const sections: Bulletin["sections"] = [];
  for (const section of report.sections) {
    const written = await sectionOf(writing, section);
    const isSilent = written.paragraphs.length + written.notes.length === 0 && written.table === undefined;
    // A heading with nothing below it looks like a page that was lost.
    if (!isSilent) sections.push(written);
  }
  return answer({
    ...{
      unit: unitChoice(unit),
      month,
      issuer: { ...unit.title },
      heading: fill(writing, report.heading, writing.facts),
    },
    ...{ issue: sayIssue(month), date: sayDate(dayOf(now, catalogue.timeZone)), asOf: new Date(now).toISOString() },
    ...{ isPreliminary, isEmpty, ...(isPreliminary ? { remark: sayRunning(now, catalogue.timeZone) } : {}) },
    ...{ units: readableUnits(context, principal).map(unitChoice), months, sections },
  });
}
