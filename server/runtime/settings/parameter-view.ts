/** One parameter as the settings page shows it: made from its declaration, so that a new one needs no code. */
import type { JsonObject } from "../../../engine/model/json.ts";
import type { Operation } from "../../../engine/model/pack.ts";
import { boundsOf, parameterOn, type SettingItem } from "../../../engine/overlay/index.ts";
import { rowAllows } from "../../access/table.ts";
import { isWithin } from "../../access/unit-tree.ts";
import type { ParameterSetting, SettingOption, SettingOrigin } from "../../contract/types.ts";
import type { SettingsContext, StreetGround } from "./ground.ts";
import { objects, said, text, titleOf, type SettingWords } from "./setting-words.ts";

export interface Viewing {
  readonly context: SettingsContext;
  readonly ground: StreetGround;
  readonly words: SettingWords;
}

const EVER = "1970-01-01";

/** What the shipped content says in full (`by` with the street) and what people did is shown alike. */
export const originOf = ({ by, at, why }: Operation): SettingOrigin => ({ by, at, why });

export function parameterView(viewing: Viewing, item: SettingItem): ParameterSetting {
  const { ground, words } = viewing;
  const declaration = item.inForce;
  const { now, above, ahead } = parameterOn(item, ground.today);
  const { operation } = now;
  return {
    ...{ key: item.place.item, type: text(declaration["type"]) as ParameterSetting["type"] },
    ...{ title: titleOf(declaration["title"]), help: titleOf(declaration["help"]) },
    ...{ value: now.value, words: words.value(declaration, now.value) },
    ...{ above, aboveWords: words.value(declaration, above), isOwn: item.base === undefined },
    ...{ isLive: declaration["live"] === true, mayBeEmpty: declaration["default"] === null },
    isWhole: declaration["step"] === 1,
    ...(operation === undefined ? {} : { origin: originOf(operation) }),
    ...(operation === undefined || now.from <= EVER ? {} : { since: now.from }),
    ahead: ahead.map((each) => ({
      ...{ from: each.from, value: each.value, words: words.value(declaration, each.value) },
      ...(each.operation === undefined ? {} : { origin: originOf(each.operation) }),
    })),
    bounds: boundsView(declaration),
    options: optionsOf(viewing, declaration),
    columns: objects(declaration["columns"]).map((column) => ({
      ...{ key: text(column["key"]), title: titleOf(column["title"]), type: text(column["type"]) },
      ...{ options: optionsOf(viewing, column), bounds: boundsView(column) },
    })),
    ...(declaration["type"] === "list" ? { entryType: text(declaration["of"]) || "text" } : {}),
  };
}

/** JSON knows no infinity: an open end is left out. */
function boundsView(declaration: JsonObject): ParameterSetting["bounds"] {
  return boundsOf(declaration).map(({ clock, min, max }) => ({
    ...(clock === undefined ? {} : { clock }),
    ...(Number.isFinite(min) ? { min } : {}),
    ...(Number.isFinite(max) ? { max } : {}),
  }));
}

function optionsOf(viewing: Viewing, declaration: JsonObject): SettingOption[] {
  const type = declaration["type"] === "list" ? declaration["of"] : declaration["type"];
  if (type === "role") return roleOptions(viewing, text(declaration["at"]));
  if (type === "orgUnit") return unitOptions(viewing, declaration["kinds"]);
  return objects(declaration["options"]).map((each) => ({ value: text(each["value"]), title: titleOf(each["title"]) }));
}

/** Roles that work on tasks, where the declaration wants them. */
function roleOptions({ context }: Viewing, at: string): SettingOption[] {
  return context.catalogue
    .roles()
    .filter((role) => rowAllows("task.complete", role.key) && (at === "" || role.at.includes(at)))
    .map((role) => ({ value: role.key, title: said(role.title) }));
}

/** Units of the street, and those of the level right above it. */
function unitOptions({ context, ground }: Viewing, kinds: unknown): SettingOption[] {
  const { tree } = context.catalogue;
  const path = tree.path(ground.street);
  const wanted = Array.isArray(kinds) ? (kinds as readonly unknown[]) : [];
  return tree.units
    .filter((unit) => wanted.length === 0 || wanted.includes(unit.kind))
    .filter((unit) => isWithin(tree.path(unit.code), path) || isWithin(path, tree.path(unit.parent ?? unit.code)))
    .filter((unit) => tree.tenant(unit.code) === ground.street || unit.parent === tree.get(ground.street)?.parent)
    .map((unit) => ({ value: unit.code, title: said(unit.title) }));
}
