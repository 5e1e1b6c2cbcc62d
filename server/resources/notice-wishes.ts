/** Where I can be reached, and by what I wish to be told. */
import type { Problem } from "../../engine/model/problem.ts";
import type { Container } from "../container.ts";
import type { NoticeWishes } from "../contract/types.ts";
import { isMailbox } from "../external/notify/check-settings.ts";
import { isChannelKind } from "../external/notify/channel.ts";
import { isPhone } from "../external/notify/mask.ts";
import type { Handlers } from "../http/call.ts";
import { answer, notFound, refuse } from "../http/outcome.ts";
import { problem } from "../http/problems.ts";
import { cityOf, readWishes } from "../jobs/plan-deliveries.ts";
import { openKinds } from "../store/channels.ts";
import { contactsOf, saveContact, type ContactRow } from "../store/contacts.ts";
import { homeStreet } from "./street.ts";

const account = /^[A-Za-z0-9._@-]+$/;

function problemsOf({ email, phone, wecomId, dingtalkId }: NoticeWishes): readonly Problem[] {
  const wrongAccount = (id: string, path: string) =>
    id === "" || account.test(id) ? [] : [problem("CONTACT_ID_WRONG", {}, { path })];
  return [
    ...(email === "" || isMailbox(email) ? [] : [problem("MAILBOX_WRONG", {}, { path: "/email" })]),
    ...(phone === "" || isPhone(phone) ? [] : [problem("PHONE_WRONG", {}, { path: "/phone" })]),
    ...wrongAccount(wecomId, "/wecomId"),
    ...wrongAccount(dingtalkId, "/dingtalkId"),
  ];
}

const orNull = (text: string) => (text === "" ? null : text);

function trimmed(body: NoticeWishes): NoticeWishes {
  const { email, phone, wecomId, dingtalkId } = body;
  const cut = { email: email.trim(), phone: phone.replaceAll(/[\s-]/g, "") };
  return { ...body, ...cut, wecomId: wecomId.trim(), dingtalkId: dingtalkId.trim() };
}

export function noticeWishes(container: Container): Pick<Handlers, "noticeWishes" | "noticeWishes.save"> {
  const { store, catalogue } = container;

  function shown(row: Omit<ContactRow, "phone">, open: ReadonlySet<string>): NoticeWishes {
    const { off, language } = readWishes(row.wishes);
    return {
      ...{ email: row.email ?? "", phone: row.mobile ?? "", wecomId: row.wecomId ?? "" },
      ...{ dingtalkId: row.dingtalkId ?? "", off: [...off], language, open: [...open].filter(isChannelKind) },
    };
  }

  return {
    noticeWishes: async ({ principal }) => {
      const row = (await contactsOf(store.read, [principal.id])).get(principal.id);
      const open = await openKinds(store.read, homeStreet(container, principal), cityOf(catalogue));
      return row === undefined ? notFound() : answer(shown(row, open));
    },

    "noticeWishes.save": async ({ principal, body }) => {
      const wishes = trimmed(body);
      const problems = problemsOf(wishes);
      if (problems.length > 0) return refuse(...problems);
      const row = {
        ...{ id: principal.id, email: orNull(wishes.email), mobile: orNull(wishes.phone) },
        ...{ wecomId: orNull(wishes.wecomId), dingtalkId: orNull(wishes.dingtalkId) },
        wishes: JSON.stringify({ off: wishes.off, language: wishes.language }),
      };
      await store.write((tx) => saveContact(tx, row));
      const open = await openKinds(store.read, homeStreet(container, principal), cityOf(catalogue));
      return answer(shown(row, open));
    },
  };
}
