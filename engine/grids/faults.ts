/** What cannot be done to grids, said in both languages, with the place to show on the map. */
import type { Problem } from "../model/problem.ts";
import type { Ring } from "./shape.ts";

export interface GridFault {
  readonly problem: Problem;
  /** Where it is wrong; empty when it is wrong everywhere. */
  readonly at: readonly Ring[];
}

export type GridResult<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly faults: readonly GridFault[] };

const sentences = {
  GRID_DRAWING_EMPTY: [
    "画出的范围没有落在本社区的网格内，请在社区范围内画。",
    "The drawing lies outside the grids of the community. Draw within them.",
  ],
  GRID_FALLS_APART: [
    "这样划分后网格会断成几块或中间留下空洞，请改变画法。",
    "A grid would fall apart or have a hole. Draw it another way.",
  ],
  GRID_GAP: ["有一块地方不属于任何网格，网格之间不能留空白。", "A place belongs to no grid; no gap is allowed."],
  GRID_LINE_OFTEN: [
    "分割线与网格边界相交超过两次，请画一条从一侧到另一侧的线。",
    "The line crosses the boundary more than twice. Draw it from one side to the other.",
  ],
  GRID_LINE_SHORT: [
    "分割线没有穿过网格，请从网格边界外的一侧画到另一侧。",
    "The line does not cross the grid. Begin outside it on one side and end outside on the other.",
  ],
  GRID_NOT_NEIGHBOURS: ["两个网格不相邻，不能合并。", "The two grids do not touch and cannot be merged."],
  GRID_OUTSIDE: [
    "网格超出了本街道的范围；调整街道边界须由区级办理。",
    "A grid reaches beyond the street. Its boundary is changed by the district.",
  ],
  GRID_OVERLAP: ["两个网格重叠，同一个地方只能属于一个网格。", "Two grids overlap; a place belongs to one grid only."],
  GRID_SHAPE_INVALID: [
    "网格边界自己交叉，或者范围小到不成形。",
    "The boundary crosses itself, or the grid is too small to be one.",
  ],
  GRID_UNKNOWN: ["没有这个网格。", "There is no such grid."],
} as const satisfies Readonly<Record<string, readonly [zh: string, en: string]>>;

export type GridFaultCode = keyof typeof sentences;

/** In: the unit it is about, and the place. */
export function gridFault(code: GridFaultCode, unit = "", at: readonly Ring[] = []): GridFault {
  const [zh, en] = sentences[code];
  return { problem: { code, zh, en, ...(unit === "" ? {} : { elementId: unit }) }, at };
}

export const refused = (...faults: readonly GridFault[]): GridResult<never> => ({ ok: false, faults });
