/**
 * An independent count for 考核评估: straight from the rows of `case_`, `event`, `task`, `submission` and `grant_`, and
 * from the flows' XML read as text. It shares no code with the facts and figures that it checks.
 */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Store } from "../../server/store/index.ts";

interface RawCase {
  readonly id: string;
  readonly street_id: string;
  readonly unit_path: string;
  readonly matter: string;
  readonly lead: string | null;
  readonly place_code: string | null;
  readonly address: string;
  readonly severity: string;
  readonly channel: string;
  readonly opened_at: number;
  readonly returns: number;
  readonly reworks: number;
}

interface RawEvent {
  readonly instance_id: string;
  readonly at: number;
  readonly type: string;
  readonly actor: string;
  readonly element_id: string | null;
  readonly body: string;
}

interface RawTask {
  readonly case_id: string;
  readonly element_id: string;
  readonly status: string;
  readonly created_at: number;
  readonly closed_at: number | null;
  readonly due_at: number | null;
}

/** What a person with paper and pencil would write down about a case. */
export interface Told {
  readonly id: string;
  readonly path: string;
  readonly matter: string;
  readonly lead: string | null;
  readonly opened: string;
  readonly filed: string | undefined;
  readonly closed: string | undefined;
  readonly refused: boolean;
  readonly cancelled: boolean;
  readonly due: string | undefined;
  readonly late: boolean;
  readonly onSpot: boolean;
  readonly level: string;
  readonly returned: boolean;
  readonly reworked: boolean;
  readonly suspended: boolean;
  readonly asked: boolean;
  readonly signed: boolean;
  readonly signedInTime: boolean;
  readonly supervised: boolean;
  readonly urgent: boolean;
  readonly byResident: boolean;
  /** 处置: a unit worked on it; when that ended last, if it has. */
  readonly disposed: boolean;
  readonly handled: boolean;
  readonly dispatchedLate: boolean;
  readonly verified: boolean;
  readonly frequent: boolean;
  readonly repeated: boolean;
  /** Hours on the case's own clock. */
  readonly hours: { readonly file?: number; readonly handle?: number; readonly close?: number };
}

const month = (at: number) => new Date(at + 8 * 3_600_000).toISOString().slice(0, 7);

function flowTexts(): readonly string[] {
  const folder = fileURLToPath(new URL("../../definitions", import.meta.url));
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.name.endsWith(".bpmn"))
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), "utf8"));
}

/** Element id → stage, and the sub-processes of the stage disposal. */
function stagesIn(texts: readonly string[]) {
  const tags = texts.flatMap((text) => [...text.matchAll(/<bpmn:(\w+) id="(\w+)"[^>]*?gl:stage="(\w+)"/g)]);
  const stage = new Map(tags.map(([, , id = "", name = ""]) => [id, name]));
  const whole = new Set(
    tags.filter(([, kind, , name]) => kind === "subProcess" && name === "disposal").map(([, , id = ""]) => id),
  );
  return { stage, whole };
}

const by = <T>(all: readonly T[], key: (one: T) => string) => {
  const map = new Map<string, T[]>();
  for (const one of all) map.set(key(one), [...(map.get(key(one)) ?? []), one]);
  return map;
};

const DAY = 86_400_000;
const CHINA = 8 * 3_600_000;

interface RawCalendar {
  readonly officeHours: readonly (readonly [string, string])[];
  readonly days: Readonly<Record<string, { readonly kind: string }>>;
}

const calendar = JSON.parse(
  readFileSync(fileURLToPath(new URL("../../definitions/city/calendars/workCalendar.json", import.meta.url)), "utf8"),
) as RawCalendar;

/** Office milliseconds between two moments, day by day as one would on the wall calendar. */
function officeTime(from: number, to: number): number {
  let sum = 0;
  for (let day = Math.floor((from + CHINA) / DAY); day * DAY - CHINA < to; day += 1) {
    const date = new Date(day * DAY);
    const kind = calendar.days[date.toISOString().slice(0, 10)]?.kind;
    const isOpen = kind === undefined ? ![0, 6].includes(date.getUTCDay()) : kind === "makeUpDay";
    for (const [open, close] of isOpen ? calendar.officeHours : []) {
      const at = (text: string) => Date.parse(`${date.toISOString().slice(0, 10)}T${text}:00+08:00`);
      sum += Math.max(0, Math.min(at(close), to) - Math.max(at(open), from));
    }
  }
  return sum;
}

