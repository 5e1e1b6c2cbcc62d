/** Links to what was reported from this phone. */
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { Icon } from "../../ui/icons.tsx";
import { dropReceipt, receipts } from "../device.ts";

export function MyReports() {
  const { t } = useTranslation("resident");
  const [list, setList] = useState(receipts);
  if (list.length === 0) return null;
  const drop = (number: string) => {
    dropReceipt(number);
    setList(receipts());
  };
  return (
    <section className="g-card" aria-labelledby="r-mine">
      <h2 id="r-mine">{t("mine")}</h2>
      <ul className="r-mine">
        {list.map((each) => (
          <li key={each.number}>
            <Link to={each.path}>
              {each.number}
              <Icon name="next" size={20} />
            </Link>
            <button
              type="button"
              className="g-icon-button"
              aria-label={`${t("forget")} ${each.number}`}
              onClick={() => drop(each.number)}
            >
              <Icon name="trash" size={20} />
            </button>
          </li>
        ))}
      </ul>
      <p className="g-muted g-small">{t("mineHint")}</p>
    </section>
  );
}
