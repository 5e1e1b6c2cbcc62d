/** What hangs on a unit and must be settled before it is closed: nothing of it may be left without an owner. */
import type { PackDocument, ResolvedPack } from "../../engine/model/pack.ts";
import type { Problem } from "../../engine/model/problem.ts";
import type { Title } from "../../engine/model/title.ts";
import type { UnitRow } from "../access/unit-tree.ts";
import { problem } from "../http/problems.ts";
import type { Reader } from "../store/index.ts";
import { openCasesOf, openTasksOf, peopleHeldBy } from "../store/unit-ties.ts";
import { dayOf } from "../views/moments.ts";
import { titleOf } from "./pack-rows.ts";
import { parameterValue } from "./parameter-value.ts";
import type { OrganisationContext } from "./organisation-context.ts";
import { tenantsOf } from "./read-register.ts";
import { contentOf, objects, text, title } from "./street-words.ts";

export interface Ties {
  /** Units straight below, without grids. */
  readonly units: readonly Title[];
  readonly grids: number;
  readonly people: number;
  readonly tasks: number;
  readonly cases: number;
  /** Titles of tables, flows and settings that name the unit. */
  readonly named: readonly Title[];
}

/** The two ways in which a table or flow names a unit: its code, or the street's code and the rest of it. */
const namesIn = (code: string, tenant: string): readonly string[] => {
  const rest = code.startsWith(tenant) ? code.slice(tenant.length) : "";
  return [code, ...(rest === "" ? [] : [rest])].map((each) => `"${each}"`);
};

function documentNames(document: PackDocument, names: readonly string[]): boolean {
  if (!("xml" in document)) return false;
  const xml = document.xml.replaceAll("&quot;", '"').replaceAll("&#34;", '"');
  return names.some((name) => xml.includes(name));
}

function namedBy(context: OrganisationContext, pack: ResolvedPack, { code }: UnitRow): readonly Title[] {
  const { catalogue, ports } = context;
  const names = namesIn(code, catalogue.tree.tenant(code));
  const documents = Object.values(pack.documents)
    .filter((document) => documentNames(document, names))
    .map((document) => title(JSON.parse(titleOf(document))));
  const day = dayOf(ports.clock.now(), catalogue.timeZone);
  const parameters = objects(contentOf(pack, "parameter", "parameters")?.["parameters"])
    .filter((each) => each["type"] === "orgUnit" && parameterValue(pack, text(each["key"]), day) === code)
    .map((each) => title(each["title"]));
  return [...documents, ...parameters];
}

/** A street's unit may be named in its own content; one above the streets in anybody's. */
function named(context: OrganisationContext, unit: UnitRow): readonly Title[] {
  const { catalogue } = context;
  const tenant = catalogue.tree.tenant(unit.code);
  const streets = catalogue.streets().includes(tenant) ? [tenant] : ["", ...catalogue.streets()];
  const all = streets.flatMap((street) => namedBy(context, catalogue.resolvedPack(street), unit));
  return [...new Map(all.map((each) => [each["zh-CN"], each])).values()];
}

/** In: a reader of the transaction that closes the unit, or any other for a look ahead. */
export async function readTies(context: OrganisationContext, read: Reader, unit: UnitRow): Promise<Ties> {
  const { catalogue } = context;
  const below = catalogue.tree.units.filter((each) => each.parent === unit.code);
  const groups = catalogue.roles().map((role) => `${unit.code}/${role.key}`);
  const streets = tenantsOf(context);
  const [people, tasks, cases] = await Promise.all([
    peopleHeldBy(read, unit.code),
    openTasksOf(read, streets, groups),
    openCasesOf(read, streets, unit.code, catalogue.tree.path(unit.code)),
  ]);
  return {
    units: below.filter((each) => each.kind !== "grid").map((each) => each.title),
    grids: below.filter((each) => each.kind === "grid").length,
    ...{ people, tasks, cases, named: named(context, unit) },
  };
}

const joined = (titles: readonly Title[]): string => titles.map((each) => each["zh-CN"]).join("、");

/** A sentence for each; none when the unit may be closed. */
export function tieProblems({ code, title: name }: UnitRow, ties: Ties): readonly Problem[] {
  const at = { elementId: code };
  const unit = name["zh-CN"];
  const units = joined(ties.units);
  const named = joined(ties.named);
  return [
    ...(units === "" ? [] : [problem("UNIT_HAS_UNITS", { unit, what: units }, at)]),
    ...(ties.grids === 0 ? [] : [problem("UNIT_HAS_GRIDS", { unit, count: ties.grids }, at)]),
    ...(ties.people === 0 ? [] : [problem("UNIT_HAS_PEOPLE", { unit, count: ties.people }, at)]),
    ...(ties.tasks === 0 ? [] : [problem("UNIT_HAS_TASKS", { unit, count: ties.tasks }, at)]),
    ...(ties.cases === 0 ? [] : [problem("UNIT_HAS_CASES", { unit, count: ties.cases }, at)]),
    ...(named === "" ? [] : [problem("UNIT_IS_NAMED", { unit, what: named }, at)]),
  ];
}