/** Hours on the clock of the limit that ran last, less what lay in suspension. */
function hoursSpent(events: readonly RawEvent[], whole: ReadonlySet<string>, from: number, to: number): number {
  const body = (event: RawEvent) =>
    JSON.parse(event.body) as {
      readonly budget?: { readonly limit: { readonly clock: string } };
      readonly scope?: { readonly variables: { readonly matter?: { readonly limit: { readonly clock: string } } } };
    };
  const limit = events.findLast(
    (event) => event.type.startsWith("budget") && whole.has(event.element_id ?? "") && body(event).budget !== undefined,
  );
  const started = events.find((event) => event.type === "processStarted");
  const clock =
    limit === undefined
      ? started && body(started).scope?.variables.matter?.limit.clock
      : body(limit).budget?.limit.clock;
  const spent = ["workHour", "workDay"].includes(clock ?? "") ? officeTime : (a: number, b: number) => b - a;
  const stops = events.filter((event) => ["instanceSuspended", "instanceResumed"].includes(event.type));
  const paused = stops.reduce((sum, event, at) => {
    if (event.type !== "instanceSuspended") return sum;
    const [out, back] = [Math.max(from, event.at), Math.min(to, stops[at + 1]?.at ?? to)];
    return out < back ? sum + spent(out, back) : sum;
  }, 0);
  return (spent(from, to) - paused) / 3_600_000;
}

export async function tellCases(store: Store, now: number): Promise<readonly Told[]> {
  const cases = await store.read.all<RawCase>("SELECT * FROM case_");
  const events = by(
    await store.read.all<RawEvent>("SELECT * FROM event ORDER BY street_id, instance_id, seq"),
    (event) => event.instance_id,
  );
  const tasks = by(await store.read.all<RawTask>("SELECT * FROM task ORDER BY created_at, id"), (task) => task.case_id);
  const stages = stagesIn(flowTexts());
  const about = (row: RawCase) => [row.unit_path, row.matter, row.place_code ?? row.address].join("|");
  const spots = by(cases, about);
  const inMonth = (row: RawCase) =>
    [row.unit_path.split("/").slice(0, -1).join("/"), row.matter, month(row.opened_at)].join("|");
  const months = by(cases, inMonth);
  return cases.map((row) => ({
    ...tell(row, events.get(row.id) ?? [], tasks.get(row.id) ?? [], stages, now),
    // The numbers of definitions/city/parameters.json: 高发 from 5, 重复 within 30 days.
    frequent: (months.get(inMonth(row)) ?? []).length >= 5,
    repeated: (spots.get(about(row)) ?? []).some(
      (other) => other.opened_at < row.opened_at && other.opened_at >= row.opened_at - 30 * DAY,
    ),
  }));
}

