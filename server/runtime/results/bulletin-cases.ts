/** The bulletin's lists of cases by name: what was late, and what became of 督办 and 批示. */
import type { BulletinTable, FigureCases } from "../../contract/types.ts";
import type { Title } from "../../../engine/model/title.ts";
import type { Principal } from "../../access/actor.ts";
import { eventsOf } from "../../store/instances.ts";
import { dayOf, sayWhen } from "../../views/moments.ts";
import type { RuntimeContext } from "../context.ts";
import { storedEvent } from "../read-events.ts";
import { readPeople } from "../read-people.ts";
import { supervisionsIn } from "../read-supervisions.ts";
import { readFigureCases } from "./read-figure.ts";
import type { Question } from "./question.ts";

/** A bulletin is read on paper: more than these are counted, and listed in the system. */
const MOST_LISTED = 100;

type Cell = BulletinTable["rows"][number][number];
type Case = FigureCases["items"][number];

const same = (text: string): Title => ({ "zh-CN": text, en: text });
const cell = (text: Title): Cell => ({ text: { ...text } });

async function casesOf(
  context: RuntimeContext,
  principal: Principal,
  { unit, month }: Question,
  indicator: string,
): Promise<Listed> {
  const asked = { unit: unit.code, month, indicator };
  const found = await readFigureCases(context, principal, asked, { limit: MOST_LISTED });
  const link = `/desk/results/cases?${new URLSearchParams(asked).toString()}`;
  return found.ok ? { items: found.value.items, total: found.value.total, link } : { items: [], total: 0, link };
}

interface Listed {
  readonly items: FigureCases["items"];
  readonly total: number;
  /** Address of all of them, below the desk. */
  readonly link: string;
}

/** 共 131 件，列出前 100 件: a list that ends early says so, and where the rest is. */
function moreOf(what: Title, { items, total, link }: Listed): NonNullable<BulletinTable["more"]> {
  if (total <= items.length) return [];
  const listed = String(items.length);
  const text = {
    "zh-CN": `${what["zh-CN"]}共 ${String(total)} 件，以上列出最近上报的前 ${listed} 件，全部案件见“考核评估”。`,
    en: `${what.en ?? ""}: ${String(total)}; the ${listed} reported last are listed above, all of them under Results.`,
  };
  return [{ text, link }];
}

const withMore = (more: NonNullable<BulletinTable["more"]>) => (more.length === 0 ? {} : { more });

const numbered = ({ id, number }: Case): Cell => ({ text: same(number), caseId: id, link: `/desk/case/${id}` });

/** By the unit's name, so that each finds its own together. */
const byLead = (a: Case, b: Case) =>
  (a.leadTitle?.["zh-CN"] ?? "").localeCompare(b.leadTitle?.["zh-CN"] ?? "", "zh-CN");

function day(context: RuntimeContext, at: string | undefined): Title {
  return same(at === undefined ? "—" : dayOf(Date.parse(at), context.catalogue.timeZone));
}

export async function overdueTable(
  context: RuntimeContext,
  principal: Principal,
  question: Question,
): Promise<BulletinTable | undefined> {
  const listed = await casesOf(context, principal, question, "overdue");
  const cases = listed.items.toSorted(byLead);
  if (cases.length === 0) return undefined;
  const columns: Title[] = [
    { "zh-CN": "责任单位", en: "Unit" },
    { "zh-CN": "案件编号", en: "Case" },
    { "zh-CN": "事项", en: "Matter" },
    { "zh-CN": "地点", en: "Place" },
    { "zh-CN": "目前状态", en: "State" },
    { "zh-CN": "办结日期", en: "Closed on" },
  ];
  const more = moreOf({ "zh-CN": "超期案件", en: "Overdue cases" }, listed);
  const rows = cases.map((each): Cell[] => [
    cell(each.leadTitle ?? same("—")),
    numbered(each),
    cell(context.catalogue.matter(each.street, each.matter)?.title ?? same(each.title)),
    cell(same(each.address)),
    cell(each.stateTitle),
    cell(day(context, each.closedAt)),
  ]);
  return { columns: columns.map((column) => ({ ...column })), rows, ...withMore(more) };
}

async function ordersOf(context: RuntimeContext, one: Case): Promise<Cell[][]> {
  const { read } = context.store;
  const types = ["supervisionOpened", "supervisionOverdue", "supervisionClosed"];
  const events = (await eventsOf(read, one.street, one.id, types)).map(storedEvent);
  const orderedBy = events.flatMap(({ body }) =>
    body.type === "supervisionOpened" ? [body.supervision.openedBy] : [],
  );
  const people = await readPeople(read, [...orderedBy, ...events.map((event) => event.by)]);
  const now = context.ports.clock.now();
  const when = (at: string) => sayWhen(Date.parse(at), now, context.catalogue.timeZone);
  return supervisionsIn(events, people, (code) => context.catalogue.unitTitle(code)).map((order) => [
    numbered(one),
    cell(order.unit === undefined ? { "zh-CN": "督办", en: "Supervision" } : { "zh-CN": "批示", en: "Instruction" }),
    cell(same(order.by.name)),
    cell(order.unitTitle ?? one.leadTitle ?? same("—")),
    cell(same(order.requirement)),
    cell(order.dueAt === undefined ? same("—") : when(order.dueAt)),
    cell(order.reply === undefined ? { "zh-CN": "未回复", en: "Not answered" } : same(order.reply)),
  ]);
}

export async function supervisionTable(
  context: RuntimeContext,
  principal: Principal,
  question: Question,
): Promise<BulletinTable | undefined> {
  const supervised = await casesOf(context, principal, question, "supervised");
  const instructed = await casesOf(context, principal, question, "instructed");
  const both = [...supervised.items, ...instructed.items];
  const cases = [...new Map(both.map((each) => [each.id, each])).values()];
  const rows = (await Promise.all(cases.map((each) => ordersOf(context, each)))).flat();
  if (rows.length === 0) return undefined;
  const columns: Title[] = [
    { "zh-CN": "案件编号", en: "Case" },
    { "zh-CN": "类别", en: "Kind" },
    { "zh-CN": "批示（督办）人", en: "By" },
    { "zh-CN": "承办单位", en: "Unit" },
    { "zh-CN": "要求", en: "Requirement" },
    { "zh-CN": "回复期限", en: "Due" },
    { "zh-CN": "落实情况", en: "Answer" },
  ];
  const more = [
    ...moreOf({ "zh-CN": "督办案件", en: "Supervised" }, supervised),
    ...moreOf({ "zh-CN": "批示案件", en: "With instructions" }, instructed),
  ];
  return { columns: columns.map((column) => ({ ...column })), rows, ...withMore(more) };
}
