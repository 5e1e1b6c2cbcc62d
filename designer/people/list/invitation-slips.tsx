/** One slip a person, to print and cut out; on the screen nobody sees them. */
import { createPortal } from "react-dom";
import { useTranslation } from "react-i18next";
import type { InvitedPerson } from "../../../server/contract/types.ts";
import { dayOf } from "../../app/dates.ts";
import { say } from "../../app/i18n.ts";

export function InvitationSlips({ items }: { readonly items: readonly InvitedPerson[] }) {
  const { t } = useTranslation("people");
  const address = new URL("/join", globalThis.location.href).href;
  return createPortal(
    <div className="gl-slips" aria-hidden>
      {items.map(({ id, name, posts, login, code, until }) => (
        <section key={id} className="gl-slip">
          <h2>
            {name} <small>{posts.map((post) => say(post)).join("；")}</small>
          </h2>
          <p>{t("codes.slip", { address })}</p>
          <dl>
            <dt>{t("login.code")}</dt>
            <dd>{code}</dd>
            <dt>{t("login.name")}</dt>
            <dd>{login}</dd>
            <dt>{t("codes.until")}</dt>
            <dd>{dayOf(until)}</dd>
          </dl>
        </section>
      ))}
    </div>,
    document.body,
  );
}