function tell(
  row: RawCase,
  events: readonly RawEvent[],
  tasks: readonly RawTask[],
  { stage, whole }: ReturnType<typeof stagesIn>,
  now: number,
): Omit<Told, "frequent" | "repeated"> {
  const entered = events
    .map((event, index) => ({ at: event.at, index, type: event.type, stage: stage.get(event.element_id ?? "") ?? "" }))
    .filter((event) => event.type === "tokenEntered");
  const filed = entered.find((event) => ["disposal", "feedback", "verification", "evaluation"].includes(event.stage));
  const worked = entered.findLast((event) => ["dispatch", "disposal"].includes(event.stage));
  const filedAway = entered.find((event) => event.stage === "evaluation" && event.index > (worked?.index ?? -1));
  const end = events.find((event) => ["processCompleted", "processCancelled"].includes(event.type));
  const last = (type: string) => events.findLastIndex((event) => event.type === type);
  const suspended = last("instanceSuspended") > last("instanceResumed");
  const limits = events.filter((event) => event.type.startsWith("budget") && whole.has(event.element_id ?? ""));
  const missed = limits.findIndex((event) => (JSON.parse(event.body) as { overdue?: boolean }).overdue === true);
  const dues = (missed === -1 ? limits : limits.slice(0, missed)).flatMap((event) => {
    const { budget } = JSON.parse(event.body) as { budget?: { dueAt: string } };
    return budget === undefined ? [] : [Date.parse(budget.dueAt)];
  });
  const isRunning = limits.length > 0 && limits.at(-1)?.type !== "budgetClosed";
  const due = dues.at(-1);
  const closed = filedAway?.at;
  const endedAt = closed ?? end?.at;
  const levels = events.flatMap((event) => {
    if (!["processStarted", "scopeEntered", "variablesSet"].includes(event.type)) return [];
    const body = JSON.parse(event.body) as {
      variables?: { level?: string };
      scope?: { variables: { level?: string } };
    };
    return (event.type === "variablesSet" ? body.variables?.level : body.scope?.variables.level) ?? [];
  });
  const dispatched = entered.findLast((event) => event.stage === "dispatch");
  const sign = tasks.findLast((task) => task.element_id === "signFor");
  const signStands =
    sign !== undefined && ["open", "completed"].includes(sign.status) && sign.created_at >= (dispatched?.at ?? 0);
  const isOnSpot = entered.every((event) => event.stage !== "disposal");
  const overdue = (names: readonly string[]) =>
    events.some(
      (event) =>
        event.type === "budgetClosed" &&
        names.includes(stage.get(event.element_id ?? "") ?? "") &&
        !whole.has(event.element_id ?? "") &&
        (JSON.parse(event.body) as { overdue?: boolean }).overdue === true,
    );
  const handled = limits.at(-1)?.type === "budgetClosed" ? limits.at(-1)?.at : undefined;
  const spent = (from: number | undefined, to: number | undefined) =>
    from === undefined || to === undefined ? undefined : hoursSpent(events, whole, from, to);
  const [toFile, toHandle, toClose] = [
    spent(row.opened_at, filed?.at),
    isOnSpot ? undefined : spent(filed?.at, handled),
    spent(filed?.at, closed),
  ];
  return {
    ...{ id: row.id, path: row.unit_path, matter: row.matter, lead: isOnSpot ? null : row.lead },
    opened: month(row.opened_at),
    filed: filed === undefined ? undefined : month(filed.at),
    closed: closed === undefined ? undefined : month(closed),
    refused: closed === undefined && end?.type === "processCompleted",
    cancelled: closed === undefined && end?.type === "processCancelled",
    due: due === undefined ? (endedAt === undefined ? undefined : month(endedAt)) : month(due),
    late: missed !== -1 || (isRunning && endedAt === undefined && !suspended && due !== undefined && due < now),
    onSpot: closed !== undefined && isOnSpot,
    level: levels.at(-1) ?? "",
    ...{ returned: row.returns > 0, reworked: row.reworks > 0, suspended },
    asked: signStands,
    signed: signStands && sign.status === "completed",
    signedInTime: signStands && sign.status === "completed" && (sign.closed_at ?? 0) <= (sign.due_at ?? 0),
    ...{ urgent: row.severity === "urgent", byResident: row.channel === "resident", disposed: !isOnSpot },
    ...{ handled: handled !== undefined, dispatchedLate: overdue(["dispatch"]) },
    verified: entered.some((event) => event.stage === "verification"),
    hours: {
      ...(toFile === undefined ? {} : { file: toFile }),
      ...(toHandle === undefined ? {} : { handle: toHandle }),
      ...(toClose === undefined ? {} : { close: toClose }),
    },
    supervised: events.some((event) => event.type === "supervisionOpened" && !event.body.includes('"unit":')),
  };
}

/** Counted and out of how many, by indicator. */
export type RawFigures = Readonly<Record<string, readonly [counted: number, of: number]>>;

