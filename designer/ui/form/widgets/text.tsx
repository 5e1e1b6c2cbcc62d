/** Everything one writes: lines, longer text, numbers, dates, telephone and identity numbers. */
import { useEnvironment } from "../environment.tsx";
import { fillIn } from "../words.ts";
import { described, textOf, type WidgetProps } from "./widget.ts";

type Mode = "text" | "tel" | "numeric" | "decimal" | "email";

function Line({ props, mode, type = "text" }: { props: WidgetProps; mode: Mode; type?: "text" | "date" | "tel" }) {
  const { maxLength } = props.schema;
  return (
    <input
      id={props.id}
      className="g-input"
      type={type}
      inputMode={mode}
      value={textOf(props.value)}
      placeholder={props.placeholder}
      readOnly={props.readOnly}
      autoComplete="off"
      {...(typeof maxLength === "number" ? { maxLength } : {})}
      {...described(props)}
      onChange={(event) => props.onChange(event.target.value === "" ? undefined : event.target.value)}
      onBlur={props.onBlur}
    />
  );
}

export function TextWidget(props: WidgetProps) {
  const suffix = props.options["suffix"];
  if (typeof suffix !== "string") return <Line props={props} mode="text" />;
  return (
    <div className="f-suffixed">
      <Line props={props} mode="text" />
      <span>{suffix}</span>
    </div>
  );
}

/** A number is kept as a number as soon as it is one; what is being written ("-", "3.") stays text until then. */
export function NumberWidget(props: WidgetProps) {
  const whole = props.schema["type"] === "integer";
  const suffix = props.options["suffix"];
  const keep = (value: unknown) => {
    const number = Number(value);
    const isDone = typeof value === "string" && value.trim() !== "" && Number.isFinite(number) && !/[.\s]$/.test(value);
    props.onChange(isDone ? number : value);
  };
  return (
    <div className="f-suffixed">
      <Line props={{ ...props, onChange: keep }} mode={whole ? "numeric" : "decimal"} />
      {typeof suffix === "string" && <span>{suffix}</span>}
    </div>
  );
}

export function PhoneWidget(props: WidgetProps) {
  const keep = (value: unknown) => props.onChange(typeof value === "string" ? value.replace(/[\s　]/g, "") : value);
  return <Line props={{ ...props, onChange: keep }} mode="tel" type="tel" />;
}

/** GB 11643: 17 digits and a check character; a small x is written large. */
export function IdNumberWidget(props: WidgetProps) {
  const keep = (value: unknown) =>
    props.onChange(typeof value === "string" ? value.replace(/\s/g, "").toUpperCase() : value);
  return <Line props={{ ...props, onChange: keep }} mode="text" />;
}

export function DateWidget(props: WidgetProps) {
  return <Line props={props} mode="text" type="date" />;
}

/** Longer text, with how much may still be written once that matters. */
export function TextareaWidget(props: WidgetProps) {
  const { language, words } = useEnvironment();
  const { maxLength, minLength } = props.schema;
  const length = textOf(props.value).length;
  const suggestions = props.options["suggestions"];
  const list = Array.isArray(suggestions) ? suggestions.filter((one): one is string => typeof one === "string") : [];
  return (
    <>
      <textarea
        id={props.id}
        className="g-input"
        rows={Number(props.options["rows"] ?? 4)}
        value={textOf(props.value)}
        placeholder={props.placeholder}
        readOnly={props.readOnly}
        {...described(props)}
        onChange={(event) => props.onChange(event.target.value === "" ? undefined : event.target.value)}
        onBlur={props.onBlur}
      />
      {!props.readOnly && list.length > 0 && language === "zh-CN" && (
        <div className="g-choices f-suggestions">
          {list.map((text) => (
            <button
              key={text}
              type="button"
              className="g-button small"
              onClick={() => props.onChange(`${textOf(props.value)}${length > 0 ? "，" : ""}${text}`)}
            >
              {text}
            </button>
          ))}
        </div>
      )}
      {typeof maxLength === "number" && (
        <span className="f-count g-muted g-small" aria-hidden="true">
          {length}/{maxLength}
          {typeof minLength === "number" && minLength > 1 && length < minLength
            ? ` · ${fillIn(words.atLeast, { n: minLength })}`
            : ""}
        </span>
      )}
    </>
  );
}
