/** A patrol's list: one thumb, three big answers; a problem opens the camera and the text at once. */
import { useEffect, useRef, useState } from "react";
import { Icon } from "../../icons.tsx";
import {
  itemsOf,
  readAnswers,
  sayElapsed,
  writeAnswers,
  type CheckAnswer,
  type CheckItem,
  type CheckResult,
} from "../checklist-value.ts";
import { useEnvironment, useFieldError } from "../environment.tsx";
import { fillIn } from "../words.ts";
import { MatterWidget } from "./matter.tsx";
import { PhotosWidget } from "./photos.tsx";
import { groupDescribed, type WidgetProps } from "./widget.ts";

const results = ["normal", "problem", "notApplicable"] as const satisfies readonly CheckResult[];
const signs: Readonly<Record<CheckResult, string>> = { normal: "✓", problem: "!", notApplicable: "–" };

interface RowProps {
  /** Where this item's answer stands in the value, so that an error finds its row. */
  readonly id: string;
  readonly item: CheckItem;
  readonly answer: CheckAnswer;
  readonly props: WidgetProps;
  readonly onAnswer: (answer: CheckAnswer) => void;
}

/** On a phone the camera opens in the same tap; at a desk a file dialog would only be in the way. */
const isTouch = (): boolean => window.matchMedia("(pointer: coarse)").matches;

function Problem({ item, answer, props, onAnswer, id }: RowProps) {
  const { words } = useEnvironment();
  const error = useFieldError(id, true);
  return (
    <div className="f-check-problem">
      <label htmlFor={`${id}-note`}>{words.check.note}</label>
      <textarea
        id={`${id}-note`}
        className="g-input"
        rows={2}
        value={answer.note ?? ""}
        placeholder={words.check.notePlaceholder}
        readOnly={props.readOnly}
        aria-invalid={error !== undefined}
        aria-describedby={`${id}-error`}
        onChange={(event) => onAnswer({ ...answer, note: event.target.value })}
        onBlur={props.onBlur}
      />
      <span id={`${id}-photos-title`} className="f-label">
        {words.check.photos}
      </span>
      <PhotosWidget
        {...props}
        id={`${id}-photos`}
        title={`${item.title} ${words.check.photos}`}
        schema={{ maxItems: 4 }}
        value={answer.photos}
        onChange={(photos) => onAnswer({ ...answer, photos: Array.isArray(photos) ? (photos as string[]) : [] })}
      />
      {item.raises !== undefined && (
        <>
          <span id={`${id}-matter-title`} className="f-label">
            {words.check.raises}
          </span>
          <MatterWidget
            {...props}
            id={`${id}-matter`}
            title={words.check.raises}
            value={answer.matter ?? item.raises}
            onChange={(matter) => onAnswer({ ...answer, ...(typeof matter === "string" ? { matter } : {}) })}
          />
        </>
      )}
    </div>
  );
}

function Row({ id, item, answer, props, onAnswer }: RowProps) {
  const { words } = useEnvironment();
  const error = useFieldError(id, true);
  const row = useRef<HTMLLIElement>(null);
  const wantsCamera = useRef(false);
  useEffect(() => {
    if (!wantsCamera.current || answer.result !== "problem") return;
    wantsCamera.current = false;
    row.current?.querySelector("textarea")?.focus();
    if (isTouch()) row.current?.querySelector<HTMLInputElement>("input[capture]")?.click();
  }, [answer.result]);
  return (
    <li ref={row} id={`${id}-field`} className={`f-check ${answer.result ?? ""}`}>
      <fieldset>
        <legend>{item.title}</legend>
        <div className="f-check-results">
          {results.map((result) => (
            <label key={result} className={`g-choice ${result}${answer.result === result ? " chosen" : ""}`}>
              <input
                type="radio"
                name={`${props.id}-${item.id}`}
                checked={answer.result === result}
                disabled={props.readOnly}
                onChange={() => {
                  wantsCamera.current = result === "problem";
                  onAnswer({ ...answer, result });
                }}
              />
              {answer.result === result && <span aria-hidden="true">{signs[result]}</span>}
              {words.check[result]}
            </label>
          ))}
        </div>
      </fieldset>
      {answer.result === "problem" && <Problem item={item} answer={answer} props={props} onAnswer={onAnswer} id={id} />}
      <p id={`${id}-error`} className="f-error" role="alert">
        {error}
      </p>
    </li>
  );
}

/** Seconds since this list was opened; ticks only while something is still open. */
function useElapsed(isDone: boolean): number {
  const [started] = useState(() => Date.now());
  const [now, setNow] = useState(started);
  useEffect(() => {
    if (isDone) return undefined;
    const tick = setInterval(() => setNow(Date.now()), 1_000);
    return () => clearInterval(tick);
  }, [isDone]);
  return (now - started) / 1_000;
}

interface HeadProps {
  readonly done: number;
  readonly all: number;
  readonly problems: number;
}

function Head({ done, all, problems }: HeadProps) {
  const { words } = useEnvironment();
  const elapsed = useElapsed(done === all);
  return (
    <div className="f-check-head">
      <progress value={done} max={Math.max(1, all)} aria-label={fillIn(words.check.progress, { done, all })} />
      <span>{fillIn(words.check.progress, { done, all })}</span>
      {problems > 0 && <span className="g-badge red">{fillIn(words.check.problems, { n: problems })}</span>}
      <span className="g-muted">{fillIn(words.check.elapsed, { time: sayElapsed(elapsed) })}</span>
    </div>
  );
}

export function ChecklistWidget(props: WidgetProps) {
  const { words, language } = useEnvironment();
  const items = itemsOf(props.schema, props.options, language === "en");
  const answers = readAnswers(props.value, props.schema);
  const done = items.filter((item) => answers[item.id]?.result !== undefined).length;
  const problems = items.filter((item) => answers[item.id]?.result === "problem").length;
  const keep = (changed: Readonly<Record<string, CheckAnswer>>) =>
    props.onChange(writeAnswers({ ...answers, ...changed }, items, props.schema));
  const groups = [...new Set(items.map((item) => item.group))];
  const isList = props.schema["type"] === "array";
  const answered = items.filter((item) => answers[item.id]?.result !== undefined).map((item) => item.id);
  const rowId = (item: CheckItem) => {
    const at = answered.indexOf(item.id);
    return `${props.id}-${isList && at !== -1 ? at : item.id}`;
  };
  const open = items.filter((item) => answers[item.id]?.result === undefined);
  return (
    <div id={props.id} {...groupDescribed(props)}>
      <Head done={done} all={items.length} problems={problems} />
      {groups.map((group) => (
        <section key={group} className="f-check-group">
          {group !== "" && <h3 className="f-heading">{group}</h3>}
          <ul>
            {items
              .filter((item) => item.group === group)
              .map((item) => (
                <Row
                  key={item.id}
                  id={rowId(item)}
                  item={item}
                  answer={answers[item.id] ?? {}}
                  props={props}
                  onAnswer={(answer) => keep({ [item.id]: answer })}
                />
              ))}
          </ul>
        </section>
      ))}
      {!props.readOnly && done > 0 && open.length > 0 && (
        <button
          type="button"
          className="g-button wide"
          onClick={() => keep(Object.fromEntries(open.map((item) => [item.id, { result: "normal" as const }])))}
        >
          <Icon name="check" size={20} />
          {words.check.allNormal}
        </button>
      )}
    </div>
  );
}
