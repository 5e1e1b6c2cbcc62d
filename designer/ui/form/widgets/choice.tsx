/** Everything one chooses: big targets for a few options, the device's own list for many. */
import type { Unit } from "../../../../server/contract/types.ts";
import { useAnswer } from "../../use-answer.ts";
import { useEnvironment } from "../environment.tsx";
import type { Choice } from "../schema.ts";
import { Icon } from "../../icons.tsx";
import { described, groupDescribed, textOf, type WidgetProps } from "./widget.ts";

function Option({ props, choice, kind }: { props: WidgetProps; choice: Choice; kind: "radio" | "checkbox" }) {
  const chosen = kind === "radio" ? props.value === choice.value : listOf(props.value).includes(choice.value);
  const isOff = props.readOnly && !chosen;
  return (
    <label className={`g-choice${chosen ? " chosen" : ""}${isOff ? " off" : ""}`}>
      <input
        type={kind}
        name={props.id}
        checked={chosen}
        disabled={props.readOnly}
        aria-describedby={`${props.id}-error`}
        onChange={() => props.onChange(kind === "radio" ? choice.value : toggled(props, choice.value))}
        onBlur={props.onBlur}
      />
      {chosen && <span aria-hidden="true">✓</span>}
      {choice.label}
    </label>
  );
}

const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? (value as unknown[]) : []);

/** Keeps the order in which the form names its options. */
function toggled(props: WidgetProps, value: unknown): readonly unknown[] {
  const chosen = new Set(listOf(props.value));
  if (!chosen.delete(value)) chosen.add(value);
  return props.choices.map((choice) => choice.value).filter((one) => chosen.has(one));
}

export function RadioWidget(props: WidgetProps) {
  return (
    <div className="g-choices" id={props.id} {...groupDescribed(props)} role="radiogroup">
      {props.choices.map((choice) => (
        <Option key={String(choice.value)} props={props} choice={choice} kind="radio" />
      ))}
    </div>
  );
}

/** One row of equal parts: two to four short options. */
export function SegmentedWidget(props: WidgetProps) {
  return (
    <div className="f-segments">
      <RadioWidget {...props} />
    </div>
  );
}

export function CheckboxesWidget(props: WidgetProps) {
  return (
    <div className="g-choices" id={props.id} {...groupDescribed(props)}>
      {props.choices.map((choice) => (
        <Option key={String(choice.value)} props={props} choice={choice} kind="checkbox" />
      ))}
    </div>
  );
}

/** 是 / 否, so that "not answered" and "no" stay different things. */
export function YesNoWidget(props: WidgetProps) {
  const { words } = useEnvironment();
  const own = props.choices.length === 2 ? props.choices : undefined;
  const choices = own ?? [
    { value: true, label: words.yes },
    { value: false, label: words.no },
  ];
  return <SegmentedWidget {...props} choices={choices} />;
}

export function SelectWidget(props: WidgetProps) {
  const { words } = useEnvironment();
  const at = props.choices.findIndex((choice) => choice.value === props.value);
  return (
    <select
      id={props.id}
      className="g-input"
      value={at === -1 ? "" : String(at)}
      disabled={props.readOnly}
      {...described(props)}
      onChange={(event) => props.onChange(props.choices[Number(event.target.value || -1)]?.value)}
      onBlur={props.onBlur}
    >
      <option value="">{props.placeholder || words.choose}</option>
      {props.choices.map((choice, index) => (
        <option key={String(choice.value)} value={index}>
          {choice.label}
        </option>
      ))}
    </select>
  );
}

const noUnits: readonly Unit[] = [];

function useUnits(kinds: unknown): readonly Unit[] {
  const { context } = useEnvironment();
  const answer = useAnswer(context.street, () => context.services.units());
  const units = answer.kind === "answered" ? answer.value : noUnits;
  return Array.isArray(kinds) ? units.filter((unit) => kinds.includes(unit.kind)) : units;
}

/** One organisation unit of the kinds the form wants, or several where the form takes a list. */
export function UnitWidget(props: WidgetProps) {
  const { words, language } = useEnvironment();
  const units = useUnits(props.options["kinds"]);
  const say = (code: unknown): string => {
    const title = units.find((unit) => unit.code === code)?.title;
    return (language === "en" ? title?.en : undefined) ?? title?.["zh-CN"] ?? textOf(code);
  };
  const choices = units.map((unit) => ({ value: unit.code, label: say(unit.code) }));
  if (props.schema["type"] !== "array") return <SelectWidget {...props} choices={choices} />;
  const chosen = listOf(props.value);
  const without = (code: unknown) => {
    const rest = chosen.filter((one) => one !== code);
    props.onChange(rest.length === 0 ? undefined : rest);
  };
  return (
    <>
      {chosen.length > 0 && (
        <div className="g-choices f-chosen">
          {chosen.map((code) => (
            <button
              key={textOf(code)}
              type="button"
              className="g-button small"
              disabled={props.readOnly}
              onClick={() => without(code)}
            >
              {say(code)}
              <span className="only-read-aloud">{words.remove}</span>
              <Icon name="close" size={16} />
            </button>
          ))}
        </div>
      )}
      {!props.readOnly && (
        <SelectWidget
          {...props}
          value={undefined}
          choices={choices.filter((choice) => !chosen.includes(choice.value))}
          onChange={(code) => code !== undefined && props.onChange([...chosen, code])}
        />
      )}
    </>
  );
}
