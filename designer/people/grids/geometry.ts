/** Grids between the wire and the engine's geometry, and lines that need no drawing. */
import { areaOf, type Grid, type Point, type Ring } from "../../../engine/grids/index.ts";
import type { GridArea } from "../../../server/contract/types.ts";

export const toGrid = ({ unit, ring }: GridArea): Grid => ({
  unit,
  ring: ring.map(({ lng, lat }): Point => [lng, lat]),
});

export const toRing = (ring: Ring): GridArea["ring"] => ring.map(([lng, lat]) => ({ lng, lat }));

/** Square metres said as hectares. */
export const hectares = (area: GridArea): string => (areaOf(toGrid(area).ring) / 10_000).toFixed(1);

/** A line through the middle from outside to outside: halving without a mouse. */
export function halvingLine(area: GridArea, direction: "east" | "north"): readonly Point[] {
  const xs = area.ring.map(({ lng }) => lng);
  const ys = area.ring.map(({ lat }) => lat);
  const [west, east, south, north] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  const [x, y, over] = [(west + east) / 2, (south + north) / 2, 0.001];
  return direction === "east"
    ? [
        [x, south - over],
        [x, north + over],
      ]
    : [
        [west - over, y],
        [east + over, y],
      ];
}

const numberIn = (code: string): number => Number(/(\d+)$/.exec(code)?.[1] ?? 0);

export interface NewName {
  readonly unit: string;
  readonly title: { readonly "zh-CN": string; readonly en: string };
}

/** The next number of the community's grids, in the way the others are called; numbers are not used again. */
export function nextName(
  community: { readonly code: string; readonly title: { readonly "zh-CN": string; readonly en?: string } },
  taken: readonly string[],
): NewName {
  const own = taken.filter((unit) => unit.startsWith(`${community.code}Grid`)).map(numberIn);
  const number = Math.max(0, ...own) + 1;
  const { "zh-CN": zh, en = zh } = community.title;
  return {
    unit: `${community.code}Grid${String(number)}`,
    title: { "zh-CN": `${zh}第${String(number)}网格`, en: `${en} Grid ${String(number)}` },
  };
}
