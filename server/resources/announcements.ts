/** 通知公告: sent by offices to roles of their units, with receipts. */
import { scopeOf } from "../access/may-do.ts";
import type { Container } from "../container.ts";
import type { Handlers } from "../http/call.ts";
import { answer, notFound } from "../http/outcome.ts";

type Mine = Pick<
  Handlers,
  "announcements" | "announcement" | "announcement.send" | "announcement.audience" | "announcement.remind"
>;

export function announcements({ runtime, catalogue }: Container): Mine {
  return {
    announcements: async ({ principal, query }) =>
      answer(await runtime.announcements(scopeOf(principal, catalogue.tree), query)),

    announcement: async ({ principal, params }) => {
      const found = await runtime.announcement(scopeOf(principal, catalogue.tree), params.street, params.id);
      return found === undefined ? notFound() : answer(found);
    },

    "announcement.send": ({ principal, body }) => runtime.announce(principal, body),
    "announcement.audience": ({ principal, body }) => runtime.findAudience(principal, body),
    "announcement.remind": ({ principal, params }) => runtime.remindUnconfirmed(principal, params.street, params.id),
  };
}
