/** Notices, announcements with their receipts, and by what a person wishes to be told. */
import { key, instant, uuid, id, flag, count, list, ref, object, short } from "../schema-parts.ts";

const channel = { enum: ["email", "wecom", "dingtalk", "sms"] } as const;
const heading = { type: "string", minLength: 2, maxLength: 100 } as const;
const wording = { type: "string", minLength: 2, maxLength: 2000 } as const;
const chosen = (most: number) => ({ ...list(key), minItems: 1, maxItems: most });
const audience = { units: chosen(200), roles: chosen(30) };
const contact = (maxLength: number) => ({ type: "string", maxLength });

/** Ids of uploaded files, in the order they are shown. */
const uploaded = { ...list(uuid), maxItems: 10 } as const;

export const noticesSchemas = {
  AnnouncedFile: object({ id: uuid, name: short, type: short, size: count }),
  Notice: object(
    {
      ...{ id: uuid, street: key, at: instant, title: ref("Title"), body: ref("Title"), caseId: uuid, read: flag },
      ...{ urgent: flag, confirm: flag, confirmedAt: instant, announcementId: uuid, from: ref("Title") },
      files: list(ref("AnnouncedFile")),
    },
    ["caseId", "street", "urgent", "confirm", "confirmedAt", "announcementId", "from", "files"],
  ),
  NoticePage: object({ items: list(ref("Notice")), unread: count, toConfirm: count, total: count, cursor: short }, [
    "cursor",
    "toConfirm",
    "total",
  ]),
  Audience: object(audience),
  /** Whom an announcement would reach, and which of its roles nobody has there. */
  AudienceFound: object({ people: count, emptyRoles: list(ref("Title")) }),
  /** In whose name I may announce, and to whom. */
  AnnouncementChoices: object({
    from: list(object({ code: key, title: ref("Title") })),
    units: list(object({ code: key, title: ref("Title"), parent: key }, ["parent"])),
    roles: list(object({ key, title: ref("Title") })),
  }),
  NewAnnouncement: object(
    { id: uuid, unit: key, title: heading, body: wording, ...audience, confirm: flag, urgent: flag, files: uploaded },
    ["files"],
  ),
  Announcement: object(
    {
      ...{ id: uuid, street: key, unit: key, unitTitle: ref("Title"), by: short, at: instant, title: short },
      ...{ body: { type: "string", maxLength: 4000 }, units: list(ref("Title")), roles: list(ref("Title")) },
      ...{ confirm: flag, urgent: flag, receivers: count, read: count, confirmed: count, remindedAt: instant },
      files: list(ref("AnnouncedFile")),
    },
    ["remindedAt"],
  ),
  AnnouncementPage: object({ items: list(ref("Announcement")), total: count, cursor: short }, ["cursor"]),
  Receipt: object({ personId: id, name: short, posts: list(ref("Title")), readAt: instant, confirmedAt: instant }, [
    "readAt",
    "confirmedAt",
  ]),
  AnnouncementDetail: object({ announcement: ref("Announcement"), receipts: list(ref("Receipt")) }),
  Reminded: object({ people: count }),
  NoticeWishes: object({
    ...{ email: contact(254), phone: contact(20), wecomId: contact(64), dingtalkId: contact(64) },
    off: { ...list(channel), maxItems: 4 },
    language: { enum: ["zh-CN", "en"] },
    /** Channels that are set up for my street. */
    open: { ...list(channel), maxItems: 4 },
  }),
};
