/** Results (考核评估): figures, the cases behind them, and the monthly bulletin. */
import { page, text, type Route } from "../route.ts";

const period = { unit: text, month: text } as const;
const figure = {
  ...{ unit: text, month: text, class: text },
  indicator: { type: "string", required: true },
  /** What counts, or what it is counted out of. */
  side: { type: "string", enum: ["counted", "of"] },
  /** One row of a table: a unit below, a grid, a class or a department. */
  by: { type: "string", enum: ["units", "grids", "classes", "departments", "accounts"] },
  row: text,
} as const;

export const resultsRoutes = [
  {
    id: "results",
    method: "get",
    path: "/results",
    summary: "考核评估: figures of a unit and month, tables and trends",
    access: "results.read",
    scope: "street",
    query: { ...period, class: text },
    response: "Results",
  },
  {
    id: "results.cases",
    method: "get",
    path: "/results/cases",
    summary: "The cases behind a figure",
    access: "results.read",
    scope: "street",
    query: { ...figure, ...page },
    response: "FigureCases",
  },
  {
    id: "results.accounts",
    method: "get",
    path: "/results/accounts",
    summary: "The accounts behind a figure",
    access: "results.read",
    scope: "street",
    query: figure,
    response: "FigureAccounts",
  },
  {
    id: "results.bulletin",
    method: "get",
    path: "/results/bulletin",
    summary: "通报: the monthly bulletin of a unit",
    access: "results.read",
    scope: "street",
    query: period,
    response: "Bulletin",
  },
  {
    id: "results.bulletinDocument",
    method: "get",
    path: "/results/bulletin.docx",
    summary: "The bulletin for Word and WPS",
    access: "results.read",
    scope: "street",
    query: { ...period, language: { type: "string", enum: ["zh-CN", "en"] } },
    response: "bytes",
  },
  {
    id: "results.bulletinSheets",
    method: "get",
    path: "/results/bulletin.xlsx",
    summary: "The bulletin's tables for Excel",
    access: "results.read",
    scope: "street",
    query: { ...period, language: { type: "string", enum: ["zh-CN", "en"] } },
    response: "bytes",
  },
] as const satisfies readonly Route[];
