/** 发送记录: counts by state, filters in the address, one line a message. */
import { DownloadOutlined } from "@ant-design/icons";
import { Button, Input, Select, Skeleton } from "antd";
import { useTranslation } from "react-i18next";
import { useSearchParams } from "react-router";
import type { DeliveryCounts } from "../../../server/contract/types.ts";
import { Failure } from "../../desk/parts/failure.tsx";
import { Nothing } from "../../desk/parts/nothing.tsx";
import { useNow } from "../../app/now.ts";
import { useDeliveries, withQuery } from "../queries.ts";
import { DeliveryTable } from "./delivery-table.tsx";

const channels = ["email", "wecom", "dingtalk", "sms"] as const;
const days = { all: 0, today: 1, week: 7, month: 30 } as const;
type Days = keyof typeof days;
const states = ["sent", "waiting", "retrying", "failed"] as const satisfies readonly (keyof DeliveryCounts)[];
const DAY = 86_400_000;

interface LogProps {
  /** Empty: all that I see. */
  readonly street: string;
  readonly set: (changes: Readonly<Record<string, string>>) => void;
}

/** Start of the chosen days, to the minute, so that the question stays the same for a while. */
function useFrom(chosen: Days): string {
  const now = new Date(useNow()).getTime();
  return days[chosen] === 0 ? "" : new Date(Math.floor(now / 3_600_000) * 3_600_000 - days[chosen] * DAY).toISOString();
}

export function DeliveryLog({ street, set }: LogProps) {
  const { t } = useTranslation("notices");
  const [params] = useSearchParams();
  const given = (name: string) => params.get(name) ?? "";
  const chosenDays = (Object.keys(days) as Days[]).find((each) => each === given("days")) ?? "all";
  const filter = { street, channel: given("channel"), q: given("q"), from: useFrom(chosenDays) };
  const state = states.find((each) => each === given("state")) ?? "";
  const log = useDeliveries({ ...filter, state });
  const rows = log.data?.pages.flatMap((page) => page.items) ?? [];
  const isFiltered = [filter.channel, filter.q, filter.from, state].some((value) => value !== "");
  return (
    <section className="gn-log">
      <Counts counts={log.data?.pages[0]?.counts} state={state} choose={(next) => set({ state: next })} />
      <div className="gn-bar">
        <div className="gn-foot">
          <Select
            aria-label={t("delivery.channel")}
            value={filter.channel}
            popupMatchSelectWidth={false}
            options={[
              { value: "", label: t("delivery.allChannels") },
              ...channels.map((kind) => ({ value: kind, label: t(`channel.${kind}`) })),
            ]}
            onChange={(channel: string) => set({ channel })}
          />
          <Select
            aria-label={t("delivery.days")}
            value={chosenDays}
            popupMatchSelectWidth={false}
            options={(Object.keys(days) as Days[]).map((each) => ({ value: each, label: t(`delivery.day.${each}`) }))}
            onChange={(each: Days) => set({ days: each === "all" ? "" : each })}
          />
          <NameSearch value={filter.q} set={(q) => set({ q })} />
        </div>
        <Button
          icon={<DownloadOutlined aria-hidden />}
          href={withQuery("/api/deliveries.csv", { ...filter, state })}
          download
        >
          {t("delivery.export")}
        </Button>
      </div>
      {log.isPending && <Skeleton active paragraph={{ rows: 8 }} />}
      {log.isError && <Failure error={log.error} retry={() => void log.refetch()} />}
      {log.isSuccess && rows.length === 0 && (
        <Nothing
          words={t(isFiltered ? "delivery.noneFound" : "delivery.none")}
          {...(isFiltered ? {} : { hint: t("delivery.noneHint") })}
        />
      )}
      {rows.length > 0 && <DeliveryTable rows={rows} />}
      {log.hasNextPage && (
        <Button loading={log.isFetchingNextPage} onClick={() => void log.fetchNextPage()}>
          {t("more")}
        </Button>
      )}
    </section>
  );
}

function NameSearch({ value, set }: { readonly value: string; readonly set: (text: string) => void }) {
  const { t } = useTranslation("notices");
  return (
    <Input.Search
      aria-label={t("delivery.search")}
      placeholder={t("delivery.search")}
      defaultValue={value}
      allowClear
      onSearch={(text) => set(text.trim())}
    />
  );
}

interface CountsProps {
  readonly counts: DeliveryCounts | undefined;
  readonly state: string;
  readonly choose: (state: string) => void;
}

function Counts({ counts, state, choose }: CountsProps) {
  const { t } = useTranslation("notices");
  const all = states.reduce((sum, each) => sum + (counts?.[each] ?? 0), 0);
  const tile = (key: (typeof states)[number] | "all", count: number) => (
    <button
      key={key}
      type="button"
      className="gn-count"
      aria-pressed={state === (key === "all" ? "" : key)}
      onClick={() => choose(key === "all" ? "" : key)}
    >
      <b>{counts === undefined ? "–" : count}</b>
      {t(`delivery.counts.${key}`)}
    </button>
  );
  return (
    <div className="gn-counts">{[tile("all", all), ...states.map((each) => tile(each, counts?.[each] ?? 0))]}</div>
  );
}
