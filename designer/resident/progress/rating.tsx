/** 满意 / 基本满意 / 不满意: three large choices, words where they are needed, and what was said to them. */
import { useId, useState, type FormEvent } from "react";
import { useTranslation } from "react-i18next";
import type { ResidentProgress } from "../../../server/contract/types.ts";
import { api } from "../../app/api.ts";
import { dayOf } from "../../app/dates.ts";
import { FailureNote } from "../../app/failure-note.tsx";
import { say } from "../../app/i18n.ts";

interface RateFormProps {
  readonly progress: ResidentProgress;
  /** Address of the progress below the API. */
  readonly path: string;
  readonly onRated: (progress: ResidentProgress) => void;
}

const longest = 500;

export function RateForm({ progress, path, onRated }: RateFormProps) {
  const { t } = useTranslation("resident");
  const id = useId();
  const [rating, setRating] = useState("");
  const [remarks, setRemarks] = useState("");
  const [fault, setFault] = useState("");
  const [failure, setFailure] = useState<unknown>();
  const [isBusy, setIsBusy] = useState(false);
  const needsWords = progress.ratings.find((each) => each.code === rating)?.needsWords === true;
  const wrong = () => (rating === "" ? t("rate.choose") : needsWords && remarks.trim() === "" ? t("rate.missing") : "");
  const send = async (event: FormEvent) => {
    event.preventDefault();
    const found = wrong();
    setFault(found);
    if (found !== "" || isBusy) return;
    setIsBusy(true);
    setFailure(undefined);
    try {
      onRated(
        await api.post<ResidentProgress>(`${path}/rating`, { rating, ...(remarks.trim() === "" ? {} : { remarks }) }),
      );
    } catch (error) {
      setFailure(error);
    } finally {
      setIsBusy(false);
    }
  };
  return (
    <form className="g-card r-rate" onSubmit={(event) => void send(event)} noValidate>
      <fieldset>
        <legend>{t("rate.title")}</legend>
        <div className="r-ratings">
          {progress.ratings.map((each) => (
            <label key={each.code} className={rating === each.code ? "chosen" : ""}>
              <input
                type="radio"
                name={`${id}-rating`}
                value={each.code}
                checked={rating === each.code}
                onChange={() => setRating(each.code)}
              />
              {say(each.title)}
            </label>
          ))}
        </div>
      </fieldset>
      {rating !== "" && (
        <label className="r-remarks">
          {t(needsWords ? "rate.wordsNeeded" : "rate.words")}
          <textarea
            className="g-input"
            rows={3}
            maxLength={longest}
            value={remarks}
            aria-invalid={fault !== "" && needsWords}
            aria-describedby={`${id}-fault`}
            onChange={(event) => setRemarks(event.target.value)}
          />
        </label>
      )}
      <p id={`${id}-fault`} className="r-fault" role="alert">
        {fault}
      </p>
      {failure !== undefined && <FailureNote error={failure} />}
      <button type="submit" className="g-button primary wide" disabled={isBusy}>
        {t(isBusy ? "rate.sending" : "rate.send")}
      </button>
      <p className="g-muted g-small">
        {progress.rateUntil !== undefined && t("rate.until", { day: dayOf(progress.rateUntil) })}
        {progress.given.length === 0 && ` ${t("rate.once")}`}
      </p>
    </form>
  );
}

export function GivenRatings({ progress }: { readonly progress: ResidentProgress }) {
  const { t } = useTranslation("resident");
  if (progress.given.length === 0) return null;
  return (
    <section className="g-card" aria-live="polite">
      <h2>{t("rate.given")}</h2>
      <ul className="r-given">
        {progress.given.map((each) => (
          <li key={each.at}>
            <strong>{say(each.title)}</strong>
            {each.remarks !== undefined && <span>{each.remarks}</span>}
            <time dateTime={each.at}>{dayOf(each.at)}</time>
          </li>
        ))}
      </ul>
      {progress.thanks !== undefined && <p className="g-note green">{say(progress.thanks)}</p>}
    </section>
  );
}
