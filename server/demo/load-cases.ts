/** Sixty days of a city: reports, patrols and visits, each sent and worked on as people would have done. */
import type { JsonObject } from "../../engine/model/json.ts";
import type { Person } from "../access/actor.ts";
import type { SubmissionAccepted } from "../contract/types.ts";
import type { Outcome } from "../http/outcome.ts";
import { acceptSubmission } from "../runtime/accept-submission.ts";
import type { CatalogueMatter } from "../runtime/catalogue-type.ts";
import { contentOf } from "../runtime/street-words.ts";
import type { PlaceRow } from "../store/places.ts";
import { play } from "./play.ts";
import type { Random } from "./random.ts";
import { sceneAt, upload, workHoursBefore, type Scene, type Stage } from "./stage.ts";
import { finished, open, type Story } from "./story.ts";

const DAYS = 60;
const DAY = 86_400_000;
/** Played side by side: enough to share transactions, few enough to stay in memory. */
const AT_ONCE = 24;

interface Plan {
  readonly story: Story;
  readonly at: number;
  readonly place: PlaceRow;
  readonly spot: number;
}

/** Runs the tasks, so many at once. */
export async function inParallel(tasks: readonly (() => Promise<void>)[], atOnce = AT_ONCE): Promise<void> {
  let next = 0;
  const worker = async () => {
    for (let task = tasks[next++]; task !== undefined; task = tasks[next++]) await task();
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
}

/** Odd, so that streets take turns, and wide, so that two neighbours in a story are not in one community. */
const STRIDE = 5;

/** By day and in the evening, seven days a week: the city does not keep office hours. */
export function reportTime(stage: Stage, random: Random): number {
  const day = stage.until - random.int(2, DAYS) * DAY;
  const midnight = Math.floor((day + 8 * 3_600_000) / DAY) * DAY - 8 * 3_600_000;
  return midnight + random.int(7 * 60 + 30, 19 * 60 + 30) * 60_000 + random.int(0, 59_999);
}

function grouped(places: readonly PlaceRow[], by: (place: PlaceRow) => string): readonly (readonly PlaceRow[])[] {
  const groups = new Map<string, PlaceRow[]>();
  for (const place of places) groups.set(by(place), [...(groups.get(by(place)) ?? []), place]);
  return [...groups.values()];
}

/** Places by grid, streets in turn: what stands open is spread, so that nobody's list is empty. */
function gridsInTurn(stage: Stage): readonly (readonly PlaceRow[])[] {
  const streets = grouped(stage.places, (place) => place.street_id).map((places) =>
    grouped(places, (place) => place.grid),
  );
  const most = Math.max(...streets.map((grids) => grids.length));
  return Array.from({ length: most }, (_, at) => streets.flatMap((grids) => grids.slice(at, at + 1))).flat();
}

function plansOf(stage: Stage, random: Random): readonly Plan[] {
  const at = (story: Story, place: PlaceRow, moment: number): Plan => ({
    ...{ story, place, at: moment, spot: stage.places.indexOf(place) },
  });
  const old = finished.flatMap(([story, weight]) =>
    Array.from({ length: weight }, () => at(story, random.pick(stage.places), reportTime(stage, random))),
  );
  const grids = gridsInTurn(stage);
  const now = open.flatMap(([story, hours, count], first) =>
    Array.from({ length: count }, (_, index) => {
      const place = random.pick(grids[(first * 2 + index * STRIDE) % grids.length] ?? stage.places);
      const ago = hours * (1 + Math.min(index, 4) * 0.15);
      return at(story, place, workHoursBefore(stage, place.street_id, stage.until, ago));
    }),
  );
  return [...old, ...now].toSorted((a, b) => a.at - b.at);
}

/** Filing and closing words of a matter, as the affairs list has them. */
export function wordsOf(
  stage: Stage,
  street: string,
  matter: CatalogueMatter,
): { readonly filing: string; readonly closing: string } {
  const listed = contentOf(stage.catalogue.resolvedPack(street), "matter", matter.largeClass)?.["matters"];
  const rows = Array.isArray(listed) ? (listed as readonly JsonObject[]) : [];
  const row = rows.find((each) => each["key"] === matter.key);
  const zh = (name: string) => {
    const title = row?.[name];
    const words = typeof title === "object" && title !== null && "zh-CN" in title ? title["zh-CN"] : undefined;
    return typeof words === "string" ? words : matter.title["zh-CN"];
  };
  return { filing: zh("filing"), closing: zh("closing") };
}

export function workerOfGrid(stage: Stage, grid: string): Person {
  const [worker] = stage.groups.get(`${grid}/gridWorker`) ?? [];
  if (worker === undefined) throw new Error(`Expected a grid worker in ${grid}.`);
  return worker;
}

function chooseMatter(stage: Stage, plan: Plan, random: Random): CatalogueMatter {
  const { matter: wished } = plan.story;
  const all = stage.catalogue.matters(plan.place.street_id);
  const matter = all.find((each) => each.key === wished);
  return matter ?? random.pick(all.filter((each) => each.key !== "otherMatter"));
}

export async function send(
  stage: Stage,
  scene: Scene,
  worker: Person,
  form: string,
  place: PlaceRow,
  data: JsonObject,
) {
  const published = await stage.catalogue.form(place.street_id, form);
  if (published === undefined) throw new Error(`Expected the form "${form}".`);
  const sent: Outcome<SubmissionAccepted> = await acceptSubmission(scene.context, worker, {
    ...{ id: scene.context.ports.ids.uuid(), form, formVersion: published.version, placeCode: place.code },
    ...{ data: { ...data }, position: { lng: place.lng, lat: place.lat, source: "place" } },
  });
  if (sent.ok) return sent.value;
  throw new Error(
    `The demo's "${form}" is refused: ${sent.problems.map((each) => `${each.path} ${each.zh}`).join("; ")}`,
  );
}

async function report(stage: Stage, plan: Plan, matter: CatalogueMatter) {
  const { place, story, spot, at } = plan;
  const scene = sceneAt(stage, at);
  const worker = workerOfGrid(stage, place.grid);
  const photo = { largeClass: matter.largeClass, spot };
  const { filing, closing } = wordsOf(stage, place.street_id, matter);
  const data: JsonObject = {
    ...{ matter: matter.key, place: place.code, description: `${place.name}附近：${filing}` },
    ...{ severity: matter.severity, position: { lng: place.lng, lat: place.lat, source: "place" } },
    photos: [await upload(stage, scene, worker, { ...photo, when: "before" })],
    ...(story.onSpot === undefined
      ? {}
      : {
          onSpot: true,
          result: closing,
          resultPhotos: [await upload(stage, scene, worker, { ...photo, when: "after" })],
        }),
  };
  const sent = await send(stage, scene, worker, "eventReport", place, data);
  return { scene, photo, closing, caseId: sent.case?.id ?? "" };
}

export const placeUnits = ({ street_id: street, community }: PlaceRow) => ({ street, community });

/** Reports first, in the order of time, so that numbers follow days; then every story for itself. */
export async function loadCases(stage: Stage, random: Random): Promise<void> {
  const plans = plansOf(stage, random);
  const chosen = plans.map((plan) => ({ plan, matter: chooseMatter(stage, plan, random) }));
  const plays: (() => Promise<void>)[] = [];
  await inParallel(
    chosen.map(({ plan, matter }) => async () => {
      const opened = await report(stage, plan, matter);
      plays.push(() => play({ stage, ...placeUnits(plan.place), story: plan.story, ...opened }));
    }),
  );
  await inParallel(plays);
}
