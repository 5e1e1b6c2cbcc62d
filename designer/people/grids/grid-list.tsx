/** The grids beside the map: size, work and people of each; the name of the chosen one can be changed. */
import { Form, Input } from "antd";
import { useTranslation } from "react-i18next";
import type { GridArea, StreetGrids } from "../../../server/contract/types.ts";
import { say } from "../../app/i18n.ts";
import { hectares } from "./geometry.ts";
import type { Editing } from "./use-editing.ts";

interface GridListProps {
  readonly loaded: StreetGrids;
  readonly editing: Editing;
  readonly selected: string;
  readonly choose: (unit: string) => void;
}

export function GridList({ loaded, editing, selected, choose }: GridListProps) {
  const { t } = useTranslation("people");
  const { areas } = editing;
  return (
    <aside className="gl-grid-list" aria-label={t("grid.list", { count: areas.length })}>
      <h2>{t("grid.list", { count: areas.length })}</h2>
      <ul>
        {areas.map((area) => (
          <li key={area.unit}>
            <button
              type="button"
              className="gl-grid-row"
              aria-pressed={area.unit === selected}
              onClick={() => choose(area.unit)}
            >
              <strong>{say(area.title)}</strong>
              <Facts loaded={loaded} area={area} />
            </button>
            {area.unit === selected && loaded.mayManage && <Naming area={area} loaded={loaded} editing={editing} />}
          </li>
        ))}
      </ul>
    </aside>
  );
}

function Facts({ loaded, area }: { readonly loaded: StreetGrids; readonly area: GridArea }) {
  const { t } = useTranslation("people");
  const known = loaded.grids.find((each) => each.area.unit === area.unit);
  const size = t("grid.area", { count: Number(hectares(area)) });
  if (known === undefined)
    return (
      <span className="gl-quiet">
        {t("grid.fresh")} · {size}
      </span>
    );
  const changed =
    known.area.ring.length !== area.ring.length ||
    known.area.ring.some((point, at) => point.lng !== area.ring[at]?.lng || point.lat !== area.ring[at]?.lat);
  const { households, places, openCases, people } = known;
  const names = people.length === 0 ? t("grid.nobody") : people.map((person) => person.name).join("、");
  const isOff = households < loaded.range.min || households > loaded.range.max;
  return (
    <span className="gl-quiet">
      {changed && <b>{t("grid.changed")} · </b>}
      <span className={isOff ? "gl-grid-off" : undefined}>{t("grid.households", { count: households })}</span> ·{" "}
      {t("grid.places", { count: places })} · {size} · {t("grid.cases", { count: openCases })} · {t("grid.worker")}：
      {names}
    </span>
  );
}

interface NamingProps {
  readonly area: GridArea;
  readonly loaded: StreetGrids;
  readonly editing: Editing;
}

/** Names are taken when one leaves the field: each is one step that can be undone. */
function Naming({ area, loaded, editing }: NamingProps) {
  const { t } = useTranslation("people");
  const { unit, title } = area;
  const take = (language: "zh-CN" | "en", words: string) => {
    if (words.trim() !== "" && words.trim() !== title[language])
      editing.rename(unit, { title: { ...title, [language]: words.trim() } });
  };
  const community = loaded.communities.find((each) => each.code === area.community);
  return (
    <Form className="gl-grid-naming" layout="vertical" component="div" key={`${unit}${say(title)}`}>
      <Form.Item label={t("grid.title")} htmlFor={`${unit}-zh`}>
        <Input
          id={`${unit}-zh`}
          maxLength={40}
          defaultValue={title["zh-CN"]}
          onBlur={(event) => take("zh-CN", event.target.value)}
        />
      </Form.Item>
      <Form.Item label={t("grid.titleEn")} htmlFor={`${unit}-en`}>
        <Input
          id={`${unit}-en`}
          maxLength={60}
          defaultValue={title.en ?? ""}
          onBlur={(event) => take("en", event.target.value)}
        />
      </Form.Item>
      <p className="gl-quiet">
        {t("grid.code")}：{unit} · {t("grid.community")}：{say(community?.title)}
      </p>
    </Form>
  );
}
