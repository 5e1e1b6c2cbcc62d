/** 居民上报: that a resident reported, what he thought of the result, and for who calls back the way to his number. */
import { Button, Tag } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { CaseDetail, ResidentRatingGiven } from "../../../server/contract/types.ts";
import { sayWhen } from "../../app/dates.ts";
import { say } from "../../app/i18n.ts";
import { useNow } from "../../app/now.ts";
import { ContactDialog } from "./contact-dialog.tsx";
import "./words.ts";

export function ResidentCard({ detail }: { readonly detail: CaseDetail }) {
  const { t } = useTranslation("deskResident");
  const { resident } = detail;
  if (resident === undefined) return null;
  return (
    <section className="gl-card">
      <h2>{t("title")}</h2>
      <p className="gl-quiet">{t("hidden")}</p>
      {resident.canAsk && <Phone caseId={detail.summary.id} masked={resident.phone ?? ""} />}
      {resident.ratings.length > 0 && (
        <>
          <h3>{t("ratings")}</h3>
          <ul className="gl-supervisions">
            {resident.ratings.map((given) => (
              <Given key={given.at} given={given} />
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

function Phone({ caseId, masked }: { readonly caseId: string; readonly masked: string }) {
  const { t } = useTranslation("deskResident");
  const [isOpen, setIsOpen] = useState(false);
  return (
    <p>
      {t("phone")} {masked}{" "}
      <Button size="small" onClick={() => setIsOpen(true)}>
        {t("look")}
      </Button>
      {isOpen && <ContactDialog caseId={caseId} close={() => setIsOpen(false)} />}
    </p>
  );
}

function Given({ given }: { readonly given: ResidentRatingGiven }) {
  const { t } = useTranslation("deskResident");
  const now = useNow();
  const isBad = given.rating === "dissatisfied";
  return (
    <li>
      <p>
        <Tag className={isBad ? "gl-mark-supervised" : "gl-mark-good"}>{say(given.title)}</Tag>
        {given.remarks}
      </p>
      <small>
        {sayWhen(given.at, now)}
        {isBad && ` · ${t(given.reopened ? "reopened" : "recorded")}`}
      </small>
    </li>
  );
}
