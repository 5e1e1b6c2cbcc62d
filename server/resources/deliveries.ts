/** 发送记录: what went out by mail, robot and SMS, what waits, and what could not be delivered. */
import type { Person } from "../access/actor.ts";
import { mayDo, scopeOf } from "../access/may-do.ts";
import type { Container } from "../container.ts";
import type { Delivery } from "../contract/types.ts";
import type { Handlers } from "../http/call.ts";
import { answer, Content, notFound, refuseWith } from "../http/outcome.ts";
import { retryDelivery } from "../store/deliveries.ts";
import {
  countDeliveries,
  deliveries as listed,
  type DeliveryFilter,
  type LoggedDelivery,
} from "../store/delivery-log.ts";
import { deliveryView } from "../views/delivery.ts";

const MOST_EXPORTED = 5_000;

interface Asked {
  readonly street?: string;
  readonly channel?: string;
  readonly state?: string;
  readonly q?: string;
  readonly from?: string;
  readonly until?: string;
  readonly cursor?: string;
  readonly limit?: number;
}

const instant = (text: string | undefined): number | undefined => {
  const at = text === undefined ? Number.NaN : Date.parse(text);
  return Number.isFinite(at) ? at : undefined;
};

const filterOf = (query: Asked): DeliveryFilter => ({
  ...query,
  from: instant(query.from),
  until: instant(query.until),
});

/** A cell that a table program would take for a formula is made text. */
const cell = (text: string) => `"${(/^[=+\-@\t\r]/.test(text) ? `'${text}` : text).replaceAll('"', '""')}"`;

const head = ["时间", "街道", "姓名", "渠道", "地址", "通知", "状态", "尝试次数", "送出时间", "原因", "详情"];
const states: Readonly<Record<Delivery["state"], string>> = {
  waiting: "待发送",
  retrying: "重试中",
  sent: "已送出",
  failed: "无法送达",
};

function csvOf(items: readonly Delivery[]): string {
  const rows = items.map((item) => [
    ...[item.at, item.streetTitle["zh-CN"], item.person, item.channel, item.address, item.title["zh-CN"]],
    ...[states[item.state], String(item.tries), item.sentAt ?? "", item.error?.["zh-CN"] ?? "", item.detail ?? ""],
  ]);
  return `\uFEFF${[head, ...rows].map((row) => row.map(cell).join(",")).join("\r\n")}\r\n`;
}

/** Rows of several pages, up to what one file holds. */
async function exported(container: Container, person: Person, filter: DeliveryFilter): Promise<LoggedDelivery[]> {
  const scope = scopeOf(person, container.catalogue.tree);
  const rows: LoggedDelivery[] = [];
  for (let cursor: string | undefined; rows.length < MOST_EXPORTED;) {
    const page = await listed(container.store.read, scope, { ...filter, cursor, limit: 200 });
    rows.push(...page.rows);
    if (page.next === undefined) break;
    cursor = page.next;
  }
  return rows;
}

type Mine = Pick<Handlers, "deliveries" | "deliveries.export" | "delivery.retry">;

export function deliveries(container: Container): Mine {
  const { store, catalogue, ports, postman } = container;
  const isForeign = (person: Person, street: string | undefined) =>
    street !== undefined && !scopeOf(person, catalogue.tree).streets.includes(street);
  const view = (row: LoggedDelivery) => deliveryView(row, catalogue.unitTitle(row.street_id));

  return {
    deliveries: async ({ principal, query }) => {
      if (isForeign(principal, query.street)) return notFound();
      const [scope, filter] = [scopeOf(principal, catalogue.tree), filterOf(query)];
      const [page, counts] = await Promise.all([
        listed(store.read, scope, filter),
        countDeliveries(store.read, scope, filter),
      ]);
      const next = page.next === undefined ? {} : { cursor: page.next };
      return answer({ items: page.rows.map(view), total: page.total, counts, ...next });
    },

    "deliveries.export": async ({ principal, query }) => {
      if (isForeign(principal, query.street)) return notFound();
      const rows = await exported(container, principal, filterOf(query));
      const street = query.street ?? catalogue.tree.units[0]?.code ?? "";
      await store.write(async (tx) => {
        tx.insert("audit", {
          ...{ street_id: street, id: ports.ids.uuid(), at: ports.clock.now(), actor: `person:${principal.id}` },
          ...{ action: "delivery.export", subject: "delivery", body: JSON.stringify({ ...query, rows: rows.length }) },
        });
        return Promise.resolve();
      });
      const headers = { "Content-Disposition": 'attachment; filename="delivery-log.csv"' };
      return answer(new Content("text/csv; charset=utf-8", csvOf(rows.map(view)), headers));
    },

    "delivery.retry": async ({ principal, params }) => {
      if (isForeign(principal, params.street)) return notFound();
      if (!mayDo(principal, "delivery.configure", { path: catalogue.tree.path(params.street) }))
        return refuseWith("ACTION_NOT_ALLOWED");
      const isFound = await store.write((tx) => retryDelivery(tx, params.street, params.id, ports.clock.now()));
      if (isFound) await postman.look();
      return isFound ? answer(undefined) : notFound();
    },
  };
}