export function rawFigures(cases: readonly Told[], at: string): RawFigures {
  const count = (test: (told: Told) => boolean) => cases.filter(test).length;
  const done = (told: Told) => told.closed === at;
  const should = (told: Told) =>
    told.due === at &&
    told.filed !== undefined &&
    !told.cancelled &&
    !told.suspended &&
    (told.closed !== undefined || told.late);
  const filed = (told: Told) => told.filed === at;
  const share = (among: (told: Told) => boolean, test: (told: Told) => boolean) =>
    [count((told) => among(told) && test(told)), count(among)] as const;
  const plain = (test: (told: Told) => boolean) => [count(test), count(test)] as const;
  const opened = (told: Told) => told.opened === at;
  const work = (told: Told) =>
    told.due === at && told.disposed && !told.cancelled && !told.suspended && (told.handled || told.late);
  const overdue = (told: Told) => told.due === at && told.filed !== undefined && !told.cancelled && told.late;
  return {
    reported: plain((told) => told.opened === at),
    filed: plain(filed),
    closed: plain(done),
    completionRate: [count(done), count((told) => told.opened === at)],
    closingRate: share(should, (told) => told.closed !== undefined),
    onTimeRate: share(should, (told) => told.closed !== undefined && !told.late),
    reworkRate: share(done, (told) => told.reworked),
    returnRate: share(filed, (told) => told.returned),
    onSpotRate: share(done, (told) => told.onSpot),
    microLoop: share(done, (told) => ["grid", "community"].includes(told.level)),
    smallLoop: share(done, (told) => told.level === "street"),
    largeLoop: share(done, (told) => told.level === "district"),
    signRate: share(
      (told) => filed(told) && told.asked,
      (told) => told.signed,
    ),
    signInTimeRate: share(
      (told) => filed(told) && told.asked,
      (told) => told.signedInTime,
    ),
    overdue: plain(overdue),
    overdueOpen: plain((told) => overdue(told) && told.closed === undefined),
    filingRate: share(opened, (told) => told.filed !== undefined),
    dispatchInTime: share(filed, (told) => !told.dispatchedLate),
    accurateDispatch: share(filed, (told) => !told.returned),
    missedRate: share(filed, (told) => told.byResident),
    byStaff: plain((told) => opened(told) && !told.byResident),
    byResidents: plain((told) => opened(told) && told.byResident),
    frequentRate: share(opened, (told) => told.frequent),
    repeatedRate: share(opened, (told) => told.repeated),
    disposalRate: share(work, (told) => told.handled),
    disposalInTime: share(work, (told) => told.handled && !told.late),
    urgentOnTimeRate: share(
      (told) => should(told) && told.urgent,
      (told) => told.closed !== undefined && !told.late,
    ),
    verifiedAtOnce: share(
      (told) => done(told) && told.verified,
      (told) => !told.reworked,
    ),
    supervised: plain((told) => told.supervised && (told.opened === at || told.closed === at || endedIn(told, at))),
  };
}

/** Averages with one decimal, by indicator; null where no case has come so far. */
export function rawHours(cases: readonly Told[], at: string): Readonly<Record<string, number | null>> {
  const average = (test: (told: Told) => boolean, span: keyof Told["hours"]) => {
    const all = cases.filter(test).flatMap((told) => told.hours[span] ?? []);
    return all.length === 0 ? null : Math.round((all.reduce((sum, one) => sum + one, 0) / all.length) * 10) / 10;
  };
  return {
    hoursToFile: average((told) => told.filed === at, "file"),
    hoursToHandle: average((told) => told.closed === at && told.disposed, "handle"),
    hoursToClose: average((told) => told.closed === at, "close"),
  };
}

/** Refused and cancelled cases end without a closing; their month is that of the limit they have instead of one. */
const endedIn = (told: Told, at: string) => (told.refused || told.cancelled) && told.due === at;

/** Accounts at or below a path, and those of them who did or reported something in the month. */
export async function rawAccounts(store: Store, path: string, at: string) {
  const posts = await store.read.all<{ person_id: string; path: string; street_id: string }>(
    "SELECT g.person_id, u.path, u.street_id FROM grant_ g JOIN org_unit u ON u.code = g.unit",
  );
  const isBelow = (one: string) => one === path || one.startsWith(`${path}/`);
  const all = new Set(posts.filter((post) => isBelow(post.path)).map((post) => post.person_id));
  const events = await store.read.all<{ street_id: string; actor: string; at: number }>(
    "SELECT street_id, actor, at FROM event WHERE actor LIKE 'person:%'",
  );
  const sent = await store.read.all<{ street_id: string; by_person: string; at: number }>(
    "SELECT street_id, by_person, at FROM submission",
  );
  const acts = [
    ...events.map((event) => ({ ...event, who: event.actor.slice("person:".length) })),
    ...sent.map((one) => ({ ...one, who: one.by_person })),
  ];
  const streetPath = new Map(
    (await store.read.all<{ code: string; path: string }>("SELECT code, path FROM org_unit")).map((unit) => [
      unit.code,
      unit.path,
    ]),
  );
  // Within a street its own records count; a community or grid counts what its people did in their street.
  const inScope = (street: string) =>
    isBelow(streetPath.get(street) ?? "") || path.startsWith(streetPath.get(street) ?? "-");
  const active = new Set(acts.filter((act) => inScope(act.street_id) && month(act.at) === at).map((act) => act.who));
  return { counted: [...all].filter((id) => active.has(id)).length, of: all.size };
}
