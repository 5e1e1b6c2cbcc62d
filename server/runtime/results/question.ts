/** What is asked for: a unit that the person may see, a month, a class of matter; or why it is refused. */
import type { Title } from "../../../engine/model/title.ts";
import type { Principal } from "../../access/actor.ts";
import { mayDo } from "../../access/may-do.ts";
import { isWithin, type UnitRow } from "../../access/unit-tree.ts";
import type { UnitChoice } from "../../contract/types.ts";
import { answer, notFound, refuseWith, type Outcome } from "../../http/outcome.ts";
import type { FactFilter } from "../../store/case-facts.ts";
import { monthOf } from "../../views/moments.ts";
import type { RuntimeContext } from "../context.ts";

export interface Asked {
  readonly unit?: string;
  /** `YYYY-MM`; the present month when absent. */
  readonly month?: string;
  readonly class?: string;
}

export interface Question {
  readonly unit: UnitRow;
  readonly month: string;
  readonly now: number;
  readonly largeClass: string | undefined;
  readonly filter: FactFilter;
}

const ACTION = "results.read";
const monthShape = /^(?:19|20|21)\d{2}-(?:0[1-9]|1[0-2])$/;
/** Units that have results: what is below a grid or beside the tree is seen in the tables of its street. */
const kinds: ReadonlySet<string> = new Set(["city", "district", "street", "community", "grid"]);

/** Units whose results the person may read, from the top of the tree down. */
export function readableUnits({ catalogue }: RuntimeContext, principal: Principal): readonly UnitRow[] {
  const { tree } = catalogue;
  return tree.units.filter(({ code, kind }) => kinds.has(kind) && mayDo(principal, ACTION, { path: tree.path(code) }));
}

/** Where the person begins: the highest unit. */
function ownUnit(context: RuntimeContext, principal: Principal): UnitRow | undefined {
  const depth = (unit: UnitRow) => context.catalogue.tree.path(unit.code).length;
  return readableUnits(context, principal).toSorted((a, b) => depth(a) - depth(b))[0];
}

export const unitChoice = ({ code, kind, title }: UnitRow): UnitChoice => ({ code, kind, title: { ...title } });

/** Tenants whose cases lie at or below a unit. */
function tenantsOf({ catalogue }: RuntimeContext, unit: UnitRow): readonly string[] {
  const { tree } = catalogue;
  return [...new Set([tree.tenant(unit.code), ...tree.tenantsBelow(tree.path(unit.code))])];
}

/** 高发: how many reports of a matter make it frequent in each street; a street without the parameter has none. */
function frequentFrom({ catalogue }: RuntimeContext, streets: readonly string[], now: number) {
  const known = streets.map((street) => [street, catalogue.parameter(street, "frequentCases", now)] as const);
  return new Map(known.flatMap(([street, from]) => (typeof from === "number" ? [[street, from] as const] : [])));
}

function filterFor(context: RuntimeContext, unit: UnitRow, month: string, largeClass?: string): FactFilter {
  const streets = tenantsOf(context, unit);
  const now = context.ports.clock.now();
  return {
    ...{ streets, path: context.catalogue.tree.path(unit.code), month },
    ...(largeClass === undefined ? {} : { largeClass }),
    ...{ now, frequentFrom: frequentFrom(context, streets, now) },
  };
}

/** A unit outside the person's own is not found; a month that is none is a problem. */
export function questionOf(context: RuntimeContext, principal: Principal, asked: Asked): Outcome<Question> {
  const { catalogue, ports } = context;
  const now = ports.clock.now();
  const month = asked.month ?? monthOf(now, catalogue.timeZone);
  if (!monthShape.test(month)) return refuseWith("MONTH_INVALID", {}, { path: "/month" });
  if (month > monthOf(now, catalogue.timeZone)) return refuseWith("MONTH_IN_FUTURE", { month }, { path: "/month" });
  const readable = readableUnits(context, principal);
  const unit =
    asked.unit === undefined ? ownUnit(context, principal) : readable.find((each) => each.code === asked.unit);
  if (unit === undefined) return asked.unit === undefined ? refuseWith("ACTION_NOT_ALLOWED") : notFound();
  const largeClass = asked.class === undefined || asked.class === "" ? undefined : asked.class;
  return answer({ unit, month, now, largeClass, filter: filterFor(context, unit, month, largeClass) });
}

/** Months from the first case to now, newest first. */
export function monthsBetween(first: string | undefined, last: string): string[] {
  const months: string[] = [last];
  if (first === undefined) return months;
  for (let month = monthBefore(last); month >= first; month = monthBefore(month)) months.push(month);
  return months;
}

export function monthBefore(month: string, by = 1): string {
  const [year = 0, at = 1] = month.split("-").map(Number);
  const count = year * 12 + (at - 1) - by;
  return `${String(Math.floor(count / 12)).padStart(4, "0")}-${String((count % 12) + 1).padStart(2, "0")}`;
}

/** 2026年10月 */
export function sayMonth(month: string): Title {
  const [year = "", at = ""] = month.split("-");
  const name = new Intl.DateTimeFormat("en", { month: "long", timeZone: "UTC" }).format(Date.UTC(2000, Number(at) - 1));
  return { "zh-CN": `${year}年${Number(at)}月`, en: `${name} ${year}` };
}

/** The units straight below one, in the order of the organisation; a grid stands for itself. */
export function unitsBelow({ catalogue }: RuntimeContext, unit: UnitRow): readonly UnitRow[] {
  return catalogue.tree.units.filter((each) => each.parent === unit.code && kinds.has(each.kind));
}

/** Every unit at or below one. */
export function unitsWithin({ catalogue: { tree } }: RuntimeContext, unit: UnitRow): readonly UnitRow[] {
  const path = tree.path(unit.code);
  return tree.units.filter((each) => isWithin(tree.path(each.code), path));
}
