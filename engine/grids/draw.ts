/** Drawing a new grid over others, and moving a corner that several share. */
import { areasFrom, differenceOf, sharedBy, unionOf } from "./clip.ts";
import { gridFault, refused, type GridFault, type GridResult } from "./faults.ts";
import { isSimple, samePoint, welded, type Grid, type Point, type Ring } from "./shape.ts";

/**
 * In: all grids of the street, those that may give up ground, what was drawn, and the code of the new unit. Out: all
 * grids; what was drawn is cut to the ground given and taken from it. A grid that is covered wholly is refused.
 */
export function drawGrid(
  grids: readonly Grid[],
  givers: readonly string[],
  drawn: Ring,
  newUnit: string,
): GridResult<readonly Grid[]> {
  if (!isSimple(drawn)) return refused(gridFault("GRID_SHAPE_INVALID", newUnit, [drawn]));
  const ground = unionOf(grids.filter(({ unit }) => givers.includes(unit)).map(({ ring }) => ring));
  const [own, ...others] = sharedBy(areasFrom([drawn]), ground);
  if (own === undefined) return refused(gridFault("GRID_DRAWING_EMPTY", newUnit, [drawn]));
  if (others.length > 0 || own.holes.length > 0)
    return refused(
      gridFault(
        "GRID_FALLS_APART",
        newUnit,
        [own, ...others].map(({ ring }) => ring),
      ),
    );
  const faults: GridFault[] = [];
  const left = grids.map((grid) => {
    if (!givers.includes(grid.unit)) return grid;
    if (sharedBy([own], areasFrom([grid.ring])).length === 0) return grid;
    const [rest, ...pieces] = differenceOf(areasFrom([grid.ring]), [own]);
    if (rest !== undefined && pieces.length === 0 && rest.holes.length === 0) return { ...grid, ring: rest.ring };
    faults.push(gridFault("GRID_FALLS_APART", grid.unit, [grid.ring]));
    return grid;
  });
  if (faults.length > 0) return { ok: false, faults };
  return { ok: true, value: welded([...left, { unit: newUnit, ring: own.ring }]) };
}

/** Every grid that has the corner moves it, so that neighbours stay together; `checkGrids` says what became of it. */
export function moveCorner(grids: readonly Grid[], from: Point, to: Point): readonly Grid[] {
  return grids.map((grid) => ({ ...grid, ring: grid.ring.map((point) => (samePoint(point, from) ? to : point)) }));
}
