/** Notices to me: newest first. */
import type { Container } from "../container.ts";
import type { Notice, Title } from "../contract/types.ts";
import type { Handlers } from "../http/call.ts";
import { answer, notFound } from "../http/outcome.ts";
import { markRead, noticesOf, unreadNotices, type StoredNotice } from "../store/notices.ts";

const usual = 50;

const shown = (row: StoredNotice): Notice => ({
  id: row.id,
  street: row.street,
  at: new Date(row.at).toISOString(),
  title: JSON.parse(row.title) as Title,
  body: JSON.parse(row.body) as Title,
  ...(row.caseId === null ? {} : { caseId: row.caseId }),
  read: row.readAt !== null,
});

type Mine = Pick<Handlers, "notices" | "notice.read">;

export function notices({ store, ports }: Container): Mine {
  return {
    notices: async ({ principal, query }) => {
      const before = query.cursor === undefined ? Number.MAX_SAFE_INTEGER : Number(query.cursor) || 0;
      const [rows, unread] = await Promise.all([
        noticesOf(store.read, principal.id, before, query.limit ?? usual),
        unreadNotices(store.read, principal.id),
      ]);
      return answer({ items: rows.map(shown), unread });
    },

    "notice.read": async ({ principal, params }) => {
      const at = ports.clock.now();
      const found = await store.write((tx) => markRead(tx, params.street, params.id, principal.id, at));
      return found ? answer(undefined) : notFound();
    },
  };
}
