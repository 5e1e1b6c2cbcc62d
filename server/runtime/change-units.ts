/**
 * Communities and departments of a street: added, renamed, moved, closed and taken up again (catalogue SYS-01). Each
 * change is the next version of the units of the base pack, as with grids; in force at once, so that the next case finds
 * them as candidate groups, while running cases keep what they have.
 */
import type { JsonObject } from "../../engine/model/json.ts";
import { mayStandBelow, mostLevels } from "../../engine/overlay/index.ts";
import type { Person } from "../access/actor.ts";
import { mayDo } from "../access/may-do.ts";
import { isWithin, type UnitRow } from "../access/unit-tree.ts";
import type { NewUnit, UnitChange, UnitChanged } from "../contract/types.ts";
import { answer, notFound, refuse, refuseWith, type Outcome } from "../http/outcome.ts";
import { versionsOf, type VersionRow } from "../store/definitions.ts";
import type { Reader } from "../store/index.ts";
import { everUnits } from "../store/units.ts";
import { contentHash } from "./content-hash.ts";
import {
  basePack,
  collision,
  organisationTurns,
  publishOrganisation,
  type OrganisationChange,
} from "./publish-organisation.ts";
import type { OrganisationContext } from "./organisation-context.ts";
import { pathOf } from "./seen-person.ts";
import { contentOf, objects } from "./street-words.ts";
import { readTies, tieProblems } from "./unit-ties.ts";
import { namesake, nextCode, unitWords, type UnitWords } from "./unit-words.ts";

type Changed = Promise<Outcome<UnitChanged>>;

const manageAction = "organisation.manage";
/** Kinds that are founded on the page; the others come with content (districts, streets) or on the map (grids). */
export const freeKinds: ReadonlySet<string> = new Set(["community", "department"]);

const rowOf = ({ code, kind, parent, title, phone, address }: UnitRow): JsonObject => ({
  ...{ code, kind, title: { ...title } },
  ...(parent === undefined ? {} : { parent }),
  ...(phone === undefined ? {} : { phone }),
  ...(address === undefined ? {} : { address }),
});

/** Sent back with a change: another one of the same unit in between is told with who made it. */
export const unitRevision = (unit: UnitRow): string => contentHash(rowOf(unit)).slice(0, 32);

/** A unit that the principal sees and manages; above his units nothing is found. */
export function managed(context: OrganisationContext, principal: Person, code: string): Outcome<UnitRow> {
  const unit = context.catalogue.tree.get(code);
  const path = pathOf(context, code);
  if (unit === undefined || path === undefined || !mayDo(principal, "person.read", { path })) return notFound();
  if (!mayDo(principal, manageAction, { path })) return refuseWith("ACTION_NOT_ALLOWED", { action: manageAction });
  return answer(unit);
}

/** A street is named by who stands above it. */
export function mayRename(context: OrganisationContext, principal: Person, unit: UnitRow): boolean {
  if (unit.kind === "grid") return false;
  if (freeKinds.has(unit.kind) || unit.parent === undefined) return true;
  return mayDo(principal, manageAction, { path: context.catalogue.tree.path(unit.parent) });
}

const siblingsOf = ({ catalogue: { tree } }: OrganisationContext, code: string): readonly UnitRow[] =>
  tree.units.filter((each) => tree.tenant(each.code) === tree.tenant(code));

function nameProblem(
  context: OrganisationContext,
  words: UnitWords,
  code: string | undefined,
  near: string,
): Outcome<never> | undefined {
  const twin = namesake(words.title, code, siblingsOf(context, near));
  if (twin === undefined) return undefined;
  return refuseWith("UNIT_NAME_TAKEN", { unit: twin.title["zh-CN"] }, { path: "/title/zh-CN" });
}

interface Wish {
  readonly unit: UnitRow | undefined;
  readonly kind: UnitRow["kind"];
  readonly parent: string;
}

