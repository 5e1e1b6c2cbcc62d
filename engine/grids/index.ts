/** Grids as a seamless map: split, merge, draw, move a corner, and the check that nothing overlaps or is left out. */
export { checkGrids } from "./check.ts";
export { drawGrid, moveCorner } from "./draw.ts";
export type { GridFault, GridResult } from "./faults.ts";
export { mergeGrids } from "./merge.ts";
export { areaOf, isInside, type Grid, type Point, type Ring } from "./shape.ts";
export { splitGrid } from "./split.ts";
