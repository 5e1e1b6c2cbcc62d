/** What stands behind a figure: its cases or accounts, chosen by the same judgement that counted them. */
import type { Principal } from "../../access/actor.ts";
import type { FigureAccounts, FigureCases, Title } from "../../contract/types.ts";
import { answer, notFound, type Outcome } from "../../http/outcome.ts";
import { casesByKey, listFacts, type CaseCombination, type Dimension } from "../../store/case-facts.ts";
import { pageSize } from "../../store/cursor.ts";
import { accountsInMonth } from "../../store/active-people.ts";
import { caseSummary } from "../../views/case-summary.ts";
import { wordsOf, type RuntimeContext } from "../context.ts";
import { readPeople } from "../read-people.ts";
import { groupTitle } from "../group-title.ts";
import { caseFacts, keyOf, verdictOf } from "./facts.ts";
import { accountFacts } from "./figures.ts";
import { groupBy } from "./group-by.ts";
import { questionOf, unitChoice, unitsWithin, type Asked, type Question } from "./question.ts";
import { accountRowOf, accountsOf, classesOf, dimensionBelow, sheetOf } from "./read-results.ts";
import { indicatorView, type Scored } from "./scorecard.ts";

export type Breakdown = "units" | "grids" | "classes" | "departments" | "accounts";

export interface FigureAsked extends Asked {
  readonly indicator: string;
  readonly side?: "counted" | "of";
  readonly by?: Breakdown;
  readonly row?: string;
}

export interface Paged {
  readonly cursor?: string;
  readonly limit?: number;
}

function dimensionOf(question: Question, by: Breakdown): Dimension | undefined {
  switch (by) {
    case "units":
      return dimensionBelow(question.unit);
    case "grids":
      return "grid";
    case "classes":
      return "large_class";
    case "departments":
      return "lead";
    case "accounts":
      return undefined;
  }
}

/** Words of the row that the list is narrowed to. */
function rowTitle(context: RuntimeContext, { unit }: Question, by: Breakdown, row: string): Title {
  if (by !== "classes") return { ...context.catalogue.unitTitle(row) };
  return { ...(classesOf(context, unit).find(({ key }) => key === row)?.title ?? { "zh-CN": row }) };
}

interface Found {
  readonly question: Question;
  readonly scored: Scored;
  readonly head: Pick<FigureCases, "unit" | "month" | "indicator" | "of">;
}

/** The figure that is asked for, in the content of its unit; an indicator that is not there is not found. */
function figureAsked(
  context: RuntimeContext,
  principal: Principal,
  asked: FigureAsked,
  over: "case" | "account",
): Outcome<Found> {
  const found = questionOf(context, principal, asked);
  if (!found.ok) return found;
  const question = found.value;
  const scored = sheetOf(context, question).scored.find(
    ({ indicator }) => indicator.id === asked.indicator && indicator.over === over,
  );
  if (scored === undefined) return notFound();
  const { by, row } = asked;
  const of = by === undefined || row === undefined ? {} : { of: rowTitle(context, question, by, row) };
  const head = { unit: unitChoice(question.unit), month: question.month, indicator: indicatorView(scored), ...of };
  return answer({ question, scored, head });
}

const sideOf = ({ side = "counted" }: FigureAsked) => (side === "counted" ? "numerator" : "denominator");

function countsIn(asked: FigureAsked, { indicator }: Scored, month: string) {
  const side = sideOf(asked);
  return (combination: CaseCombination): boolean =>
    verdictOf(indicator, caseFacts(combination, month), keyOf(combination, month))[side];
}

/** Where the page begins: after the case that the cursor names. */
function pageFrom(all: readonly CaseCombination[], cursor: string | undefined): number {
  if (cursor === undefined) return 0;
  return all.findIndex((each) => each.case_id === cursor) + 1;
}

/** See `Runtime.figureCases`. */
export async function readFigureCases(
  context: RuntimeContext,
  principal: Principal,
  asked: FigureAsked,
  { cursor, limit }: Paged,
): Promise<Outcome<FigureCases>> {
  const found = figureAsked(context, principal, asked, "case");
  if (!found.ok) return found;
  const { question, scored, head } = found.value;
  const dimension = asked.by === undefined ? undefined : dimensionOf(question, asked.by);
  const only = dimension === undefined || asked.row === undefined ? undefined : { dimension, value: asked.row };
  const { read } = context.store;
  const all = (await listFacts(read, question.filter, only)).filter(countsIn(asked, scored, question.month));
  const from = pageFrom(all, cursor);
  const shown = all.slice(from, from + pageSize(limit));
  const rows = new Map((await casesByKey(read, shown)).map((row) => [row.id, row]));
  const words = wordsOf(context);
  const last = shown.at(-1);
  return answer({
    ...head,
    items: shown.flatMap(({ case_id: id }) => {
      const row = rows.get(id);
      return row === undefined ? [] : [caseSummary(row, words)];
    }),
    total: all.length,
    ...(from + shown.length < all.length && last !== undefined ? { next: last.case_id } : {}),
  });
}

/** See `Runtime.figureAccounts`. */
export async function readFigureAccounts(
  context: RuntimeContext,
  principal: Principal,
  asked: FigureAsked,
): Promise<Outcome<FigureAccounts>> {
  const found = figureAsked(context, principal, asked, "account");
  if (!found.ok) return found;
  const { question, scored, head } = found.value;
  const { unit, month, filter } = question;
  const { read } = context.store;
  const side = sideOf(asked);
  const kindOf = (code: string) => context.catalogue.tree.get(code)?.kind ?? "";
  const counted = (await accountsOf(context, question, month)).filter((account) => {
    if (asked.row !== undefined && accountRowOf(context, unit, account.unit) !== asked.row) return false;
    const facts = accountFacts(account, kindOf(account.unit));
    return verdictOf(scored.indicator, facts, JSON.stringify(facts))[side];
  });
  const units = unitsWithin(context, unit).map((each) => each.code);
  const posts = groupBy(await accountsInMonth(read, units, filter.streets, month), (post) => post.id);
  const people = await readPeople(
    read,
    counted.map(({ id }) => id),
  );
  return answer({
    ...head,
    items: counted.map(({ id, active }) => ({
      person: people.person(id),
      posts: (posts.get(id) ?? []).map((post) => ({ ...groupTitle(context, `${post.unit}/${post.role}`) })),
      active: active === 1,
    })),
    total: counted.length,
  });
}
