/** What grid workers do besides reporting: daily patrols, of which some find a problem, and visits to households. */
import type { JsonObject } from "../../engine/model/json.ts";
import type { PlaceRow } from "../store/places.ts";
import { inParallel, send, workerOfGrid, placeUnits } from "./load-cases.ts";
import { nameSource, phoneNumber } from "./names.ts";
import { play } from "./play.ts";
import type { Random } from "./random.ts";
import { sceneAt, upload, type Stage } from "./stage.ts";

const DAY = 86_400_000;
const PATROL_DAYS = 7;
const VISITS = 6;
/** One patrol in so many finds something. */
const PROBLEM_EVERY = 12;

const isObject = (value: unknown): value is JsonObject =>
  typeof value === "object" && value !== null && !Array.isArray(value);
const at = (value: unknown, ...path: readonly string[]): unknown =>
  path.reduce<unknown>((found, name) => (isObject(found) ? found[name] : undefined), value);

interface Check {
  readonly id: string;
  readonly title: string;
  readonly raises: string;
}

/** The checklist's items as the form lists them. */
async function checksOf(stage: Stage, street: string): Promise<readonly Check[]> {
  const form = await stage.catalogue.form(street, "dailyPatrol");
  const items = at(form?.uiSchema, "checklist", "ui:options", "items");
  return Array.isArray(items) ? (items as Check[]) : [];
}

interface Round {
  readonly place: PlaceRow;
  readonly time: number;
  /** Check that found a problem. */
  readonly problem: Check | undefined;
}

async function patrol(stage: Stage, { place, time, problem }: Round, spot: number): Promise<void> {
  const scene = sceneAt(stage, time);
  const worker = workerOfGrid(stage, place.grid);
  const checks = await checksOf(stage, place.street_id);
  const largeClass = stage.catalogue.matter(place.street_id, problem?.raises ?? "")?.largeClass ?? "cityAppearance";
  const photo = { largeClass, spot };
  const found = async (check: Check): Promise<JsonObject> => ({
    ...{ result: "problem", note: `${place.name}附近发现${check.title}方面的问题`, matter: check.raises },
    photos: [await upload(stage, scene, worker, { ...photo, when: "before" })],
  });
  const entries: [string, JsonObject][] = [];
  for (const check of checks)
    entries.push([check.id, check.id === problem?.id ? await found(check) : { result: "normal" }]);
  const sent = await send(stage, scene, worker, "dailyPatrol", place, {
    ...{ shift: "day", readiness: ["uniform", "badge"], checklist: Object.fromEntries(entries) },
    ...{
      position: { lng: place.lng, lat: place.lat, source: "gps" },
      note: problem === undefined ? "辖区情况正常" : "发现问题已上报",
    },
  });
  const [raised] = sent.raised;
  if (raised === undefined) return;
  const story = { key: "patrol", moves: {} };
  await play({
    stage,
    scene,
    photo,
    story,
    ...placeUnits(place),
    caseId: raised.id,
    closing: "问题已整改，现场恢复正常",
  });
}

/** People at home: put together by chance. */
function household(place: PlaceRow, random: Random, nextName: () => string): JsonObject {
  if (random.chance(0.12)) return { place: place.code, outcome: "absent", reason: "敲门无人应答，已留联系卡" };
  const residents = random.int(1, 5);
  const elderly = random.int(0, Math.min(2, residents));
  return {
    ...{ place: place.code, outcome: "completed", informed: true, headName: nextName(), phone: phoneNumber(random) },
    ...{ use: random.pick(["selfOccupied", "selfOccupied", "rented"]), dwellingType: "flat", residents, elderly },
    ...{ area: random.int(45, 130), gas: "piped", smokeAlarm: random.chance(0.6), eBikes: random.int(0, 2) },
    ...{ dogs: random.chance(0.2) ? 1 : 0, elderlyAlone: residents === 1 && elderly === 1, hardship: "none" },
  };
}

/** Patrols and visits of the last days, today's too, as far as today has come. */
export async function loadRounds(stage: Stage, random: Random): Promise<void> {
  const nextName = nameSource(random);
  const grids = [...new Set(stage.places.map((place) => place.grid))];
  const tasks: (() => Promise<void>)[] = [];
  for (const grid of grids) {
    const places = stage.places.filter((place) => place.grid === grid);
    const doors = places.filter((place) => place.kind === "door");
    const [{ street_id: street } = { street_id: "" }] = places;
    const checks = await checksOf(stage, street);
    for (let day = 0; day < PATROL_DAYS; day++) {
      const time = stage.until - day * DAY - random.int(20, 100) * 60_000;
      const problem = random.int(1, PROBLEM_EVERY) === 1 && day > 0 ? random.pick(checks) : undefined;
      const round = { place: random.pick(places), time, problem };
      // Two grids in five have not been walked yet today.
      if (day > 0 || random.chance(0.6)) tasks.push(() => patrol(stage, round, stage.places.indexOf(round.place)));
    }
    for (let visit = 0; visit < VISITS; visit++) {
      const place = random.pick(doors);
      const data = household(place, random, nextName);
      const scene = sceneAt(stage, stage.until - Math.round((visit * 0.9 + random.next() * 0.2) * DAY) - 600_000);
      tasks.push(
        async () => void (await send(stage, scene, workerOfGrid(stage, grid), "householdCollection", place, data)),
      );
    }
  }
  await inParallel(tasks);
}