/** Whether such a unit may stand below the parent: kind, no ring, not too deep, and never into another street. */
export function placeProblem(
  context: OrganisationContext,
  principal: Person,
  { unit, kind, parent: code }: Wish,
): Outcome<never> | undefined {
  const { tree } = context.catalogue;
  const at = { path: "/parent" };
  const parent = managed(context, principal, code);
  if (!parent.ok) return refuseWith("UNIT_PARENT_UNKNOWN", {}, at);
  const above = parent.value;
  const words = { unit: above.title["zh-CN"] };
  if (!mayStandBelow(kind, above.kind)) return refuseWith("UNIT_KIND_NOT_HERE", words, at);
  if (unit !== undefined && isWithin(tree.path(code), tree.path(unit.code)))
    return refuseWith("UNIT_BELOW_ITSELF", {}, at);
  if (unit !== undefined && tree.tenant(code) !== tree.tenant(unit.code))
    return refuseWith("UNIT_MOVES_STREET", {}, at);
  const depth = tree.path(code).split("/").length + deepest(context, unit);
  return depth > mostLevels ? refuseWith("UNIT_TOO_DEEP", { limit: mostLevels }, at) : undefined;
}

/** Levels below a unit that move with it. */
function deepest({ catalogue: { tree } }: OrganisationContext, unit: UnitRow | undefined): number {
  if (unit === undefined) return 0;
  const path = tree.path(unit.code);
  const below = tree.units.filter((each) => isWithin(tree.path(each.code), path));
  return Math.max(...below.map((each) => tree.path(each.code).slice(path.length).split("/").length - 1));
}

interface Done extends Pick<OrganisationChange, "street" | "action" | "confirm"> {
  readonly code: string;
  readonly note?: string;
}

/** The document of units with these rows. */
async function publishUnits(
  context: OrganisationContext,
  principal: Person,
  { code, note = "", ...done }: Done,
  change: (rows: readonly JsonObject[]) => readonly JsonObject[],
): Changed {
  const units = contentOf(context.catalogue.resolvedPack(""), "organisation", "units") ?? {};
  const content = { ...units, units: [...change(objects(units["units"]))] };
  const published = await publishOrganisation(context, principal, {
    ...{ ...done, note, subject: `unit:${code}`, body: {} },
    documents: [{ kind: "organisation", key: "units", content }],
  });
  return published.ok ? answer({ unit: code, version: published.value }) : published;
}

/** Behind its like, or straight behind the unit above. */
function withRow(rows: readonly JsonObject[], row: JsonObject): readonly JsonObject[] {
  const like = rows.findLastIndex((each) => each["parent"] === row["parent"] && each["kind"] === row["kind"]);
  const at = like >= 0 ? like : rows.findIndex((each) => each["code"] === row["parent"]);
  return rows.toSpliced(at + 1, 0, row);
}

export function addUnit(context: OrganisationContext, principal: Person, body: NewUnit): Changed {
  return organisationTurns(async (): Changed => {
    const { kind, parent } = body;
    const above = managed(context, principal, parent);
    if (!above.ok) return above;
    const wrong = placeProblem(context, principal, { unit: undefined, kind, parent });
    if (wrong !== undefined) return wrong;
    const words = unitWords(body);
    if (!words.ok) return words;
    const taken = nameProblem(context, words.value, undefined, parent);
    if (taken !== undefined) return taken;
    const street = context.catalogue.tree.tenant(parent);
    const code = nextCode(street, kind, await everUnits(context.store.read));
    const row = rowOf({ code, kind, parent, ...words.value });
    return publishUnits(context, principal, { action: "unit.add", code, street }, (rows) => withRow(rows, row));
  });
}

/** The version in which the unit became what it is now. */
async function changedIn(context: OrganisationContext, code: string): Promise<VersionRow | undefined> {
  const versions = await versionsOf(context.store.read, basePack(context), "organisation", "units");
  const rows = versions.map(({ content }) =>
    JSON.stringify(objects((JSON.parse(content) as JsonObject)["units"]).find((each) => each["code"] === code)),
  );
  const before = rows.findIndex((row) => row !== rows[0]);
  return versions[before < 0 ? versions.length - 1 : before - 1];
}

/** The unit as the caller saw it, or who has changed it since. */
async function unchanged(
  context: OrganisationContext,
  principal: Person,
  code: string,
  revision: string,
): Promise<Outcome<UnitRow>> {
  const unit = managed(context, principal, code);
  if (!unit.ok || unitRevision(unit.value) === revision) return unit;
  return collision(context, "UNIT_CHANGED", await changedIn(context, code));
}

