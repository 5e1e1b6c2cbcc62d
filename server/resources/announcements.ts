/** 通知公告: sent by offices to roles of their units, with receipts. */
import type { Person } from "../access/actor.ts";
import { mayDo, scopeOf } from "../access/may-do.ts";
import type { Container } from "../container.ts";
import type { AnnouncementChoices } from "../contract/types.ts";
import type { Handlers } from "../http/call.ts";
import { workbookType, writeWorkbook } from "../external/write-workbook.ts";
import { answer, Content, notFound } from "../http/outcome.ts";
import type { Catalogue } from "../runtime/catalogue-type.ts";
import { receiptSheet } from "../views/receipt-sheet.ts";

/** Units that the person's posts reach, each below its parent where that one is reached too. */
function choicesOf(catalogue: Catalogue, person: Person): AnnouncementChoices {
  const { tree } = catalogue;
  const reached = catalogue
    .units()
    .filter((unit) => mayDo(person, "announcement.send", { path: tree.path(unit.code) }));
  const codes = new Set(reached.map((unit) => unit.code));
  const posts = person.grants.filter((grant) => codes.has(grant.unit)).map((grant) => grant.unit);
  const kinds: ReadonlySet<string> = new Set(reached.map((unit) => unit.kind));
  return {
    from: [...new Set(posts)].map((code) => ({ code, title: { ...catalogue.unitTitle(code) } })),
    units: reached.map(({ code, parent, title }) => ({
      ...{ code, title: { ...title } },
      ...(parent !== undefined && codes.has(parent) ? { parent } : {}),
    })),
    roles: catalogue
      .roles()
      .filter((role) => role.at.some((kind) => kinds.has(kind)))
      .map(({ key, title }) => ({ key, title: { ...title } })),
  };
}

type Mine = Pick<
  Handlers,
  | "announcements"
  | "announcement"
  | "announcement.choices"
  | "announcement.send"
  | "announcement.audience"
  | "announcement.receipts"
  | "announcement.remind"
>;

export function announcements({ runtime, catalogue }: Container): Mine {
  return {
    announcements: async ({ principal, query }) =>
      answer(await runtime.announcements(scopeOf(principal, catalogue.tree), query)),

    announcement: async ({ principal, params }) => {
      const found = await runtime.announcement(scopeOf(principal, catalogue.tree), params.street, params.id);
      return found === undefined ? notFound() : answer(found);
    },

    "announcement.receipts": async ({ principal, params, query }) => {
      const found = await runtime.announcement(scopeOf(principal, catalogue.tree), params.street, params.id);
      if (found === undefined) return notFound();
      const sheet = receiptSheet(found, query.language ?? "zh-CN", catalogue.timeZone);
      const name = encodeURIComponent(`${found.announcement.title} ${sheet.title}.xlsx`);
      return answer(
        new Content(workbookType, await writeWorkbook([sheet]), {
          "Content-Disposition": `attachment; filename*=UTF-8''${name}`,
          "Cache-Control": "private, no-store",
        }),
      );
    },

    "announcement.choices": async ({ principal }) => Promise.resolve(answer(choicesOf(catalogue, principal))),

    "announcement.send": ({ principal, body }) => runtime.announce(principal, body),
    "announcement.audience": ({ principal, body }) => runtime.findAudience(principal, body),
    "announcement.remind": ({ principal, params }) => runtime.remindUnconfirmed(principal, params.street, params.id),
  };
}
