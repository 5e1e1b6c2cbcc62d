/**
 * How a resident's report stands, in the words of the street's pack: which unit has it, until when, what was done. Who
 * the officials are, what they write to each other and how often they were late stays inside.
 */
import { budgetsOf } from "../../engine/index.ts";
import type { Json, JsonObject } from "../../engine/model/json.ts";
import type { InstanceState } from "../../engine/model/state.ts";
import type { ResidentProgress, Title } from "../contract/types.ts";
import type { Reader } from "../store/index.ts";
import { eventsOf, findRunningCase, type RunningCase } from "../store/instances.ts";
import { findLink, isWaitingFor, ratingsOf, type ResidentLinkRow, type ResidentRatingRow } from "../store/residents.ts";
import { nextTimerOf } from "../store/timers.ts";
import { sayDueDay } from "../views/moments.ts";
import type { StoredEvent } from "../views/timeline.ts";
import type { ResidentContent } from "./catalogue-type.ts";
import type { RuntimeContext } from "./context.ts";
import { ownerUnits } from "./project-case.ts";
import { storedEvent } from "./read-events.ts";
import { tokenHash } from "./resident-report.ts";

/** Message that the flow waits for after closing. */
export const ratingMessage = "residentRating";
/** Token that a report's link holds: 32 bytes in base64url. */
const tokenShape = /^[A-Za-z0-9_-]{43}$/;
const told = ["processStarted", "scopeEntered", "variablesSet", "caseStateSet", "processCancelled"];

const iso = (at: number) => new Date(at).toISOString();
const isObject = (value: Json | undefined): value is JsonObject =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** The link with the case that it leads to; undefined for a wrong, forged or expired token. */
export interface OpenedLink {
  readonly link: ResidentLinkRow;
  readonly running: RunningCase;
  readonly content: ResidentContent;
}

export async function openLink(context: RuntimeContext, read: Reader, token: string): Promise<OpenedLink | undefined> {
  if (!tokenShape.test(token)) return undefined;
  const link = await findLink(read, tokenHash(token), context.ports.clock.now());
  if (link === undefined) return undefined;
  const running = await findRunningCase(read, link.street_id, link.case_id);
  const content = context.catalogue.residents(link.street_id);
  return running === undefined || content === undefined ? undefined : { link, running, content };
}

function variablesIn({ body }: StoredEvent): JsonObject {
  if (body.type === "variablesSet") return body.variables;
  return body.type === "processStarted" || body.type === "scopeEntered" ? (body.scope.variables ?? {}) : {};
}

/** What the story says so far; only the last owner and result count. */
interface Told {
  readonly lead: string | undefined;
  readonly result: JsonObject | undefined;
  readonly steps: readonly { readonly at: number; readonly state: string; readonly words: Title }[];
}

const fill = (title: Title, values: Readonly<Record<string, Title>>): Title => {
  const put = (text: string, language: "zh-CN" | "en") =>
    text.replaceAll(/\{(\w+)\}/g, (gap, name: string) => values[name]?.[language] ?? values[name]?.["zh-CN"] ?? gap);
  return { "zh-CN": put(title["zh-CN"], "zh-CN"), en: put(title.en ?? title["zh-CN"], "en") };
};

function unitWords({ catalogue }: RuntimeContext, street: string, lead: string | undefined): Title {
  return catalogue.unitTitle(lead ?? street);
}

function sentence(context: RuntimeContext, opened: OpenedLink, state: string, lead: string | undefined): Title {
  const street = opened.link.street_id;
  const words = opened.content.progress[state] ?? context.catalogue.word(street, "caseState", state);
  return fill(words, { unit: unitWords(context, street, lead) });
}

function tell(context: RuntimeContext, opened: OpenedLink, events: readonly StoredEvent[]): Told {
  let lead: string | undefined;
  let result: JsonObject | undefined;
  const steps: { at: number; state: string; words: Title }[] = [];
  const step = (at: number, state: string) => {
    const words = sentence(context, opened, state, lead);
    if (steps.at(-1)?.words["zh-CN"] !== words["zh-CN"]) steps.push({ at, state, words });
  };
  for (const event of events) {
    const variables = variablesIn(event);
    if (Object.hasOwn(variables, "owner")) [lead] = ownerUnits(variables["owner"]);
    if (isObject(variables["result"])) result = variables["result"];
    if (event.body.type === "caseStateSet") step(event.at, event.body.caseState);
    if (event.body.type === "processCancelled") step(event.at, "cancelled");
  }
  return { lead, result, steps };
}

/** What the flow passed through within the same moment is not worth telling; that it arrived is. */
const lasting = (steps: Told["steps"]): Told["steps"] =>
  steps.filter((step, index) => index === 0 || step.at !== steps[index + 1]?.at);

/** When the unit must have finished: of the clocks that run, the one that ends last; the others are steps on the way. */
function dueOf({ running }: OpenedLink): number | undefined {
  const state = JSON.parse(running.instance.state) as InstanceState;
  const ends = budgetsOf(state).map((budget) => Date.parse(budget.dueAt));
  return ends.length === 0 ? undefined : Math.max(...ends);
}

