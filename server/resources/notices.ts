/** Notices to me: newest first, read and confirmed by me. */
import type { Container } from "../container.ts";
import type { Notice, Title } from "../contract/types.ts";
import type { Handlers } from "../http/call.ts";
import { answer, notFound } from "../http/outcome.ts";
import { announcedFiles } from "../runtime/announce.ts";
import { markAllRead, markConfirmed, markRead, noticesOf, openNotices, type StoredNotice } from "../store/notices.ts";

const usual = 50;

type Files = Awaited<ReturnType<typeof announcedFiles>>;

const shown = ({ catalogue }: Container, row: StoredNotice, files: Files): Notice => ({
  id: row.id,
  street: row.street,
  at: new Date(row.at).toISOString(),
  title: JSON.parse(row.title) as Title,
  body: JSON.parse(row.body) as Title,
  ...(row.caseId === null ? {} : { caseId: row.caseId }),
  read: row.readAt !== null,
  urgent: row.urgent === 1,
  confirm: row.confirm === 1,
  ...(row.confirmedAt === null ? {} : { confirmedAt: new Date(row.confirmedAt).toISOString() }),
  ...(row.announcementId === null ? {} : { announcementId: row.announcementId }),
  ...(files.has(row.announcementId ?? "") ? { files: files.get(row.announcementId ?? "") ?? [] } : {}),
  ...(row.unit === null ? {} : { from: { ...catalogue.unitTitle(row.unit) } }),
});

type Mine = Pick<Handlers, "notices" | "notices.readAll" | "notice.read" | "notice.confirm">;

export function notices(container: Container): Mine {
  const { store, ports } = container;
  return {
    notices: async ({ principal, query }) => {
      const [page, open] = await Promise.all([
        noticesOf(store.read, principal.id, { ...query, limit: query.limit ?? usual }),
        openNotices(store.read, principal.id),
      ]);
      const announced = page.rows.flatMap((row) => row.announcementId ?? []);
      const files = await announcedFiles(store.read, [...new Set(announced)]);
      const items = page.rows.map((row) => shown(container, row, files));
      return answer({ items, ...open, total: page.total, ...(page.next === undefined ? {} : { cursor: page.next }) });
    },

    "notices.readAll": async ({ principal }) => {
      await store.write((tx) => markAllRead(tx, principal.id, ports.clock.now()));
      return answer(undefined);
    },

    "notice.read": async ({ principal, params }) => {
      const at = ports.clock.now();
      const found = await store.write((tx) => markRead(tx, params.street, params.id, principal.id, at));
      return found ? answer(undefined) : notFound();
    },

    "notice.confirm": async ({ principal, params }) => {
      const at = ports.clock.now();
      const found = await store.write((tx) => markConfirmed(tx, params.street, params.id, principal.id, at));
      return found ? answer(undefined) : notFound();
    },
  };
}
