/** The chain in sentences, now and after the changes: what somebody who edits a limit wants to read. */
import { ArrowUpOutlined, PlayCircleOutlined } from "@ant-design/icons";
import { Button } from "antd";
import { useTranslation } from "react-i18next";
import type { SettingChain, SettingsPreview, SlotSetting } from "../../server/contract/types.ts";
import { say } from "../app/i18n.ts";
import { keyOf, withoutPlace, withReturn, type Place } from "./draft.ts";
import { useEditing } from "./editing.ts";
import { OriginNote } from "./origin-note.tsx";

interface ChainCardProps {
  readonly preview: SettingsPreview | undefined;
  readonly rehearse: () => void;
}

export function ChainCard({ preview, rehearse }: ChainCardProps) {
  const { t } = useTranslation("settings");
  const { settings, draft } = useEditing();
  const before = preview?.before.chain ?? settings.chains;
  const isEdited = Object.keys(draft).length > 0;
  const after = isEdited ? preview?.after?.chain : undefined;
  const shown = after ?? before;
  return (
    <section className="gs-chain-card" aria-labelledby="gs-chain-title">
      <h2 id="gs-chain-title">{t("chain.title")}</h2>
      <p className="gs-hint">{t("chain.hint")}</p>
      <div aria-live="polite">
        {shown.length === 0 && <p>{t("chain.none")}</p>}
        {shown.map((chain, at) => (
          <Chain key={chain.matter} chain={chain} before={after === undefined ? undefined : before[at]} />
        ))}
      </div>
      {settings.slots.length > 0 && <Slots slots={settings.slots} />}
      <Button type="primary" ghost icon={<PlayCircleOutlined aria-hidden />} onClick={rehearse}>
        {t("chain.rehearse")}
      </Button>
    </section>
  );
}

const linesOf = (chain: SettingChain): readonly string[] => say(chain.sentence).split(/；|; /);

function Chain({ chain, before }: { readonly chain: SettingChain; readonly before: SettingChain | undefined }) {
  const { t } = useTranslation("settings");
  const old = before === undefined ? undefined : linesOf(before);
  const isSame = old !== undefined && old.join() === linesOf(chain).join();
  return (
    <div className="gs-chain">
      <p className="gs-chain-example">{t("chain.example", { title: say(chain.title) })}</p>
      {old !== undefined && !isSame && <b className="gs-chain-side">{t("chain.after")}</b>}
      <ol>
        {linesOf(chain).map((line) => (
          <li key={line} className={old !== undefined && !old.includes(line) ? "gs-moved" : undefined}>
            <ArrowUpOutlined aria-hidden /> {line}
          </li>
        ))}
      </ol>
      {isSame && <p className="gs-hint">{t("chain.same")}</p>}
      {old !== undefined && !isSame && (
        <>
          <b className="gs-chain-side">{t("chain.now")}</b>
          <ol className="gs-chain-old">
            {old.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ol>
        </>
      )}
    </div>
  );
}

/** A slot that the street has filled with a flow of its own; the city's comes back like any other value. */
function Slots({ slots }: { readonly slots: readonly SlotSetting[] }) {
  const { t } = useTranslation("settings");
  const { settings, draft, change } = useEditing();
  return (
    <div className="gs-slots">
      <h3>{t("chain.slots")}</h3>
      {slots.map((slot) => {
        const place: Place = { kind: "process", definition: slot.definition, item: slot.item };
        const isReturning = draft[keyOf(place)] !== undefined;
        const title = say(slot.title);
        const words = t(isReturning ? "action.undo" : "chain.slotReturn");
        return (
          <div key={keyOf(place)} className={isReturning ? "gs-row-draft" : "gs-row-street"}>
            <p>{t("chain.slot", { title, filling: say(slot.filling) })}</p>
            <OriginNote origin={slot.origin} />
            {settings.mayPublish && (
              <Button
                size="small"
                aria-label={t("action.of", { words, title })}
                onClick={() => change((now) => (isReturning ? withoutPlace(now, place) : withReturn(now, place)))}
              >
                {words}
              </Button>
            )}
          </div>
        );
      })}
    </div>
  );
}
