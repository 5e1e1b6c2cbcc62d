/** The organisation as a tree: paths, tenants and who lies below whom. */
import type { Title } from "../../engine/model/title.ts";

/** True when `path` is the unit or lies below it. */
export const isWithin = (path: string, unitPath: string): boolean =>
  path === unitPath || path.startsWith(`${unitPath}/`);

export interface UnitRow {
  readonly code: string;
  readonly kind: "city" | "district" | "street" | "community" | "grid" | "department";
  readonly parent?: string;
  readonly title: Title;
  /** Where the unit is reached. */
  readonly phone?: string;
  readonly address?: string;
}

export interface UnitTree {
  readonly units: readonly UnitRow[];
  get(code: string): UnitRow | undefined;
  /** `/city/district/…/unit`; throws for an unknown unit. */
  path(code: string): string;
  /** Who owns the unit's matters: its street, or above the streets the unit (decided.md 1). */
  tenant(code: string): string;
  /** The unit itself; of a department, and of a section of one, the unit that it works for. */
  worksFor(code: string): string;
  /** Tenants at or below a path. */
  tenantsBelow(path: string): readonly string[];
}

/** Throws when a parent is missing or the tree has a ring: the content check refuses both before. */
export function unitTree(units: readonly UnitRow[]): UnitTree {
  const byCode = new Map(units.map((unit) => [unit.code, unit]));
  const chains = new Map(units.map((unit) => [unit.code, chainOf(unit, byCode)]));
  const chain = (code: string): readonly UnitRow[] => {
    const found = chains.get(code);
    if (found === undefined) throw new Error(`Expected a unit of the organisation but got "${code}"`);
    return found;
  };
  const path = (code: string) =>
    chain(code)
      .map((unit) => `/${unit.code}`)
      .join("");
  const tenant = (code: string) => tenantOf(chain(code))?.code ?? code;
  const worksFor = (code: string): string => chain(code).findLast((unit) => unit.kind !== "department")?.code ?? code;
  const tenantPaths = units
    .filter((unit) => tenant(unit.code) === unit.code)
    .map((unit) => [unit.code, path(unit.code)] as const);
  return {
    units,
    get: (code) => byCode.get(code),
    path,
    tenant,
    worksFor,
    tenantsBelow: (above) => tenantPaths.filter(([, own]) => isWithin(own, above)).map(([code]) => code),
  };
}

/** The street of a chain; above the streets its last unit that is no department: a department owns no matters. */
function tenantOf(chain: readonly UnitRow[]): UnitRow | undefined {
  return chain.find((unit) => unit.kind === "street") ?? chain.findLast((unit) => unit.kind !== "department");
}

function chainOf(unit: UnitRow, byCode: ReadonlyMap<string, UnitRow>): readonly UnitRow[] {
  const chain: UnitRow[] = [];
  for (let at: UnitRow | undefined = unit; at !== undefined; at = parentOf(at, byCode)) {
    if (chain.includes(at)) throw new Error(`Expected a tree of units but "${unit.code}" stands above itself`);
    chain.unshift(at);
  }
  return chain;
}

function parentOf(unit: UnitRow, byCode: ReadonlyMap<string, UnitRow>): UnitRow | undefined {
  if (unit.parent === undefined) return undefined;
  const parent = byCode.get(unit.parent);
  if (parent === undefined) throw new Error(`Expected the parent "${unit.parent}" of unit "${unit.code}" to exist`);
  return parent;
}
