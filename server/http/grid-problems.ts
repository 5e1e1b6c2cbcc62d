/** What can go wrong with changed grids; a part of the table of problems, sorted as it is. */
import type { ProblemRow } from "./problem-row.ts";

export const gridProblems = {
  GRIDS_CHANGED: {
    status: 409,
    zh: "网格已被{by}更新，请刷新后重新调整。",
    en: "The grids were changed by {by}. Reload them, then change them again.",
  },
  GRID_CODE_TAKEN: {
    status: 422,
    zh: "网格编号 {unit} 已经用过，请换一个。",
    en: "The grid code {unit} has been used before. Choose another.",
  },
  GRID_COMMUNITY_UNKNOWN: {
    status: 422,
    zh: "网格 {unit} 所属社区不在本街道。",
    en: "The community of grid {unit} is not in this street.",
  },
  GRID_HAS_WORK: {
    status: 422,
    zh: "{grid}还有 {cases} 件在办案件、{people} 名在岗人员，处理完才能撤销。",
    en: "{grid} still has {cases} open cases and {people} people. Settle them before it is removed.",
  },
} as const satisfies Readonly<Record<string, ProblemRow>>;
