/** 街道设置: everything that a street may set without touching a diagram, made from the pack's declarations. */
import { HistoryOutlined, RollbackOutlined } from "@ant-design/icons";
import { Alert, App, Button, Select, Skeleton } from "antd";
import { useCallback, useEffect, useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import type { StreetSettings } from "../../server/contract/types.ts";
import { sayWhen } from "../app/dates.ts";
import { say } from "../app/i18n.ts";
import { useNow } from "../app/now.ts";
import { useStreetScope, useWorkStreet } from "../desk/frame/street-scope.tsx";
import { Failure } from "../desk/parts/failure.tsx";
import { useSettled } from "../desk/parts/use-settled.ts";
import { ChainCard } from "./chain-card.tsx";
import { ChangeBar } from "./change-bar.tsx";
import { changesOf, faultsOf, noChanges, withReturn, type Draft, type Place } from "./draft.ts";
import { EditingProvider, useEditing } from "./editing.ts";
import { HistoryDrawer } from "./history-drawer.tsx";
import { LadderCard } from "./ladder-card.tsx";
import { LevelRow } from "./level-card.tsx";
import { MattersCard } from "./matters-card.tsx";
import { ParameterRow } from "./parameter-row.tsx";
import { PublishDialog } from "./publish-dialog.tsx";
import { usePreview, useSettings } from "./queries.ts";
import { RehearsalDrawer } from "./rehearsal-drawer.tsx";
import "./settings.css";
import "./texts.ts";
import { useDraft } from "./use-draft.ts";

export function SettingsPage() {
  const { t } = useTranslation("settings");
  const street = useWorkStreet();
  const settings = useSettings(street);
  useEffect(() => {
    document.title = `${t("title")} · ${t("brand")}`;
  }, [t]);
  if (settings.isPending) return <Skeleton active className="gl-page" paragraph={{ rows: 12 }} />;
  if (settings.isError) return <Failure error={settings.error} retry={() => void settings.refetch()} />;
  return <Page key={street} settings={settings.data} reload={() => void settings.refetch()} />;
}

type Open = "nothing" | "rehearsal" | "history" | "publish";

/** What is typed is asked for once it rests this long (milliseconds). */
const REST = 350;

function Page({ settings, reload }: { readonly settings: StreetSettings; readonly reload: () => void }) {
  const { t } = useTranslation("settings");
  const { message } = App.useApp();
  const [draft, setDraft] = useDraft(settings.street);
  const [open, setOpen] = useState<Open>("nothing");
  const [matter, setMatter] = useState("");
  const [from, setFrom] = useState("");
  const asked = useSettled(draft, REST);
  const preview = usePreview(settings.street, {
    ...{ version: settings.version, changes: changesOf(asked) },
    ...(matter === "" ? {} : { matter }),
    ...(from === "" ? {} : { from }),
  });
  const change = useCallback((make: (now: Draft) => Draft) => setDraft(make), [setDraft]);
  const editing = useMemo(() => {
    const faults = faultsOf(asked, preview.data?.problems ?? []);
    return { settings, draft, change, faults: Object.keys(draft).length === 0 ? new Map() : faults };
  }, [settings, draft, change, asked, preview.data]);
  const published = (version: number) => {
    setDraft(noChanges);
    setFrom("");
    setOpen("nothing");
    void message.success(t("publish.done", { version }));
  };
  const close = () => setOpen("nothing");
  return (
    <EditingProvider value={editing}>
      <div className="gs-page">
        <Head history={() => setOpen("history")} />
        <div className="gs-body">
          <Cards />
          <ChainCard preview={preview.data} rehearse={() => setOpen("rehearsal")} />
        </div>
        <ChangeBar
          isChecking={preview.isFetching || asked !== draft}
          rehearse={() => setOpen("rehearsal")}
          publish={() => setOpen("publish")}
        />
      </div>
      <RehearsalDrawer preview={preview.data} isOpen={open === "rehearsal"} close={close} choose={setMatter} />
      <HistoryDrawer isOpen={open === "history"} close={close} published={published} reload={reload} />
      {open === "publish" && <PublishDialog {...{ preview: preview.data, from, setFrom, close, published, reload }} />}
    </EditingProvider>
  );
}

function Head({ history }: { readonly history: () => void }) {
  const { t } = useTranslation("settings");
  const { settings } = useEditing();
  const now = useNow();
  const { streets, choose } = useStreetScope();
  const { version, publishedAt, publishedBy } = settings;
  const key = publishedAt === undefined ? "versionNone" : publishedBy === "system" ? "versionShipped" : "version";
  const when = publishedAt === undefined ? "" : sayWhen(publishedAt, now);
  return (
    <header className="gs-head">
      <div className="gs-head-words">
        <h1>
          {say(settings.title)} · {t("title")}
        </h1>
        <p className="gs-hint">{t(key, { version, by: publishedBy ?? "", when })}</p>
      </div>
      {streets.length > 1 && (
        <Select
          value={settings.street}
          options={streets.map((unit) => ({ value: unit.code, label: say(unit.title) }))}
          aria-label={t("street")}
          popupMatchSelectWidth={false}
          onChange={choose}
        />
      )}
      <ReturnAll />
      <Button icon={<HistoryOutlined aria-hidden />} onClick={history}>
        {t("action.history")}
      </Button>
      <p className="gs-intro">{t("intro")}</p>
      {!settings.mayPublish && <Alert type="info" showIcon title={t("readOnly")} />}
    </header>
  );
}

/** Every place that the street has set; items of its own stay, since the city has none to return to. */
function placesOf({ groups, ladders, levels }: StreetSettings): readonly Place[] {
  const parameters = groups
    .flatMap((group) => group.settings)
    .filter((setting) => setting.origin !== undefined || setting.ahead.length > 0)
    .map(({ key }): Place => ({ kind: "parameter", definition: "parameters", item: key }));
  const rungs = ladders.flatMap(({ key, rungs: all }) =>
    all
      .filter((rung) => rung.origin !== undefined && !rung.isOwn)
      .map((rung): Place => ({ kind: "ladder", definition: key, item: rung.id })),
  );
  const words = levels
    .filter((level) => level.origin !== undefined)
    .map(({ code }): Place => ({ kind: "vocabulary", definition: "level", item: code }));
  return [...parameters, ...rungs, ...words];
}

function ReturnAll() {
  const { t } = useTranslation("settings");
  const { modal } = App.useApp();
  const { settings, change } = useEditing();
  const places = placesOf(settings);
  if (!settings.mayPublish || places.length === 0) return null;
  const ask = () =>
    void modal.confirm({
      title: t("action.returnAllAsk", { count: places.length }),
      content: t("action.returnAllHint"),
      okText: t("action.confirm"),
      cancelText: t("action.cancel"),
      onOk: () => change((draft) => places.reduce(withReturn, draft)),
    });
  return (
    <Button icon={<RollbackOutlined aria-hidden />} onClick={ask}>
      {t("action.returnAll")}
    </Button>
  );
}

function Cards() {
  const { t } = useTranslation("settings");
  const { groups, ladders, levels } = useEditing().settings;
  const sections = [
    ...groups.map(({ key, title }) => [key, say(title)] as const),
    ["ladders", t("group.ladders")] as const,
    ["levels", t("group.levels")] as const,
    ["matters", t("group.matters")] as const,
  ];
  return (
    <div className="gs-cards">
      <nav className="gs-sections" aria-label={t("sections")}>
        {sections.map(([key, title]) => (
          <a key={key} href={`#gs-${key}`}>
            {title}
          </a>
        ))}
      </nav>
      {groups.map(({ key, title, settings }) => (
        <section key={key} className="gs-card" id={`gs-${key}`} aria-label={say(title)}>
          <h2>{say(title)}</h2>
          {key === "notices" && (
            <p className="gs-hint">
              <Link to="/admin/delivery?view=messages">{t("messages")}</Link>
            </p>
          )}
          <ul>
            {settings.map((setting) => (
              <ParameterRow key={setting.key} setting={setting} />
            ))}
          </ul>
        </section>
      ))}
      <section className="gs-card" id="gs-ladders" aria-label={t("group.ladders")}>
        <h2>{t("group.ladders")}</h2>
        <p className="gs-hint">{t("ladders.hint")}</p>
        {ladders.map((ladder) => (
          <LadderCard key={ladder.key} ladder={ladder} />
        ))}
      </section>
      <section className="gs-card" id="gs-levels" aria-label={t("group.levels")}>
        <h2>{t("group.levels")}</h2>
        <p className="gs-hint">{t("levels.hint")}</p>
        <ul>
          {levels.map((level) => (
            <LevelRow key={level.code} level={level} />
          ))}
        </ul>
      </section>
      <MattersCard />
    </div>
  );
}
