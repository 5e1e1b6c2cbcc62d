/** 扫码: what stands behind a code, and what to do there. */
import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { Link, useSearchParams } from "react-router";
import type { Place } from "../../server/contract/types.ts";
import { ApiError } from "../app/api.ts";
import { FailureNote } from "../app/failure-note.tsx";
import { currentLanguage, say } from "../app/i18n.ts";
import { InsecureBanner } from "../app/insecure-banner.tsx";
import { FormLanguageProvider } from "../ui/form/environment.tsx";
import { Icon } from "../ui/icons.tsx";
import { ScanSheet } from "../ui/scan-sheet.tsx";
import type { SheetDoor } from "../ui/sheet.tsx";
import { Skeleton } from "../ui/skeleton.tsx";
import { Page } from "./parts/page.tsx";
import { usePlaceByCode } from "./queries.ts";

function PlaceFacts({ place }: { readonly place: Place }) {
  const { t } = useTranslation("fill");
  const rows = [
    [t("scan.address"), place.address],
    [t("scan.grid"), say(place.gridTitle)],
    [t("scan.code"), place.code],
  ] as const;
  return (
    <section className="g-card" role="status">
      <h2>{place.name}</h2>
      <dl className="g-facts">
        {rows.map(([title, text]) => (
          <div key={title}>
            <dt>{title}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

const isUnknown = (error: unknown): boolean => error instanceof ApiError && error.status === 404;

function Found({ code }: { readonly code: string }) {
  const { t } = useTranslation("fill");
  const place = usePlaceByCode(code);
  const query = `?place=${encodeURIComponent(code)}`;
  return (
    <>
      {place.isPending && <Skeleton label={t("loading")} lines={1} tall />}
      {place.isError && !isUnknown(place.error) && (
        <FailureNote error={place.error} onRetry={() => void place.refetch()} />
      )}
      {place.isError && isUnknown(place.error) && (
        <div className="g-note yellow" role="status">
          <Icon name="warning" size={20} />
          <p>{t("scan.unknown", { code })}</p>
        </div>
      )}
      {place.data !== undefined && <PlaceFacts place={place.data} />}
      <Link className="g-button primary wide" to={`/m/form/eventReport${query}`}>
        <Icon name="camera" size={20} />
        {t("scan.report")}
      </Link>
      {place.data !== undefined && (
        <Link className="g-button wide" to={`/m/form/householdCollection${query}`}>
          <Icon name="house" size={20} />
          {t("scan.collect")}
        </Link>
      )}
    </>
  );
}

export function ScanPage() {
  const { t } = useTranslation("fill");
  const [search, setSearch] = useSearchParams();
  const code = search.get("code") ?? "";
  const scanner = useRef<SheetDoor>(null);
  const isEmpty = code === "";
  useEffect(() => {
    // Whoever opens this page wants to scan: no second tap.
    if (isEmpty) scanner.current?.open();
  }, [isEmpty]);
  return (
    <Page title={t("scan.title")} back="/m">
      <InsecureBanner folded />
      {isEmpty && <p className="g-muted">{t("scan.hint")}</p>}
      {!isEmpty && <Found code={code} />}
      <button
        type="button"
        className={isEmpty ? "g-button primary wide" : "g-button wide"}
        onClick={() => scanner.current?.open()}
      >
        <Icon name="scan" size={20} />
        {isEmpty ? t("scan.start") : t("scan.other")}
      </button>
      <FormLanguageProvider value={currentLanguage()}>
        <ScanSheet ref={scanner} onCode={(found) => setSearch({ code: found }, { replace: true })} />
      </FormLanguageProvider>
    </Page>
  );
}
