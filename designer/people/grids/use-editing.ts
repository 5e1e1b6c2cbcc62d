/** The grids as they are being changed: every step can be undone, and every step is checked at once. */
import { useMemo, useState } from "react";
import {
  checkGrids,
  drawGrid,
  mergeGrids,
  moveCorner,
  splitGrid,
  type Grid,
  type GridFault,
  type GridResult,
  type Point,
} from "../../../engine/grids/index.ts";
import type { GridArea, StreetGrids } from "../../../server/contract/types.ts";
import { nextName, toGrid, toRing } from "./geometry.ts";

export interface Editing {
  readonly areas: readonly GridArea[];
  readonly isChanged: boolean;
  readonly canUndo: boolean;
  /** Of what stands now: overlaps, gaps, ground that is not the street's. */
  readonly faults: readonly GridFault[];
  /** Why the last step was not taken. */
  readonly refusal: readonly GridFault[];
  readonly split: (unit: string, line: readonly Point[]) => boolean;
  readonly merge: (kept: string, gone: string) => boolean;
  readonly draw: (community: string, ring: readonly Point[]) => boolean;
  readonly move: (from: Point, to: Point) => void;
  readonly rename: (unit: string, change: Partial<Pick<GridArea, "title" | "community">>) => void;
  readonly undo: () => void;
  readonly reset: () => void;
}

export function useEditing(loaded: StreetGrids): Editing {
  const before = useMemo(() => loaded.grids.map(({ area }) => area), [loaded]);
  const [steps, setSteps] = useState<readonly (readonly GridArea[])[]>([]);
  const [refusal, setRefusal] = useState<readonly GridFault[]>([]);
  const areas = steps.at(-1) ?? before;
  const faults = useMemo(
    () => (areas === before ? [] : checkGrids(before.map(toGrid), areas.map(toGrid))),
    [areas, before],
  );
  const take = (next: readonly GridArea[]) => {
    setRefusal([]);
    setSteps([...steps, next]);
    return true;
  };
  /** Carries names over to the changed rings; a unit without a name is the new one. */
  const adopt = (result: GridResult<readonly Grid[]>, fresh: (unit: string) => GridArea | undefined): boolean => {
    if (!result.ok) {
      setRefusal(result.faults);
      return false;
    }
    const known = new Map(areas.map((area) => [area.unit, area]));
    return take(
      result.value.flatMap(({ unit, ring }) => {
        const area = known.get(unit) ?? fresh(unit);
        return area === undefined ? [] : [{ ...area, ring: toRing(ring) }];
      }),
    );
  };
  const made = (communityCode: string): GridArea | undefined => {
    const community = loaded.communities.find((each) => each.code === communityCode);
    if (community === undefined) return undefined;
    const { unit, title } = nextName(community, [
      ...loaded.usedCodes,
      ...[...before, ...areas].map((area) => area.unit),
    ]);
    return { unit, title, community: communityCode, ring: [] };
  };
  const grids = () => areas.map(toGrid);
  return {
    ...{ areas, faults, refusal, isChanged: areas !== before, canUndo: steps.length > 0 },
    split: (unit, line) => {
      const fresh = made(areas.find((area) => area.unit === unit)?.community ?? "");
      return fresh !== undefined && adopt(splitGrid(grids(), unit, line, fresh.unit), () => fresh);
    },
    merge: (kept, gone) => adopt(mergeGrids(grids(), kept, gone), () => undefined),
    draw: (community, ring) => {
      const fresh = made(community);
      const givers = areas.filter((area) => area.community === community).map(({ unit }) => unit);
      return fresh !== undefined && adopt(drawGrid(grids(), givers, ring, fresh.unit), () => fresh);
    },
    move: (from, to) => void adopt({ ok: true, value: moveCorner(grids(), from, to) }, () => undefined),
    rename: (unit, change) => take(areas.map((area) => (area.unit === unit ? { ...area, ...change } : area))),
    undo: () => {
      setRefusal([]);
      setSteps(steps.slice(0, -1));
    },
    reset: () => {
      setRefusal([]);
      setSteps([]);
    },
  };
}
