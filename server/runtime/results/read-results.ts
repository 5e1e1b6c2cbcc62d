/** 考核评估: the figures of a unit and a month, compared with the months before, and broken down. */
import type { Indicator } from "../../../engine/indicators/index.ts";
import type { Title } from "../../../engine/model/title.ts";
import type { Principal } from "../../access/actor.ts";
import { isWithin, type UnitRow } from "../../access/unit-tree.ts";
import type { Figure, FigureRow, Results } from "../../contract/types.ts";
import { answer, type Outcome } from "../../http/outcome.ts";
import { accountsInMonth, type AccountInMonth } from "../../store/active-people.ts";
import { firstMonth, groupFacts, type Dimension } from "../../store/case-facts.ts";
import { monthOf } from "../../views/moments.ts";
import type { RuntimeContext } from "../context.ts";
import { accountFigures, caseFigures, figuresBy } from "./figures.ts";
import { groupBy } from "./group-by.ts";
import {
  monthBefore,
  monthsBetween,
  questionOf,
  readableUnits,
  unitChoice,
  unitsBelow,
  unitsWithin,
  type Asked,
  type Question,
} from "./question.ts";
import { groupsOf, indicatorView, scorecardOf, type Scored } from "./scorecard.ts";

/** Of the shipped content; a city adds indicators to it. */
const SCORECARD = "governance";
/** Months that a trend shows. */
const TREND = 12;

export interface Sheet {
  readonly question: Question;
  readonly scored: readonly Scored[];
  readonly forCases: readonly Indicator[];
  readonly forAccounts: readonly Indicator[];
}

/** Indicators of the unit's own content: a street may have more than its district. */
export function sheetOf(context: RuntimeContext, question: Question, scorecard = SCORECARD): Sheet {
  const { catalogue } = context;
  const scored = scorecardOf(context, catalogue.tree.tenant(question.unit.code), scorecard);
  const over = (what: Indicator["over"]) =>
    scored.flatMap(({ indicator }) => (indicator.over === what ? [indicator] : []));
  return { question, scored, forCases: over("case"), forAccounts: over("account") };
}

/** One post of each account at or below the unit: its first. */
export async function accountsOf(
  context: RuntimeContext,
  { unit, filter }: Question,
  month: string,
): Promise<readonly AccountInMonth[]> {
  const units = unitsWithin(context, unit).map((each) => each.code);
  const posts = await accountsInMonth(context.store.read, units, filter.streets, month);
  return [...new Map(posts.toReversed().map((post) => [post.id, post])).values()].toReversed();
}

const kindOf = (context: RuntimeContext) => (unit: string) => context.catalogue.tree.get(unit)?.kind ?? "";

/** All figures of each month, in the order of the scorecard; the cases of all months are counted at once. */
export async function figuresOfMonths(
  context: RuntimeContext,
  sheet: Sheet,
  months: readonly string[],
): Promise<ReadonlyMap<string, Figure[]>> {
  const { question, forCases, forAccounts } = sheet;
  const groups = await groupFacts(context.store.read, question.filter, undefined, months);
  const found = new Map<string, Figure[]>();
  for (const month of months) {
    const accounts = accountFigures(forAccounts, await accountsOf(context, question, month), kindOf(context));
    const figures = [...caseFigures(forCases, groups, month), ...accounts];
    const byId = new Map(figures.map((figure) => [figure.id, figure]));
    found.set(
      month,
      sheet.scored.flatMap(({ indicator }) => byId.get(indicator.id) ?? []),
    );
  }
  return found;
}

const none = (indicators: readonly Indicator[]): Figure[] => caseFigures(indicators, [], "");

/** A table with a row for each of `known`, and for each other value that has cases. */
async function breakdown(
  context: RuntimeContext,
  { question, forCases }: Sheet,
  dimension: Dimension,
  known: readonly { readonly code: string; readonly title: Title }[],
  titleOf: (code: string) => Title,
): Promise<FigureRow[]> {
  const figures = figuresBy(forCases, await groupFacts(context.store.read, question.filter, dimension), question.month);
  const listed = known.map(({ code, title }) => ({
    ...{ code, title: { ...title }, figures: figures.get(code) ?? none(forCases) },
  }));
  const codes = new Set(known.map(({ code }) => code));
  const others = [...figures].filter(([code]) => !codes.has(code));
  return [...listed, ...others.map(([code, own]) => ({ code, title: { ...titleOf(code) }, figures: own }))];
}

/** Column of the facts that tells which unit below a unit a case lies in. */
export function dimensionBelow(unit: UnitRow): Dimension {
  switch (unit.kind) {
    case "city":
    case "district":
      return "street_id";
    case "street":
      return "community";
    default:
      return "grid";
  }
}

export const unitRows = (context: RuntimeContext, sheet: Sheet) =>
  breakdown(context, sheet, dimensionBelow(sheet.question.unit), rowsBelow(context, sheet.question.unit), (code) =>
    context.catalogue.unitTitle(code),
  );

