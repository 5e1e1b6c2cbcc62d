/** Candidate settings played through the real engine: the chain in sentences and what one example case would go through. */
import { instantFrom, isWorkingDay } from "../../../engine/calendar/index.ts";
import type { Bundle } from "../../../engine/model/bundle.ts";
import type { Result } from "../../../engine/model/problem.ts";
import { chainOf, untouched, type ChainLink, type Moment } from "../../../engine/rehearsal/index.ts";
import type { ChainLinkWords, RehearsalRow, SettingChain } from "../../contract/types.ts";
import { sayWhen } from "../../views/moments.ts";
import type { CatalogueMatter } from "../catalogue-type.ts";
import { rehearsalVariables } from "../open-case.ts";
import type { SettingsContext, StreetGround } from "./ground.ts";
import type { Where } from "../where.ts";
import { both, said, type Said, type SettingWords } from "./setting-words.ts";

/** What the cases that are played have in common. */
export interface Stage {
  readonly context: SettingsContext;
  readonly ground: StreetGround;
  readonly words: SettingWords;
  /** Epoch milliseconds at which the case is reported. */
  readonly at: number;
}

export interface Played {
  readonly moments: readonly Moment[];
  readonly links: readonly ChainLink[];
}

/** The first grid of the street: which one makes no difference to a chain. */
export function exampleGrid({ context, ground }: Pick<Stage, "context" | "ground">): string {
  const { tree } = context.catalogue;
  const inside = tree.units.filter((unit) => tree.tenant(unit.code) === ground.street);
  return (inside.find((unit) => unit.kind === "grid") ?? inside[0])?.code ?? ground.street;
}

/** At the start of office hours of the next working day from `from` on, so that the figures are easy to follow. */
export function exampleStart({ context, ground }: Pick<Stage, "context" | "ground">, from: string): number {
  const calendar = context.catalogue.calendar(ground.street);
  const [opens = "09:00"] = calendar.officeHours[0] ?? [];
  const now = context.ports.clock.now();
  for (let days = 0; days < 60; days += 1) {
    const day = new Date(Date.parse(from) + days * 86_400_000).toISOString().slice(0, 10);
    const start = instantFrom(`${day}T${opens}`, calendar.timeZone);
    if (start.ok && Date.parse(start.value) >= now && isWorkingDay(calendar, day)) return Date.parse(start.value);
  }
  return now;
}

function whereOf({ context }: Stage, grid: string): Where {
  const { catalogue } = context;
  return {
    ...{ street: catalogue.tree.tenant(grid), grid, unitPath: catalogue.tree.path(grid) },
    ...{ address: catalogue.unitTitle(grid)["zh-CN"], place: undefined, placeCode: undefined, position: undefined },
  };
}

/** Problems: the flow refuses the case, as it would in earnest. */
export function play(stage: Stage, bundle: Bundle, matter: CatalogueMatter): Result<Played> {
  const { context, at } = stage;
  const principal = { kind: "system", id: "engine", name: "", grants: [] } as const;
  const plan = {
    caseId: "example",
    matter,
    bundle,
    where: whereOf(stage, exampleGrid(stage)),
    report: {},
    submissionId: "",
  };
  const variables = rehearsalVariables(context, { ...plan, principal, at });
  const result = untouched(bundle, variables, new Date(at).toISOString());
  if (!result.ok) return result;
  return { ok: true, value: { moments: result.value.moments, links: chainOf(result.value) } };
}

/** Matters that stand for all: one for each way in which a case may go up. */
export function exampleMatters({ context, ground }: Pick<Stage, "context" | "ground">): readonly CatalogueMatter[] {
  const all = context.catalogue.matters(ground.street);
  const kindsOfCase = new Map<string, CatalogueMatter>();
  for (const matter of all) {
    const kind = `${matter.process}/${matter.ownerRole}/${matter.severity}`;
    if (!kindsOfCase.has(kind)) kindsOfCase.set(kind, matter);
  }
  return [...kindsOfCase.values()];
}

/** The chains of a street, each once, the longest first. */
export function chainsOf(stage: Stage, bundleFor: (process: string) => Bundle | undefined): SettingChain[] {
  const chains = new Map<string, SettingChain>();
  for (const matter of exampleMatters(stage)) {
    const bundle = bundleFor(matter.process);
    const played = bundle === undefined ? undefined : play(stage, bundle, matter);
    if (played?.ok !== true) continue;
    const way = played.value.links.map(({ level, groups }) => `${level}:${groups.join()}`).join(">");
    if (!chains.has(way)) chains.set(way, chainWords(stage, matter, played.value.links));
  }
  return [...chains.values()].toSorted((a, b) => b.links.length - a.links.length);
}

function chainWords({ context, words }: Stage, matter: CatalogueMatter, links: readonly ChainLink[]): SettingChain {
  const shown = links.map((link) => linkWords(context, words, link));
  return {
    title: said(matter.title),
    matter: matter.key,
    links: shown,
    sentence: both((language) => sentence(shown, language)),
  };
}

