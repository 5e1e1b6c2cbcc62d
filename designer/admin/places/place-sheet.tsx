/** 门牌二维码: choose places, look at the sheet, print it. On paper only the codes remain. */
import { PrinterOutlined } from "@ant-design/icons";
import { useInfiniteQuery } from "@tanstack/react-query";
import { Button, Input, Select, Skeleton } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Place } from "../../../server/contract/types.ts";
import { api } from "../../app/api.ts";
import { say } from "../../app/i18n.ts";
import { useStreetScope } from "../../desk/frame/street-scope.tsx";
import { Failure } from "../../desk/parts/failure.tsx";
import { Nothing } from "../../desk/parts/nothing.tsx";
import { useUnits } from "../../desk/parts/queries.ts";
import { useSettled } from "../../desk/parts/use-settled.ts";

const pageSize = 60;

function usePlaces(q: string, street: string) {
  return useInfiniteQuery({
    queryKey: ["places", q, street],
    initialPageParam: "",
    queryFn: ({ pageParam }) => {
      const params = new URLSearchParams({ limit: String(pageSize) });
      if (q !== "") params.set("q", q);
      if (street !== "") params.set("street", street);
      if (pageParam !== "") params.set("cursor", pageParam);
      return api.get<Place[]>(`/places?${params.toString()}`);
    },
    // The list is a plain array; the next page starts after the last code.
    getNextPageParam: (last) => (last.length < pageSize ? undefined : last.at(-1)?.code),
  });
}

export function PlaceSheet() {
  const { t } = useTranslation("admin");
  const { street } = useStreetScope();
  const [text, setText] = useState("");
  const [grid, setGrid] = useState<string>();
  const places = usePlaces(useSettled(text.trim(), 300), street);
  const units = useUnits(street);
  const all = (places.data?.pages ?? []).flat();
  const shown = all.filter((place) => grid === undefined || place.grid === grid);
  const grids = (units.data ?? [])
    .filter((unit) => unit.kind === "grid")
    .map((unit) => ({ value: unit.code, label: say(unit.title) }));
  return (
    <div className="gl-admin">
      <header className="gl-admin-head gl-no-print">
        <h1>{t("places.title")}</h1>
        <span className="gl-count" role="status">
          {places.isSuccess ? t("places.count", { count: shown.length }) : ""}
        </span>
        <Select
          allowClear
          aria-label={t("places.grid")}
          placeholder={t("places.grid")}
          value={grid}
          options={grids}
          onChange={(value?: string) => setGrid(value)}
          popupMatchSelectWidth={false}
          className="gl-filter"
        />
        <Input
          className="gl-admin-search"
          allowClear
          placeholder={t("places.find")}
          aria-label={t("places.find")}
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
        <Button
          type="primary"
          icon={<PrinterOutlined aria-hidden />}
          disabled={shown.length === 0}
          onClick={() => window.print()}
        >
          {t("places.print")}
        </Button>
      </header>
      <div className="gl-admin-page">
        <p className="gl-quiet gl-no-print">{t("places.means")}</p>
        {places.isPending && <Skeleton active paragraph={{ rows: 8 }} />}
        {places.isError && <Failure error={places.error} retry={() => void places.refetch()} />}
        {places.isSuccess && shown.length === 0 && <Nothing words={t("places.none")} hint={t("places.noneHint")} />}
        <ul className="gl-codes">
          {shown.map((place) => (
            <PlaceCard key={place.code} place={place} />
          ))}
        </ul>
        {places.hasNextPage && (
          <Button
            className="gl-no-print"
            block
            loading={places.isFetchingNextPage}
            onClick={() => void places.fetchNextPage()}
          >
            {t("places.more")}
          </Button>
        )}
      </div>
    </div>
  );
}

function PlaceCard({ place }: { readonly place: Place }) {
  const { t } = useTranslation("admin");
  return (
    <li className="gl-code-card">
      <img
        src={`/api/places/${encodeURIComponent(place.code)}/qr.svg`}
        alt={t("places.alt", { name: place.name })}
        width={144}
        height={144}
        loading="lazy"
      />
      <strong>{place.name}</strong>
      <span>{place.address}</span>
      <small>
        {say(place.streetTitle)} · {say(place.gridTitle)}
      </small>
      <code>{place.code}</code>
    </li>
  );
}
