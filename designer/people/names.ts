/** How units and posts are named on these pages. */
import type { Organisation, PersonPost, Title, Unit } from "../../server/contract/types.ts";
import { say } from "../app/i18n.ts";

/** A unit with its posts. */
export type UnitPeople = Organisation["units"][number];

/** "南苑街道城管中队 · 处置人" */
export const sayPost = ({ unitTitle, roleTitle }: Pick<PersonPost, "unitTitle" | "roleTitle">): string =>
  `${say(unitTitle)} · ${say(roleTitle)}`;

export interface TreeOption {
  readonly value: string;
  readonly title: string;
  readonly children: TreeOption[];
}

/** Units as a tree: those whose parent is not among them stand at the top. */
export function unitTree(units: readonly Pick<Unit, "code" | "parent" | "title">[]): TreeOption[] {
  const codes = new Set(units.map((unit) => unit.code));
  const below = (parent: string | undefined): TreeOption[] =>
    units
      .filter((unit) =>
        parent === undefined ? unit.parent === undefined || !codes.has(unit.parent) : unit.parent === parent,
      )
      .map((unit) => ({ value: unit.code, title: say(unit.title), children: below(unit.code) }));
  return below(undefined);
}

export const sayAll = (titles: readonly Title[]): string => titles.map((title) => say(title)).join("、");
