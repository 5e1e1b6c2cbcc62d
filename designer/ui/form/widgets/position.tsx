/** Where: the phone's own position with its accuracy, else a pin on our own map; the grid found from the point is said at once. */
import { lazy, Suspense, useEffect, useRef, useState } from "react";
import type { GridAt, Position } from "../../../../server/contract/types.ts";
import { Icon } from "../../icons.tsx";
import { Sheet, type SheetDoor } from "../../sheet.tsx";
import { Skeleton } from "../../skeleton.tsx";
import { statusOf, useAnswer } from "../../use-answer.ts";
import { useEnvironment } from "../environment.tsx";
import { isJson } from "../schema.ts";
import { fillIn } from "../words.ts";
import { groupDescribed, type WidgetProps } from "./widget.ts";

const PinMap = lazy(async () => ({ default: (await import("../pin-map.tsx")).PinMap }));

/** Beyond this many metres a phone's position may lie in the neighbouring grid. */
const roughMetres = 50;

export function positionOf(value: unknown): Position | undefined {
  if (!isJson(value) || typeof value["lng"] !== "number" || typeof value["lat"] !== "number") return undefined;
  return value as unknown as Position;
}

type Trouble = "denied" | "failed" | "insecure";

/** Asks the phone once: its position, or why there is none. */
function locate(): Promise<Position | Trouble> {
  return new Promise((resolve) => {
    if (!window.isSecureContext || !("geolocation" in navigator)) {
      resolve("insecure");
      return;
    }
    navigator.geolocation.getCurrentPosition(
      ({ coords, timestamp }) =>
        resolve({
          lng: Number(coords.longitude.toFixed(6)),
          lat: Number(coords.latitude.toFixed(6)),
          accuracy: Math.round(coords.accuracy),
          source: "gps",
          at: new Date(timestamp).toISOString(),
        }),
      (error) => resolve(error.code === error.PERMISSION_DENIED ? "denied" : "failed"),
      { enableHighAccuracy: true, timeout: 12_000, maximumAge: 15_000 },
    );
  });
}

/** The grid a point lies in; `outside` when the server knows none. A lost network says nothing about the point. */
export function useGrid(position: Position | undefined): GridAt | "outside" | undefined {
  const { context, onGrid } = useEnvironment();
  const key = position === undefined ? undefined : `${position.lng},${position.lat}`;
  const answer = useAnswer(key, () => context.services.gridAt(position?.lng ?? 0, position?.lat ?? 0));
  const grid = answer.kind === "answered" ? answer.value : undefined;
  useEffect(() => onGrid(grid), [grid, onGrid]);
  const status = answer.kind === "failed" ? (statusOf(answer.error) ?? 0) : 0;
  return status >= 400 && status < 500 ? "outside" : grid;
}

function Where({ position }: { readonly position: Position }) {
  const { words, language } = useEnvironment();
  const grid = useGrid(position);
  const { accuracy, source } = position;
  const by = { gps: words.position.byGps, pin: words.position.byPin, place: words.position.byPlace }[source];
  const rough = accuracy !== undefined && accuracy > roughMetres;
  const title = grid === undefined || grid === "outside" ? undefined : grid.gridTitle;
  const name = title === undefined ? "" : language === "en" ? (title.en ?? title["zh-CN"]) : title["zh-CN"];
  return (
    <div className="f-where" aria-live="polite">
      <Icon name="pin" />
      <div>
        {grid === "outside" && <strong className="f-warn">{words.position.outside}</strong>}
        {name !== "" && <strong>{fillIn(words.position.inGrid, { grid: name })}</strong>}
        <div className={`g-small ${rough ? "f-warn" : "g-muted"}`}>
          {by}
          {accuracy !== undefined &&
            ` · ${fillIn(rough ? words.position.rough : words.position.accuracy, { n: accuracy })}`}
        </div>
      </div>
    </div>
  );
}

export function PositionWidget(props: WidgetProps) {
  const { words } = useEnvironment();
  const position = positionOf(props.value);
  const [state, setState] = useState<"idle" | "locating" | Trouble>("idle");
  const sheet = useRef<SheetDoor>(null);
  const find = async () => {
    setState("locating");
    const found = await locate();
    setState(typeof found === "string" ? found : "idle");
    if (typeof found !== "string") props.onChange(found);
  };
  const isEmpty = position === undefined;
  const asked = useRef(false);
  useEffect(() => {
    // Asked once by itself: most reports are made where the worker stands.
    if (asked.current || !isEmpty || props.readOnly || props.options["auto"] === false) return;
    asked.current = true;
    void find();
  });
  return (
    <div id={props.id} className="f-position" {...groupDescribed(props)}>
      {position !== undefined && <Where position={position} />}
      {state === "locating" && <p role="status">{words.position.locating}</p>}
      {(state === "denied" || state === "failed" || state === "insecure") && (
        <p role="status" className="f-warn">
          {words.position[state]}
        </p>
      )}
      {!props.readOnly && (
        <div className="f-buttons">
          <button type="button" className="g-button" disabled={state === "locating"} onClick={() => void find()}>
            <Icon name="locate" size={20} />
            {isEmpty ? words.position.here : words.position.again}
          </button>
          <button type="button" className="g-button" onClick={() => sheet.current?.open()}>
            <Icon name="map" size={20} />
            {words.position.onMap}
          </button>
        </div>
      )}
      <Sheet ref={sheet} title={words.position.mapTitle}>
        <Suspense fallback={<Skeleton label={words.loading} lines={1} tall />}>
          <PinMap
            start={position}
            onConfirm={(point) => {
              props.onChange({ ...point, source: "pin" });
              props.onBlur();
              sheet.current?.close();
            }}
          />
        </Suspense>
      </Sheet>
    </div>
  );
}