/** A department has no level of its own: it goes by its name. */
function linkWords({ catalogue }: SettingsContext, words: SettingWords, link: ChainLink): ChainLinkWords {
  const [first = ""] = link.groups;
  const unit = catalogue.tree.get(first.slice(0, first.indexOf("/")));
  const level = unit?.kind === "department" ? said(unit.title) : words.code("level", link.level);
  return {
    ...{ level, holders: link.groups.map((group) => words.group(group)) },
    ...(link.limit === undefined ? {} : { limit: words.limit(link.limit) }),
    ...(link.percent === undefined ? {} : { percent: link.percent }),
  };
}

/** A Chinese bracket makes room by itself. */
const spaced = (words: string) => (words.endsWith("）") ? words : `${words} `);

const sayings = {
  "zh-CN": {
    over: (level: string, limit: string, next: string) => `${spaced(level)}${limit}内未办结 → ${next}`,
    share: (level: string, limit: string, percent: number, next: string) =>
      `${spaced(level)}用时达 ${limit}的 ${percent}% → ${next}`,
    last: (level: string, limit: string) => `${level}须在 ${limit}内办结，不再上报`,
    none: (level: string) => `${level}办理，不再上报`,
    join: "；",
  },
  en: {
    over: (level: string, limit: string, next: string) => `${level}: not done within ${limit} → ${next}`,
    share: (level: string, limit: string, percent: number, next: string) =>
      `${level}: at ${percent}% of ${limit} → ${next}`,
    last: (level: string, limit: string) => `${level}: to be done within ${limit}, goes no further`,
    none: (level: string) => `${level}: goes no further`,
    join: "; ",
  },
} as const;

/** 网格 4 工作时内未办结 → 社区；社区 1 工作日内未办结 → 街道 */
function sentence(links: readonly ChainLinkWords[], language: "zh-CN" | "en"): string {
  const say = sayings[language];
  const name = (link: ChainLinkWords | undefined) => link?.level[language] ?? "";
  return links
    .map((link, at) => {
      const limit = link.limit?.[language];
      if (limit === undefined) return say.none(name(link));
      if (link.percent === undefined) return say.last(name(link), limit);
      const next = name(links[at + 1]);
      return link.percent === 100
        ? say.over(name(link), limit, next)
        : say.share(name(link), limit, link.percent, next);
    })
    .join(say.join);
}

/** What people notice, row by row. */
export function rowsOf(stage: Stage, moments: readonly Moment[]): RehearsalRow[] {
  const { context, words } = stage;
  const limits = new Map<string, Said>();
  const opened = new Set(moments.flatMap((moment) => (moment.type === "task" ? [moment.at] : [])));
  return moments.flatMap((moment) => {
    if (moment.type === "clock") limits.set(moment.elementId, words.limit(moment.limit));
    const row = rowOf(stage, moment, limits, opened.has(moment.at));
    if (row === undefined) return [];
    const when = sayWhen(Date.parse(moment.at), context.ports.clock.now(), context.catalogue.timeZone);
    return [{ ...row, at: moment.at, when: said(when) }];
  });
}

type Row = Omit<RehearsalRow, "at" | "when">;

/** Raised with nobody above: the last level keeps it. */
function lastRow(words: SettingWords, elementId: string, percent: number): Row {
  const step = words.code("step", elementId);
  const title = {
    "zh-CN": `“${step["zh-CN"]}”用时 ${percent}%，已是最后一级，不再上报`,
    en: `"${step.en}" at ${percent}% of its limit: the last level, it goes no further`,
  };
  return { kind: "end", title, people: [] };
}

function rowOf({ words }: Stage, moment: Moment, limits: ReadonlyMap<string, Said>, goesOn: boolean): Row | undefined {
  switch (moment.type) {
    case "task":
      return {
        kind: "task",
        title: taskTitle(words, moment.elementId, moment.name, limits),
        people: moment.groups.map((group) => words.group(group)),
      };
    case "rung": {
      const { action, elementId, percent, notify } = moment;
      if (action === "escalate" && !goesOn) return lastRow(words, elementId, percent);
      const step = words.code("step", elementId);
      const title = {
        "zh-CN": `“${step["zh-CN"]}”用时 ${percent}%`,
        en: `"${step.en}" at ${percent}% of its limit`,
      };
      return { kind: action, title, people: notify.map((group) => words.group(group)) };
    }
    case "incident":
      return {
        kind: "incident",
        title: { "zh-CN": "流程在此停住，需人工处理", en: "The flow stops here and needs a person" },
        people: [],
      };
    case "ended":
      return { kind: "end", title: { "zh-CN": "案件结束", en: "The case ends" }, people: [] };
    default:
      return undefined;
  }
}

function taskTitle(words: SettingWords, elementId: string, name: string, limits: ReadonlyMap<string, Said>): Said {
  const known = words.code("step", elementId);
  const step = known["zh-CN"] === elementId ? { "zh-CN": name, en: name } : known;
  const limit = limits.get(elementId);
  if (limit === undefined) return { "zh-CN": `等待办理“${step["zh-CN"]}”`, en: `Waits for "${step.en}"` };
  return {
    "zh-CN": `等待办理“${step["zh-CN"]}”，时限 ${limit["zh-CN"]}`,
    en: `Waits for "${step.en}" within ${limit.en}`,
  };
}