const sameTitle = (a: UnitRow["title"], b: UnitRow["title"]): boolean => a["zh-CN"] === b["zh-CN"] && a.en === b.en;

export function changeUnit(context: OrganisationContext, principal: Person, code: string, body: UnitChange): Changed {
  return organisationTurns(async (): Changed => {
    const found = await unchanged(context, principal, code, body.revision);
    if (!found.ok) return found;
    const unit = found.value;
    if (unit.kind === "grid") return refuseWith("UNIT_IS_GRID");
    const words = unitWords(body);
    if (!words.ok) return words;
    if (!sameTitle(words.value.title, unit.title) && !mayRename(context, principal, unit))
      return refuseWith("UNIT_NAME_NOT_YOURS", {}, { path: "/title/zh-CN" });
    const taken = nameProblem(context, words.value, code, code);
    if (taken !== undefined) return taken;
    const parent = body.parent ?? unit.parent;
    if (parent !== undefined && parent !== unit.parent) {
      const wrong = placeProblem(context, principal, { unit, kind: unit.kind, parent });
      if (wrong !== undefined) return wrong;
    }
    const row = rowOf({ code, kind: unit.kind, ...(parent === undefined ? {} : { parent }), ...words.value });
    const street = context.catalogue.tree.tenant(code);
    return publishUnits(context, principal, { action: "unit.change", code, street }, (rows) =>
      parent === unit.parent
        ? rows.map((each) => (each["code"] === code ? row : each))
        : withRow(
            rows.filter((each) => each["code"] !== code),
            row,
          ),
    );
  });
}

/** 停用: only when nothing and nobody hangs on it; its name stays in the past, its code is not used again. */
export function closeUnit(
  context: OrganisationContext,
  principal: Person,
  code: string,
  body: { readonly revision: string; readonly note?: string },
): Changed {
  return organisationTurns(async (): Changed => {
    const found = await unchanged(context, principal, code, body.revision);
    if (!found.ok) return found;
    const unit = found.value;
    if (!freeKinds.has(unit.kind)) return refuseWith("UNIT_NOT_CLOSABLE");
    const confirm = async (tx: Reader) => tieProblems(unit, await readTies(context, tx, unit));
    const ties = await confirm(context.store.read);
    if (ties.length > 0) return refuse(...ties);
    const street = context.catalogue.tree.tenant(code);
    const done: Done = { action: "unit.close", code, street, note: body.note ?? "", confirm };
    return publishUnits(context, principal, done, (rows) => rows.filter((each) => each["code"] !== code));
  });
}

/** The row of a unit as it was when it was last there. */
async function lastRow(context: OrganisationContext, code: string): Promise<JsonObject | undefined> {
  const versions = await versionsOf(context.store.read, basePack(context), "organisation", "units");
  for (const { content } of versions) {
    const row = objects((JSON.parse(content) as JsonObject)["units"]).find((each) => each["code"] === code);
    if (row !== undefined) return row;
  }
  return undefined;
}

/** 恢复: back where it was, with its code, so that its past cases and its new ones are of one unit. */
export function reopenUnit(context: OrganisationContext, principal: Person, code: string): Changed {
  return organisationTurns(async (): Changed => {
    const former = context.catalogue.formerUnits().get(code);
    if (former === undefined || !mayDo(principal, "person.read", { path: former.path })) return notFound();
    if (!mayDo(principal, manageAction, { path: former.path }))
      return refuseWith("ACTION_NOT_ALLOWED", { action: manageAction });
    const { parent } = former;
    const row = await lastRow(context, code);
    if (parent === undefined || row === undefined || !freeKinds.has(former.kind))
      return refuseWith("UNIT_NOT_CLOSABLE");
    if (context.catalogue.tree.get(parent) === undefined)
      return refuseWith("UNIT_PARENT_GONE", { unit: context.catalogue.unitTitle(parent)["zh-CN"] });
    const taken = nameProblem(context, { title: former.title }, code, parent);
    if (taken !== undefined) return taken;
    const street = context.catalogue.tree.tenant(parent);
    return publishUnits(context, principal, { action: "unit.reopen", code, street }, (rows) =>
      withRow(rows, { ...row, parent }),
    );
  });
}
