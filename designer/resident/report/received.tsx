/** The receipt: the number, and the private link with the reason to keep it. */
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import type { ResidentReceipt } from "../../../server/contract/types.ts";
import { dayOf } from "../../app/dates.ts";
import { Icon } from "../../ui/icons.tsx";
import { Frame } from "../frame.tsx";

interface ReceivedProps {
  readonly receipt: ResidentReceipt;
  readonly onMore: () => void;
}

function LinkToKeep({ address }: { readonly address: string }) {
  const { t } = useTranslation("resident");
  const [copied, setCopied] = useState(false);
  const copy = async () => {
    // Insecure addresses have no clipboard; the link stands there to be pressed and held.
    await navigator.clipboard
      ?.writeText(address)
      .then(() => setCopied(true))
      .catch(() => undefined);
  };
  return (
    <>
      <p className="r-link">{address}</p>
      {window.isSecureContext && (
        <button type="button" className="g-button wide" onClick={() => void copy()}>
          <Icon name={copied ? "check" : "saved"} size={20} />
          <span aria-live="polite">{t(copied ? "received.copied" : "received.copy")}</span>
        </button>
      )}
    </>
  );
}

export function Received({ receipt, onMore }: ReceivedProps) {
  const { t } = useTranslation("resident");
  const address = `${window.location.origin}${receipt.path}`;
  return (
    <Frame title={t("received.title")}>
      <section className="g-card r-received">
        <span className="r-sign">
          <Icon name="check" size={36} />
        </span>
        <p>{t(receipt.repeated ? "received.again" : "received.words")}</p>
        <dl className="g-facts">
          <div>
            <dt>{t("received.number")}</dt>
            <dd>
              <strong>{receipt.number}</strong>
            </dd>
          </div>
        </dl>
        <h2>{t("received.link")}</h2>
        <LinkToKeep address={address} />
        <p className="g-muted g-small">{t("received.keep", { day: dayOf(receipt.expiresAt) })}</p>
      </section>
      <Link className="g-button primary wide" to={receipt.path}>
        {t("received.progress")}
      </Link>
      <button type="button" className="g-button wide" onClick={onMore}>
        {t("received.more")}
      </button>
    </Frame>
  );
}
