/** Notices of the signed-in person. */
import { key, instant, uuid, flag, count, list, ref, object } from "../schema-parts.ts";

export const noticesSchemas = {
  Notice: object(
    { id: uuid, street: key, at: instant, title: ref("Title"), body: ref("Title"), caseId: uuid, read: flag },
    ["caseId", "street"],
  ),
  NoticePage: object({ items: list(ref("Notice")), unread: count }),
};
