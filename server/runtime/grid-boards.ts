/** 网格公示牌: number and name of a grid, who its worker and leader are, what they do, and the code to report with. */
import type { GridBoard } from "../contract/types.ts";
import { placeCodesOfGrids } from "../store/places.ts";
import type { RuntimeContext } from "./context.ts";
import { publicPerson } from "./resident-place.ts";

/** Under which a grid's boards lead residents to the report. */
export const reportPath = (code: string): string => `/r/${encodeURIComponent(code)}`;

/** The number that stands on the grid's door plates; a grid without doors goes by its code. */
function numberOf(grid: string, codes: ReadonlyMap<string, string>): string {
  const [prefix = ""] = (codes.get(grid) ?? "").split("-");
  return prefix === "" ? grid : prefix;
}

async function boardOf(
  context: RuntimeContext,
  grid: string,
  codes: ReadonlyMap<string, string>,
  publicUrl: string,
): Promise<GridBoard> {
  const { catalogue } = context;
  const { tree } = catalogue;
  const street = tree.tenant(grid);
  const [worker, leader] = await Promise.all([
    publicPerson(context, grid, "gridWorker"),
    publicPerson(context, grid, "gridLeader"),
  ]);
  return {
    ...{ grid, number: numberOf(grid, codes), title: { ...catalogue.unitTitle(grid) } },
    communityTitle: { ...catalogue.unitTitle(tree.get(grid)?.parent ?? grid) },
    streetTitle: { ...catalogue.unitTitle(street) },
    ...(worker === undefined ? {} : { worker }),
    ...(leader === undefined ? {} : { leader }),
    duties: (catalogue.residents(street)?.duties ?? []).map((each) => ({ ...each })),
    link: `${publicUrl}${reportPath(grid)}`,
  };
}

/** See `Runtime.gridBoards`. In: streets whose grids are wanted. */
export async function readGridBoards(
  context: RuntimeContext,
  streets: readonly string[],
  publicUrl: string,
): Promise<GridBoard[]> {
  const { tree } = context.catalogue;
  const grids = tree.units.filter((unit) => unit.kind === "grid" && streets.includes(tree.tenant(unit.code)));
  const codes = await placeCodesOfGrids(context.store.read, streets);
  return Promise.all(grids.map((unit) => boardOf(context, unit.code, codes, publicUrl)));
}