/** The present sentence with what is expected: "已派南苑街道城管中队，预计周四 17:30 前办结". */
function present(context: RuntimeContext, opened: OpenedLink, words: Title, due: number | undefined): Title {
  if (due === undefined) return words;
  const now = context.ports.clock.now();
  const { content } = opened;
  const addition =
    due < now ? content.late : fill(content.due, { due: sayDueDay(due, now, context.catalogue.timeZone) });
  return {
    "zh-CN": `${words["zh-CN"]}，${addition["zh-CN"]}`,
    en: `${words.en ?? words["zh-CN"]}, ${addition.en ?? addition["zh-CN"]}`,
  };
}

export const givenRating = (content: ResidentContent | undefined, row: ResidentRatingRow) => ({
  ...{ rating: row.rating, at: iso(row.at), reopened: row.reopened === 1 },
  title: { ...(content?.ratings.find((each) => each.code === row.rating)?.title ?? { "zh-CN": row.rating }) },
  ...(row.remarks === null ? {} : { remarks: row.remarks }),
});

function thanksFor({ content }: OpenedLink, ratings: readonly ResidentRatingRow[]): Title | undefined {
  const last = ratings.at(-1);
  if (last === undefined) return undefined;
  return content.thanks[last.rating] ?? content.thanks[last.reopened === 1 ? "reopened" : "recorded"];
}

/** Ids of the result's photos, where the street shows them and the case is closed. */
function resultPhotos({ content, running }: OpenedLink, result: JsonObject | undefined): string[] {
  if (!content.showsResultPhotos || running.case.closed_at === null || result === undefined) return [];
  const photos = result["photos"];
  return Array.isArray(photos) ? (photos as readonly Json[]).filter((id) => typeof id === "string") : [];
}

async function toldOf(context: RuntimeContext, read: Reader, opened: OpenedLink): Promise<Told> {
  const { street_id: street, case_id: caseId } = opened.link;
  return tell(context, opened, (await eventsOf(read, street, caseId, told)).map(storedEvent));
}

/** In: an opened link. Out: what its holder sees. */
export async function progressOf(context: RuntimeContext, opened: OpenedLink): Promise<ResidentProgress> {
  const { catalogue, ports, store } = context;
  const { link, running, content } = opened;
  const { case: row } = running;
  const { street_id: street, case_id: caseId } = link;
  const [story, canRate, ratings] = await Promise.all([
    toldOf(context, store.read, opened),
    isWaitingFor(store.read, street, caseId, ratingMessage),
    ratingsOf(store.read, street, caseId),
  ]);
  const isFinished = row.closed_at !== null;
  const due = isFinished ? undefined : dueOf(opened);
  const last = story.steps.at(-1)?.words ?? sentence(context, opened, row.state, story.lead);
  const rateUntil = canRate ? await nextTimerOf(store.read, street, caseId) : undefined;
  const thanks = thanksFor(opened, ratings);
  const text = story.result?.["text"];
  return {
    ...{ number: row.number, address: row.address, reportedAt: iso(row.opened_at), state: row.state },
    title: { ...(content.matters.find((each) => each.matter === row.matter)?.title ?? { "zh-CN": row.title }) },
    streetTitle: { ...catalogue.unitTitle(street) },
    gridTitle: { ...catalogue.unitTitle(row.grid) },
    words: present(context, opened, last, due),
    ...{ finished: isFinished, late: due !== undefined && due < ports.clock.now() },
    ...(due === undefined ? {} : { dueAt: iso(due) }),
    steps: lasting(story.steps).map(({ at, words }) => ({ at: iso(at), words: { ...words } })),
    ...(isFinished && typeof text === "string" ? { result: text } : {}),
    photos: resultPhotos(opened, story.result),
    canRate,
    ...(rateUntil === undefined ? {} : { rateUntil: iso(rateUntil) }),
    ratings: content.ratings.map((each) => ({ ...each, title: { ...each.title } })),
    given: ratings.map((each) => givenRating(content, each)),
    ...(thanks === undefined ? {} : { thanks: { ...thanks } }),
    ...{ expiresAt: iso(link.expires_at), now: iso(ports.clock.now()) },
  };
}

/** See `Runtime.residentProgress`. */
export async function readResidentProgress(
  context: RuntimeContext,
  token: string,
): Promise<ResidentProgress | undefined> {
  const opened = await openLink(context, context.store.read, token);
  return opened === undefined ? undefined : progressOf(context, opened);
}

/** See `Runtime.residentResultPhoto`: the attachment's street, when this link may show it. */
export async function findResultPhoto(context: RuntimeContext, token: string, id: string): Promise<string | undefined> {
  const opened = await openLink(context, context.store.read, token);
  if (opened === undefined) return undefined;
  const { result } = await toldOf(context, context.store.read, opened);
  return resultPhotos(opened, result).includes(id) ? opened.link.street_id : undefined;
}
