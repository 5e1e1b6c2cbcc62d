/** 渠道设置: what is open for the city or a street, and where it is set up. */
import { CheckCircleFilled, MinusCircleOutlined, PauseCircleOutlined, WarningFilled } from "@ant-design/icons";
import { Button, Skeleton } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Channel } from "../../../server/contract/types.ts";
import { sayMoment } from "../../app/dates.ts";
import { say } from "../../app/i18n.ts";
import { may, useSession } from "../../app/session.ts";
import { Failure } from "../../desk/parts/failure.tsx";
import { useChannels } from "../queries.ts";
import { ChannelDrawer } from "./channel-drawer.tsx";

export function ChannelList({ street }: { readonly street: string }) {
  const { t } = useTranslation("notices");
  const channels = useChannels(street);
  const [opened, setOpened] = useState<Channel["kind"]>();
  const open = channels.data?.find((each) => each.kind === opened);
  return (
    <section className="gn-log">
      <p className="gn-hint">{t("channels.intro")}</p>
      {channels.data?.[0] !== undefined && <p>{t("channels.of", { unit: say(channels.data[0].streetTitle) })}</p>}
      {channels.isPending && <Skeleton active paragraph={{ rows: 6 }} />}
      {channels.isError && <Failure error={channels.error} retry={() => void channels.refetch()} />}
      <ul className="gn-channels">
        {channels.data?.map((channel) => (
          <ChannelCard key={channel.kind} channel={channel} open={() => setOpened(channel.kind)} />
        ))}
      </ul>
      {open !== undefined && (
        <ChannelDrawer key={`${open.street}/${open.kind}`} channel={open} close={() => setOpened(undefined)} />
      )}
    </section>
  );
}

function stateOf({ isSetUp, readable, on }: Channel) {
  if (!isSetUp) return { key: "notSetUp", tone: "waiting", icon: <MinusCircleOutlined aria-hidden /> } as const;
  if (!readable) return { key: "unreadable", tone: "failed", icon: <WarningFilled aria-hidden /> } as const;
  return on
    ? ({ key: "on", tone: "sent", icon: <CheckCircleFilled aria-hidden /> } as const)
    : ({ key: "off", tone: "waiting", icon: <PauseCircleOutlined aria-hidden /> } as const);
}

function ChannelCard({ channel, open }: { readonly channel: Channel; readonly open: () => void }) {
  const { t } = useTranslation("notices");
  const { data: session } = useSession();
  const { key, tone, icon } = stateOf(channel);
  const words = t(channel.inherited ? "channels.own" : "channels.setUp");
  return (
    <li className="gn-channel">
      <h2>{say(channel.title)}</h2>
      <span className={`gn-state gn-state-${tone}`}>
        {icon} {t(`channels.${key}`)}
        {channel.inherited && ` · ${t("channels.inherited")}`}
      </span>
      {channel.changedAt !== undefined && (
        <small className="gn-hint">
          {t("channels.changed", { name: channel.changedBy, when: sayMoment(channel.changedAt) })}
        </small>
      )}
      {may(session, "delivery.configure") && (
        <div className="gn-foot">
          <Button onClick={open} aria-label={`${words} ${say(channel.title)}`}>
            {words}
          </Button>
        </div>
      )}
    </li>
  );
}
