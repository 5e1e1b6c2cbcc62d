/** Which place: scanned, found by writing, or the nearest to the phone's position; always shown with its address and grid. */
import { useEffect, useRef, useState } from "react";
import type { Place } from "../../../../server/contract/types.ts";
import { Icon } from "../../icons.tsx";
import { ScanSheet } from "../../scan-sheet.tsx";
import type { SheetDoor } from "../../sheet.tsx";
import { statusOf, useAnswer } from "../../use-answer.ts";
import { useEnvironment } from "../environment.tsx";
import { fillIn } from "../words.ts";
import { described, textOf, type WidgetProps } from "./widget.ts";

type Known = Place | "unknown" | undefined;

/** The place behind a code; `unknown` when the register has none, undefined while asking or when the network is gone. */
export function usePlace(code: string): Known {
  const { context, onPlace } = useEnvironment();
  const answer = useAnswer(code === "" ? undefined : code, () => context.services.place(code));
  const place = answer.kind === "answered" ? answer.value : undefined;
  useEffect(() => {
    if (place !== undefined) onPlace(place);
  }, [place, onPlace]);
  return answer.kind === "failed" && statusOf(answer.error) === 404 ? "unknown" : place;
}

function Chosen({ code, onChange, readOnly }: { code: string; onChange: () => void; readOnly: boolean }) {
  const { words, language } = useEnvironment();
  const place = usePlace(code);
  const grid = typeof place === "object" ? place.gridTitle : undefined;
  return (
    <div className="f-where" aria-live="polite">
      <Icon name={place === "unknown" ? "warning" : "house"} />
      <div>
        {place === "unknown" && <strong className="f-warn">{fillIn(words.place.unknown, { code })}</strong>}
        {typeof place === "object" && (
          <>
            <strong>{place.name}</strong>
            <div className="g-small g-muted">
              {place.address} · {language === "en" ? (grid?.en ?? grid?.["zh-CN"]) : grid?.["zh-CN"]}
            </div>
          </>
        )}
        <div className="g-small g-muted">{fillIn(words.place.code, { code })}</div>
      </div>
      {!readOnly && (
        <button type="button" className="g-button small" onClick={onChange}>
          {words.place.change}
        </button>
      )}
    </div>
  );
}

const mostShown = 8;
const shortest = 2;

function Finder({ props }: { readonly props: WidgetProps }) {
  const { words, context, nearestPlace } = useEnvironment();
  const [query, setQuery] = useState("");
  const wanted = query.trim();
  const { services } = context;
  const found = useAnswer(wanted.length < shortest ? undefined : wanted, () => services.findPlaces(wanted), 300);
  const places = found.kind === "answered" ? found.value.slice(0, mostShown) : [];
  const scan = useRef<SheetDoor>(null);
  const take = (code: string) => {
    props.onChange(code);
    props.onBlur();
  };
  return (
    <>
      <div className="f-buttons">
        <button type="button" className="g-button" onClick={() => scan.current?.open()}>
          <Icon name="scan" size={20} />
          {words.place.scan}
        </button>
        <input
          id={props.id}
          className="g-input"
          type="search"
          value={query}
          placeholder={props.placeholder || words.place.search}
          autoComplete="off"
          {...described(props)}
          onChange={(event) => setQuery(event.target.value)}
          onBlur={props.onBlur}
        />
      </div>
      {query === "" && nearestPlace !== undefined && (
        <div className="f-where">
          <Icon name="house" />
          <div>{fillIn(words.place.nearest, { address: nearestPlace.name })}</div>
          <button type="button" className="g-button small" onClick={() => take(nearestPlace.code)}>
            {words.place.use}
          </button>
        </div>
      )}
      <div aria-live="polite">
        {found.kind === "answered" && places.length === 0 && (
          <p className="f-warn">{fillIn(words.place.none, { q: wanted })}</p>
        )}
      </div>
      {places.length > 0 && (
        <ul className="f-found">
          {places.map((place) => (
            <li key={place.code}>
              <button type="button" onClick={() => take(place.code)}>
                <strong>{place.name}</strong>
                <span className="g-small g-muted">
                  {place.address} · {place.code}
                </span>
              </button>
            </li>
          ))}
        </ul>
      )}
      <ScanSheet ref={scan} onCode={take} />
    </>
  );
}

export function PlaceWidget(props: WidgetProps) {
  const code = textOf(props.value);
  return (
    <div className="f-place">
      {code === "" ? (
        !props.readOnly && <Finder props={props} />
      ) : (
        <Chosen code={code} readOnly={props.readOnly} onChange={() => props.onChange(undefined)} />
      )}
    </div>
  );
}
