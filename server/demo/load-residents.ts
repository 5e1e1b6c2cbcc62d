/** What residents reported at QR codes in the last weeks, how it was handled, and what they thought of it. */
import type { JsonObject } from "../../engine/model/json.ts";
import type { ResidentProgress, ResidentReceipt } from "../contract/types.ts";
import type { Outcome } from "../http/outcome.ts";
import { settleCase } from "../jobs/settle.ts";
import { rateResult } from "../runtime/resident-rating.ts";
import { acceptResidentReport, residentId, tokenHash } from "../runtime/resident-report.ts";
import { caseAt } from "../store/cases.ts";
import type { PlaceRow } from "../store/places.ts";
import { findLink } from "../store/residents.ts";
import { nextTimerOf } from "../store/timers.ts";
import { inParallel, reportTime, wordsOf, placeUnits } from "./load-cases.ts";
import { phoneNumber } from "./names.ts";
import { play, type Play } from "./play.ts";
import type { Random } from "./random.ts";
import { keepPhoto, sceneAt, workHoursAfter, workHoursBefore, type Scene, type Stage } from "./stage.ts";
import { waits, type Story } from "./story.ts";

interface Rated {
  readonly rating: string;
  readonly remarks?: string;
}

/** A resident's story: what people do with the report, and each rating after a closing. */
interface ResidentStory {
  readonly story: Story;
  readonly ratings: readonly Rated[];
}

const usualWork: Story = { key: "resident", moves: {} };
const good: Rated = { rating: "satisfied" };
const praise: Rated = { rating: "satisfied", remarks: "处理得很快，谢谢" };
const fair: Rated = { rating: "basic", remarks: "解决了，就是慢了点" };
const bad: Rated = { rating: "dissatisfied", remarks: "清理得不彻底，第二天又这样了" };
const worse: Rated = { rating: "dissatisfied", remarks: "还是没有从根本上解决" };

const told = (count: number, ratings: readonly Rated[]): readonly ResidentStory[] =>
  Array.from({ length: count }, () => ({ story: usualWork, ratings }));

/** Over the last weeks, most of them rated. */
const past: readonly ResidentStory[] = [
  ...told(9, [good]),
  ...told(4, [praise]),
  ...told(4, [fair]),
  ...told(3, [bad, good]),
  ...told(1, [bad, worse]),
  ...told(3, []),
];

/** Reported today and yesterday, still at work. */
const present: readonly (readonly [story: Story, hours: number])[] = [
  [waits("residentNew", "signFor"), 0.5],
  [waits("residentHandled", "disposal"), 3],
  [waits("residentChecked", "verification"), 6],
];

interface Plan {
  readonly teller: ResidentStory;
  readonly place: PlaceRow;
  readonly at: number;
  readonly spot: number;
  readonly phone: string | undefined;
  readonly sender: string;
  /** Chosen with the plan, so that the city is the same whatever runs first. */
  readonly matter: string;
}

function matterAt(stage: Stage, street: string, random: Random): string {
  const offered = stage.catalogue.residents(street)?.matters ?? [];
  return random.pick(offered.filter((each) => each.matter !== "otherMatter")).matter;
}

function plansOf(stage: Stage, random: Random): readonly Plan[] {
  const placed = (teller: ResidentStory, at: (street: string) => number, index: number): Plan => {
    const place = random.pick(stage.places);
    const phone = random.chance(0.5) ? phoneNumber(random) : undefined;
    const matter = matterAt(stage, place.street_id, random);
    const spot = stage.places.indexOf(place);
    return { teller, place, at: at(place.street_id), spot, phone, matter, sender: `demo-${index}` };
  };
  return [
    ...past.map((teller, index) => placed(teller, () => reportTime(stage, random), index)),
    ...present.map(([story, hours], index) =>
      placed(
        { story, ratings: [] },
        (street) => workHoursBefore(stage, street, stage.until, hours),
        past.length + index,
      ),
    ),
  ];
}

function required<T>(outcome: Outcome<T>, what: string): T {
  if (outcome.ok) return outcome.value;
  throw new Error(`The demo's ${what} is refused: ${outcome.problems.map((each) => each.zh).join("; ")}`);
}

async function report(stage: Stage, scene: Scene, plan: Plan): Promise<Play & { readonly token: string }> {
  const { place, spot, sender, teller, matter: key } = plan;
  const { catalogue } = stage;
  const street = place.street_id;
  const content = catalogue.residents(street);
  const title = content?.matters.find((each) => each.matter === key)?.title;
  const matter = catalogue.matter(street, key);
  const form = await catalogue.form(street, content?.form ?? "");
  if (matter === undefined || form === undefined || title === undefined)
    throw new Error(`Expected the matter ${key} and its form.`);
  const by = { id: residentId(sender), street, path: place.unit_path };
  const photo = { largeClass: matter.largeClass, spot };
  const data: JsonObject = {
    ...{ matter: key, description: `${place.name}这边${title["zh-CN"]}，麻烦派人看看`, consent: true },
    photos: [await keepPhoto(stage, scene, by, { ...photo, when: "before" })],
    ...(plan.phone === undefined ? {} : { phone: plan.phone }),
  };
  const sent: Outcome<ResidentReceipt> = await acceptResidentReport(
    scene.context,
    {
      ...{ id: scene.context.ports.ids.uuid(), code: place.code, formVersion: form.version, data: { ...data } },
      ...{ sender, device: sender },
    },
    { address: sender, wall: scene.clock.now() },
  );
  const { token } = required(sent, "resident report");
  const link = await findLink(stage.store.read, tokenHash(token), scene.clock.now());
  if (link === undefined) throw new Error("Expected the link of a demo report.");
  const { closing } = wordsOf(stage, street, matter);
  const units = placeUnits(place);
  return { stage, scene, ...units, caseId: link.case_id, story: teller.story, photo, closing, token };
}

/** Nobody rates: the time for it runs out, if it is out by today. */
async function letPass({ stage, scene, street, caseId }: Play): Promise<void> {
  const due = await nextTimerOf(stage.store.read, street, caseId);
  if (due === undefined || due > stage.until) return;
  scene.clock.advance(Math.max(0, due - scene.clock.now()));
  await settleCase(scene.context, street, caseId);
}

/** Plays to the closing, rates some hours later, and goes on when the case is taken up again. */
async function playAndRate(told: Play & { readonly token: string }, ratings: readonly Rated[]): Promise<void> {
  const { stage, scene, street, caseId, token } = told;
  await play(told);
  for (const rated of ratings) {
    const row = await caseAt(stage.store.read, street, caseId);
    const at = workHoursAfter(stage, street, scene.clock.now(), 3);
    if (row?.closed_at == null || at >= stage.until) return;
    scene.clock.advance(Math.max(0, at - scene.clock.now()));
    const given: Outcome<ResidentProgress> = await rateResult(scene.context, token, { ...rated });
    required(given, "rating");
    await play(told);
  }
  const row = await caseAt(stage.store.read, street, caseId);
  if (row?.closed_at != null) await letPass(told);
}

/** Plays all residents' reports through the real runtime. */
export async function loadResidents(stage: Stage, random: Random): Promise<void> {
  const plans = plansOf(stage, random);
  await inParallel(
    plans.map((plan) => async () => {
      const told = await report(stage, sceneAt(stage, plan.at), plan);
      await playAndRate(told, plan.teller.ratings);
    }),
  );
}
