/** Behind a scanned code: whose grid it is, who to call, and what may be reported; then the form, then the receipt. */
import { useQuery } from "@tanstack/react-query";
import { lazy, Suspense, useState } from "react";
import { useTranslation } from "react-i18next";
import { Link, useParams, useSearchParams } from "react-router";
import type { ResidentPlace, ResidentReceipt } from "../../../server/contract/types.ts";
import { api } from "../../app/api.ts";
import { FailureNote } from "../../app/failure-note.tsx";
import { say } from "../../app/i18n.ts";
import { Icon } from "../../ui/icons.tsx";
import { Skeleton } from "../../ui/skeleton.tsx";
import { Frame } from "../frame.tsx";
import { Picture } from "../pictures.tsx";
import { MyReports } from "./my-reports.tsx";
import { Received } from "./received.tsx";

// The tiles stand at once; the form comes while one reads them.
const Report = lazy(async () => ({ default: (await import("./report.tsx")).Report }));

function Worker({ place }: { readonly place: ResidentPlace }) {
  const { t } = useTranslation("resident");
  const { worker } = place;
  if (worker === undefined) return <p className="g-note">{t("nobody")}</p>;
  return (
    <section className="g-card r-worker">
      <Icon name="person" size={28} />
      <p>
        <span className="g-muted">{t("worker")}</span> <strong>{worker.name}</strong>
        {worker.phone !== undefined && <span className="r-phone">{worker.phone}</span>}
      </p>
      {worker.phone !== undefined && (
        <a className="g-button small" href={`tel:${worker.phone}`} aria-label={t("call", { name: worker.name })}>
          <Picture name="phone" size={20} />
        </a>
      )}
    </section>
  );
}

interface TilesProps {
  readonly place: ResidentPlace;
  readonly onTake: (matter: string) => void;
}

function Tiles({ place, onTake }: TilesProps) {
  const { t } = useTranslation("resident");
  return (
    <section aria-labelledby="r-what">
      <h2 id="r-what">{t("what")}</h2>
      <ul className="r-tiles">
        {place.matters.map(({ matter, icon, title }) => (
          <li key={matter}>
            <button type="button" onClick={() => onTake(matter)}>
              <Picture name={icon} size={28} />
              <strong>{say(title)}</strong>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** On a door plate workers scan the same code as residents. */
const staffPath = (place: ResidentPlace): string =>
  place.kind === "place" ? `/m/form/eventReport?place=${encodeURIComponent(place.code)}` : "/m";

function Start({ place, onTake }: TilesProps) {
  const { t } = useTranslation("resident");
  return (
    <Frame
      title={place.kind === "place" ? place.address : say(place.gridTitle)}
      over={`${say(place.streetTitle)} · ${say(place.kind === "place" ? place.gridTitle : place.communityTitle)}`}
    >
      <Worker place={place} />
      <p className="g-note yellow">
        <Icon name="warning" size={20} />
        <span>{say(place.urgent)}</span>
      </p>
      <Tiles place={place} onTake={onTake} />
      <MyReports />
      <p className="r-foot">
        <Link to={staffPath(place)}>{t("staff")}</Link>
      </p>
    </Frame>
  );
}

export function CodePage() {
  const { t } = useTranslation("resident");
  const { code = "" } = useParams();
  const [search, setSearch] = useSearchParams();
  const [receipt, setReceipt] = useState<ResidentReceipt>();
  const place = useQuery({
    queryKey: ["resident", code],
    queryFn: () => api.get<ResidentPlace>(`/resident/places/${encodeURIComponent(code)}`),
    staleTime: 300_000,
    retry: false,
  });
  if (place.isPending) return <Skeleton label={t("loading")} lines={4} tall />;
  if (place.isError)
    return (
      <Frame title={t("scan.title")}>
        <FailureNote error={place.error} onRetry={() => void place.refetch()} />
        <p>{t("scan.lead")}</p>
      </Frame>
    );
  const leave = () => setSearch({}, { replace: true });
  if (receipt !== undefined)
    return (
      <Received
        receipt={receipt}
        onMore={() => {
          setReceipt(undefined);
          leave();
        }}
      />
    );
  const matter = place.data.matters.find((each) => each.matter === search.get("about"));
  if (matter === undefined) return <Start place={place.data} onTake={(about) => setSearch({ about })} />;
  return (
    <Frame title={say(matter.title)} over={say(place.data.gridTitle)} onBack={leave}>
      <Suspense fallback={<Skeleton label={t("loading")} lines={4} tall />}>
        <Report key={matter.matter} place={place.data} matter={matter.matter} onReceived={setReceipt} />
      </Suspense>
    </Frame>
  );
}
