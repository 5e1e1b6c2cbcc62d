/** Changes → what would be published: checked as the overlay checks it and built as a whole, nothing stored. */
import type { Operation } from "../../../engine/model/pack.ts";
import type { Problem, Result } from "../../../engine/model/problem.ts";
import { canonicalJson, changeSettings, type SettingChange } from "../../../engine/overlay/index.ts";
import type { SettingChange as WireChange } from "../../contract/types.ts";
import { problem } from "../../http/problems.ts";
import { buildContent, type StreetContent } from "../build-content.ts";
import { withOperations, type SettingsContext, type StreetGround } from "./ground.ts";

export interface Wish {
  readonly changes: readonly WireChange[];
  readonly by: string;
  readonly why: string;
  readonly from: string;
}

export interface Candidate {
  readonly operations: readonly Operation[];
  readonly content: StreetContent;
}

/** Out: what would be in force, or everything that is wrong, each at its change. */
export async function candidateOf(
  context: SettingsContext,
  ground: StreetGround,
  wish: Wish,
): Promise<Result<Candidate>> {
  const late = checkDay(ground, wish.from);
  if (late.length > 0) return { ok: false, problems: late };
  const changes = wish.changes.map(changeOf);
  const wrong = changes.flatMap((change, at) =>
    change === undefined ? [problem("BODY_INVALID", { first: "value" }, { path: `/changes/${at}/value` })] : [],
  );
  if (wrong.length > 0) return { ok: false, problems: wrong };
  const signature = { by: wish.by, at: ground.today, why: wish.why, from: wish.from };
  const known = changes.filter((change) => change !== undefined);
  const changed = changeSettings(ground, known, signature);
  if (!changed.ok) return changed;
  const { operations, changeOf: places } = changed.value;
  const built = await contentWith(context, ground, operations);
  return built.ok
    ? { ok: true, value: { operations, content: built.value } }
    : { ok: false, problems: built.problems.map((each) => atChange(each, places)) };
}

function changeOf({ kind, definition, item, action, attribute, value }: WireChange): SettingChange | undefined {
  const place = { kind, definition, item };
  if (action === "return") return { ...place, action };
  if (action === "set" && attribute !== undefined && value !== undefined)
    return { ...place, action, attribute, value: value as never };
  const isObject = typeof value === "object" && value !== null && !Array.isArray(value);
  return action === "add" && isObject ? { ...place, action, value: value as never } : undefined;
}

/** Faults that only the whole shows name an operation; the person knows it as a change. */
function atChange(found: Problem, places: Readonly<Record<string, number>>): Problem {
  const operation = /\/operations\/([A-Za-z0-9_]+)/.exec(found.path ?? "")?.[1] ?? "";
  const at = Object.hasOwn(places, operation) ? places[operation] : undefined;
  return at === undefined ? found : { ...found, path: `/changes/${at}` };
}

const YEAR = 366 * 86_400_000;

function checkDay({ today }: StreetGround, from: string): readonly Problem[] {
  if (from < today) return [problem("SETTINGS_DAY_PAST", {}, { path: "/from" })];
  return Date.parse(from) - Date.parse(today) > YEAR ? [problem("SETTINGS_DAY_TOO_FAR", {}, { path: "/from" })] : [];
}

/** What would be in force in the street with these operations: bundles and all. */
export async function contentWith(
  { catalogue }: SettingsContext,
  ground: StreetGround,
  operations: readonly Operation[],
): Promise<Result<StreetContent>> {
  const built = await buildContent(withOperations(ground, operations), catalogue.parseCache);
  if (!built.ok) return built;
  const content = built.value.streets.get(ground.head.level);
  if (content === undefined) throw new Error(`Expected content for the street ${ground.street}.`);
  return { ok: true, value: content };
}

export function isSame(ground: StreetGround, operations: readonly Operation[]): boolean {
  const plain = (all: readonly Operation[]) =>
    canonicalJson(all.map(({ id: _id, by: _by, at: _at, why: _why, ...rest }) => rest as never).toSorted(byText));
  return plain(ground.operations) === plain(operations);
}

function byText(a: never, b: never): number {
  return canonicalJson(a) < canonicalJson(b) ? -1 : 1;
}
