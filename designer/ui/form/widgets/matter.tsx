/** Which matter: what was used lately first, then large tiles by class, or found by writing. */
import { useRef, useState } from "react";
import type { Limit, Matter, Title } from "../../../../server/contract/types.ts";
import { Icon } from "../../icons.tsx";
import { Sheet, type SheetDoor } from "../../sheet.tsx";
import { useAnswer } from "../../use-answer.ts";
import { useEnvironment, type Environment } from "../environment.tsx";
import { fillIn } from "../words.ts";
import { groupDescribed, textOf, type WidgetProps } from "./widget.ts";

const noMatters: readonly Matter[] = [];
const recentShown = 6;

export function useMatters(): readonly Matter[] {
  const { context } = useEnvironment();
  const answer = useAnswer(context.street, () => context.services.matters());
  return answer.kind === "answered" ? answer.value : noMatters;
}

export function sayTitle(title: Title | undefined, language: Environment["language"]): string {
  return language === "en" ? (title?.en ?? title?.["zh-CN"] ?? "") : (title?.["zh-CN"] ?? "");
}

export function sayLimit(limit: Limit, { words }: Pick<Environment, "words">): string {
  return `${limit.value} ${words.clock[limit.clock]}`;
}

interface Group {
  readonly key: string;
  readonly title: string;
  readonly matters: readonly Matter[];
}

function classesOf(matters: readonly Matter[], language: Environment["language"]): readonly Group[] {
  const groups = new Map<string, Matter[]>();
  for (const matter of matters) groups.set(matter.largeClass, [...(groups.get(matter.largeClass) ?? []), matter]);
  return [...groups].map(([key, members]) => ({
    key,
    title: sayTitle(members[0]?.largeClassTitle, language),
    matters: members,
  }));
}

function Tiles({ matters, onTake }: { matters: readonly Matter[]; onTake: (matter: Matter) => void }) {
  const environment = useEnvironment();
  return (
    <ul className="f-tiles">
      {matters.map((matter) => (
        <li key={matter.key}>
          <button type="button" onClick={() => onTake(matter)}>
            <strong>{sayTitle(matter.title, environment.language)}</strong>
            <span className="g-small g-muted">
              {fillIn(environment.words.matter.limit, { limit: sayLimit(matter.limit, environment) })}
            </span>
          </button>
        </li>
      ))}
    </ul>
  );
}

function Picker({ matters, onTake }: { matters: readonly Matter[]; onTake: (matter: Matter) => void }) {
  const { words, language } = useEnvironment();
  const [query, setQuery] = useState("");
  const [openClass, setOpenClass] = useState<string>();
  const classes = classesOf(matters, language);
  const wanted = query.trim().toLowerCase();
  const found = matters.filter((matter) =>
    `${sayTitle(matter.title, language)} ${matter.title["zh-CN"]} ${sayTitle(matter.largeClassTitle, language)} ${matter.code}`
      .toLowerCase()
      .includes(wanted),
  );
  const recent = matters.filter((matter) => matter.recent).slice(0, recentShown);
  const shown = classes.find((one) => one.key === openClass);
  return (
    <>
      <label className="f-search">
        <span className="only-read-aloud">{words.matter.search}</span>
        <Icon name="search" size={20} />
        <input
          className="g-input"
          type="search"
          value={query}
          placeholder={words.matter.search}
          onChange={(event) => setQuery(event.target.value)}
        />
      </label>
      {wanted !== "" && found.length === 0 && <p role="status">{fillIn(words.matter.none, { q: query })}</p>}
      {wanted !== "" && <Tiles matters={found} onTake={onTake} />}
      {wanted === "" && shown !== undefined && (
        <>
          <button type="button" className="g-button quiet small f-left" onClick={() => setOpenClass(undefined)}>
            <Icon name="back" size={18} />
            {words.matter.back}
          </button>
          <h3 className="f-heading">{shown.title}</h3>
          <Tiles matters={shown.matters} onTake={onTake} />
        </>
      )}
      {wanted === "" && shown === undefined && (
        <>
          {recent.length > 0 && <h3 className="f-heading">{words.matter.recent}</h3>}
          <Tiles matters={recent} onTake={onTake} />
          <h3 className="f-heading">{words.matter.all}</h3>
          <ul className="f-tiles large">
            {classes.map((one) => (
              <li key={one.key}>
                <button type="button" onClick={() => setOpenClass(one.key)}>
                  <strong>{one.title}</strong>
                  <span className="g-small g-muted">{fillIn(words.matter.count, { n: one.matters.length })}</span>
                </button>
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}

export function MatterWidget(props: WidgetProps) {
  const environment = useEnvironment();
  const { words, language } = environment;
  const matters = useMatters();
  const sheet = useRef<SheetDoor>(null);
  const chosen = matters.find((matter) => matter.key === textOf(props.value));
  return (
    <div {...groupDescribed(props)}>
      <button
        id={props.id}
        type="button"
        className={`f-matter${chosen === undefined ? "" : " chosen"}`}
        disabled={props.readOnly}
        onClick={() => sheet.current?.open()}
      >
        {chosen === undefined ? (
          <span>{props.value === undefined ? words.matter.choose : textOf(props.value)}</span>
        ) : (
          <span>
            <strong>{sayTitle(chosen.title, language)}</strong>
            <span className="g-small g-muted">
              {sayTitle(chosen.largeClassTitle, language)} ·{" "}
              {fillIn(words.matter.limit, { limit: sayLimit(chosen.limit, environment) })}
            </span>
          </span>
        )}
        <span className="g-small">{chosen === undefined ? <Icon name="next" /> : words.matter.change}</span>
      </button>
      <Sheet ref={sheet} title={props.title || words.matter.choose}>
        <Picker
          matters={matters}
          onTake={(matter) => {
            props.onChange(matter.key);
            props.onBlur();
            sheet.current?.close();
          }}
        />
      </Sheet>
    </div>
  );
}