function rowsBelow(context: RuntimeContext, unit: UnitRow): readonly UnitRow[] {
  if (unit.kind === "grid") return [unit];
  if (unit.kind !== "city") return unitsBelow(context, unit);
  return unitsWithin(context, unit).filter((each) => each.kind === "street");
}

const gridRows = (context: RuntimeContext, sheet: Sheet) =>
  breakdown(
    context,
    sheet,
    "grid",
    unitsWithin(context, sheet.question.unit).filter((each) => each.kind === "grid"),
    (code) => context.catalogue.unitTitle(code),
  );

/** Departments of the unit, and whoever else leads a case of it. */
export function departmentRows(context: RuntimeContext, sheet: Sheet): Promise<FigureRow[]> {
  const departments = unitsWithin(context, sheet.question.unit).filter((each) => each.kind === "department");
  return breakdown(context, sheet, "lead", departments, (code) => context.catalogue.unitTitle(code));
}

/** Large classes of the affairs list of the unit. */
export function classesOf({ catalogue }: RuntimeContext, unit: UnitRow): { key: string; title: Title }[] {
  const matters = catalogue.matters(catalogue.tree.tenant(unit.code));
  return [...new Map(matters.map((each) => [each.largeClass, each.largeClassTitle]))].map(([key, title]) => ({
    ...{ key, title: { ...title } },
  }));
}

export function classRows(context: RuntimeContext, sheet: Sheet): Promise<FigureRow[]> {
  const classes = classesOf(context, sheet.question.unit).map(({ key, title }) => ({ code: key, title }));
  return breakdown(context, sheet, "large_class", classes, (code) => ({ "zh-CN": code }));
}

/** Unit whose row of the table of accounts a post belongs to: the one below, else the unit itself. */
export function accountRowOf(context: RuntimeContext, unit: UnitRow, post: string): string {
  const { tree } = context.catalogue;
  const below = tree.units.filter((each) => each.parent === unit.code);
  return below.find((each) => isWithin(tree.path(post), tree.path(each.code)))?.code ?? unit.code;
}

export async function accountRows(context: RuntimeContext, sheet: Sheet): Promise<FigureRow[]> {
  const { unit, month } = sheet.question;
  const accounts = await accountsOf(context, sheet.question, month);
  const by = groupBy(accounts, (account) => accountRowOf(context, unit, account.unit));
  const rows = [unit, ...context.catalogue.tree.units.filter((each) => each.parent === unit.code)];
  return rows.flatMap(({ code, title }) => {
    const own = by.get(code);
    if (own === undefined) return [];
    return [{ code, title: { ...title }, figures: accountFigures(sheet.forAccounts, own, kindOf(context)) }];
  });
}

/** The month and those before it that have cases, oldest first. */
function trendMonths({ question: { month } }: Sheet, months: readonly string[]): readonly string[] {
  const shown = months.filter((each) => each <= month).slice(0, TREND);
  const asked = shown.includes(month) ? shown : [month, ...shown.slice(0, TREND - 1)];
  return asked.toReversed();
}

/** Months that the unit's streets have cases in, newest first; always the present one. */
export async function monthsOf(context: RuntimeContext, { filter, now }: Question): Promise<string[]> {
  const first = await firstMonth(context.store.read, filter.streets);
  return monthsBetween(first, monthOf(now, context.catalogue.timeZone));
}

/** See `Runtime.results`. */
export async function readResults(
  context: RuntimeContext,
  principal: Principal,
  asked: Asked,
): Promise<Outcome<Results>> {
  const question = questionOf(context, principal, asked);
  if (!question.ok) return question;
  const { unit, month, largeClass, now } = question.value;
  const { catalogue } = context;
  const sheet = sheetOf(context, question.value);
  const months = await monthsOf(context, question.value);
  const shown = trendMonths(sheet, months);
  const lastYear = monthBefore(month, 12);
  const isYearKnown = months.includes(lastYear);
  const figures = await figuresOfMonths(context, sheet, isYearKnown ? [...shown, lastYear] : shown);
  return answer({
    ...{ unit: unitChoice(unit), month, asOf: new Date(now).toISOString() },
    ...(largeClass === undefined ? {} : { largeClass }),
    ...{ units: readableUnits(context, principal).map(unitChoice), months },
    classes: classesOf(context, unit).map(({ key, title }) => ({ key, title: { ...title } })),
    indicators: sheet.scored.map(indicatorView),
    groups: groupsOf(context, catalogue.tree.tenant(unit.code), SCORECARD),
    figures: figures.get(month) ?? [],
    trend: shown.map((each) => ({ month: each, figures: figures.get(each) ?? [] })),
    ...(isYearKnown ? { lastYear: figures.get(lastYear) ?? [] } : {}),
    tables: [
      { by: "units", rows: await unitRows(context, sheet) },
      { by: "grids", rows: await gridRows(context, sheet) },
      { by: "classes", rows: await classRows(context, sheet) },
      { by: "departments", rows: await departmentRows(context, sheet) },
      { by: "accounts", rows: await accountRows(context, sheet) },
    ],
  });
}
