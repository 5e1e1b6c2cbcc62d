/** What a demo story is played on: the real store and catalogue, people by group, photos, and the end of time. */
import type { JsonObject } from "../../engine/model/json.ts";
import { addBudget, usedBudget } from "../../engine/calendar/index.ts";
import type { Person, Principal } from "../access/actor.ts";
import type { FileStore } from "../external/files.ts";
import type { CompileForm } from "../forms/compile.ts";
import { systemPorts, testClock, type MovableClock } from "../ports.ts";
import type { StoredCatalogue } from "../runtime/catalogue.ts";
import type { RuntimeContext } from "../runtime/context.ts";
import type { Seal } from "../runtime/seal.ts";
import { wakeSignal } from "../runtime/wake-signal.ts";
import type { PlaceRow } from "../store/places.ts";
import { addAttachment } from "../store/attachments.ts";
import type { Store } from "../store/index.ts";
import { drawPhoto } from "./pictures.ts";

export interface Stage {
  readonly store: Store;
  readonly catalogue: StoredCatalogue;
  readonly compileForm: CompileForm;
  readonly files: FileStore;
  readonly seal: Seal;
  readonly groups: ReadonlyMap<string, readonly Person[]>;
  readonly places: readonly PlaceRow[];
  /** Epoch milliseconds: today; no story goes beyond. */
  readonly until: number;
}

/** A moment of one story: its own clock, so that stories can be played side by side. */
export interface Scene {
  readonly clock: MovableClock;
  readonly context: RuntimeContext;
}

export function sceneAt(stage: Stage, at: number): Scene {
  const clock = testClock(at);
  const { store, catalogue, compileForm, seal } = stage;
  const compiling = { compileForm, compileDraft: compileForm };
  return { clock, context: { store, catalogue, ...compiling, seal, ports: systemPorts(clock), signal: wakeSignal() } };
}

const iso = (at: number) => new Date(at).toISOString();

/** So much working time later. */
export const workHoursAfter = (stage: Stage, street: string, at: number, hours: number): number =>
  Date.parse(addBudget(stage.catalogue.calendar(street), iso(at), { value: hours, clock: "workHour" }));

/** So much working time earlier, to the minute. */
export function workHoursBefore(stage: Stage, street: string, at: number, hours: number): number {
  const calendar = stage.catalogue.calendar(street);
  let [early, later] = [at - (hours * 4 + 240) * 3_600_000, at];
  while (later - early > 60_000) {
    const middle = (early + later) / 2;
    if (usedBudget(calendar, [[iso(middle), iso(at)]], "workHour") > hours) early = middle;
    else later = middle;
  }
  return Math.round(later);
}

/** Uploads a photo as the person's phone would. Out: its id. */
export function upload(stage: Stage, scene: Scene, person: Principal, photo: Photo): Promise<string> {
  const [grant] = person.grants;
  if (grant === undefined) throw new Error(`Expected a grant of ${person.id}.`);
  return keepPhoto(stage, scene, { id: person.id, street: grant.street, path: grant.path }, photo);
}

interface Sender {
  readonly id: string;
  readonly street: string;
  readonly path: string;
}

/** The same for somebody without a post. */
export async function keepPhoto(stage: Stage, scene: Scene, by: Sender, photo: Photo): Promise<string> {
  const bytes = drawPhoto(photo.largeClass, photo.spot, photo.when);
  const sha256 = await stage.files.put(bytes);
  const id = scene.context.ports.ids.uuid();
  await stage.store.writeShared((tx) =>
    addAttachment(tx, {
      ...{ street: by.street, id, sha256, name: "现场照片.png", type: "image/png", size: bytes.length },
      ...{ byPerson: by.id, at: scene.clock.now(), position: null, unitPath: by.path, caseId: null },
      ...{ submissionId: null, item: null, state: "waiting" },
    }),
  );
  return id;
}

export interface Photo {
  readonly largeClass: string;
  /** Number of the place, so that before and after show the same houses. */
  readonly spot: number;
  readonly when: "before" | "after";
}

/** Puts the street's code and the case's own closing words into a story's texts. */
export function filled(data: JsonObject, words: Readonly<Record<string, string>>): JsonObject {
  const entries = Object.entries(data).map(([name, value]) => [
    name,
    typeof value === "string" ? value.replaceAll(/\{(\w+)\}/g, (gap, key: string) => words[key] ?? gap) : value,
  ]);
  return Object.fromEntries(entries) as JsonObject;
}
