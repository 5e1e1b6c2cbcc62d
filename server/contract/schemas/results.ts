/** Results (考核评估) and the monthly bulletin (通报). */
import { short, text, key, instant, id, flag, count, list, ref, object } from "../schema-parts.ts";

const month = { type: "string", pattern: "^[0-9]{4}-(0[1-9]|1[0-2])$", maxLength: 7 } as const;
const figureValue = { type: ["number", "null"] } as const;

export const resultsSchemas = {
  /** One indicator's figure: a count, a percentage with one decimal, or hours; null where it would divide by nothing. */
  Figure: object({ id: key, value: figureValue, counted: count, of: count }),
  IndicatorView: object(
    {
      id: key,
      title: ref("Title"),
      /** How it is computed, in words. */
      formula: ref("Title"),
      /** Group of the scorecard that it stands in. */
      group: short,
      /** What leaders look at first. */
      headline: flag,
      over: { enum: ["case", "account"] },
      unit: { enum: ["count", "percent", "hours"] },
      direction: { enum: ["higher", "lower", "none"] },
      /** FEEL of what counts, and out of what. */
      numerator: text,
      denominator: text,
      target: { type: "number" },
    },
    ["group", "headline", "denominator", "target"],
  ),
  FigureRow: object({ code: short, title: ref("Title"), figures: list(ref("Figure")) }),
  FigureTable: object({
    by: { enum: ["units", "grids", "classes", "departments", "accounts"] },
    rows: list(ref("FigureRow")),
  }),
  UnitChoice: object({ code: key, title: ref("Title"), kind: short }),
  Results: object(
    {
      unit: ref("UnitChoice"),
      month,
      /** What has happened until then is counted. */
      asOf: instant,
      largeClass: short,
      /** Units, months and classes of matter that may be chosen. */
      units: list(ref("UnitChoice")),
      months: list(month),
      classes: list(object({ key: short, title: ref("Title") })),
      indicators: list(ref("IndicatorView")),
      /** Groups of indicators, in their order. */
      groups: list(object({ key: short, title: ref("Title") })),
      figures: list(ref("Figure")),
      /** Newest last; the last one is the month itself. */
      trend: list(object({ month, figures: list(ref("Figure")) })),
      /** The same month of last year, when anything is known of it. */
      lastYear: list(ref("Figure")),
      tables: list(ref("FigureTable")),
    },
    ["largeClass", "lastYear"],
  ),
  /** The cases behind a figure, newest first. */
  FigureCases: object(
    {
      unit: ref("UnitChoice"),
      month,
      indicator: ref("IndicatorView"),
      of: ref("Title"),
      items: list(ref("CaseSummary")),
      total: count,
      next: short,
    },
    ["of", "next"],
  ),
  FigureAccounts: object(
    {
      unit: ref("UnitChoice"),
      month,
      indicator: ref("IndicatorView"),
      of: ref("Title"),
      items: list(object({ person: ref("Person"), posts: list(ref("Title")), active: flag })),
      total: count,
    },
    ["of"],
  ),
  /** A piece of text of the bulletin, with the figure's list behind it where there is one. */
  BulletinCell: object({ text: ref("Title"), value: { type: "number" }, link: text, caseId: id }, [
    "value",
    "link",
    "caseId",
  ]),
  BulletinTable: object(
    {
      columns: list(ref("Title")),
      rows: list(list(ref("BulletinCell"))),
      /** Said below a table that does not hold everything, with the way to all of it. */
      more: list(object({ text: ref("Title"), link: text })),
    },
    ["more"],
  ),
  BulletinSection: object(
    /** Sentences before the table, and the named lists after it. */
    {
      id: key,
      title: ref("Title"),
      paragraphs: list(ref("Title")),
      table: ref("BulletinTable"),
      notes: list(ref("Title")),
    },
    ["table"],
  ),
  Bulletin: object(
    {
      unit: ref("UnitChoice"),
      month,
      /** Name of who issues it, for the red head. */
      issuer: ref("Title"),
      heading: ref("Title"),
      /** 2026年第10期 */
      issue: ref("Title"),
      /** Day it was computed, in words. */
      date: ref("Title"),
      asOf: instant,
      /** Said below the heading, also on paper: the month is not over. */
      remark: ref("Title"),
      /** The month is not over: the figures will change. */
      isPreliminary: flag,
      isEmpty: flag,
      units: list(ref("UnitChoice")),
      months: list(month),
      sections: list(ref("BulletinSection")),
    },
    ["remark"],
  ),
};
