/** Our own map with a pin to put down: tap, drag, or move it with the arrow keys. Loaded only when somebody opens it. */
import { useEffect, useRef, useState } from "react";
import { drawPinMap } from "../grid-map.ts";
import { Icon } from "../icons.tsx";
import { Skeleton } from "../skeleton.tsx";
import { useAnswer } from "../use-answer.ts";
import { useEnvironment } from "./environment.tsx";

interface Point {
  readonly lng: number;
  readonly lat: number;
}

interface PinMapProps {
  readonly start: Point | undefined;
  readonly onConfirm: (point: Point) => void;
}

export function PinMap({ start, onConfirm }: PinMapProps) {
  const { words, context } = useEnvironment();
  const answer = useAnswer(context.street, () => context.services.map());
  const layers = answer.kind === "answered" ? answer.value : undefined;
  const [point, setPoint] = useState(start);
  const box = useRef<HTMLDivElement>(null);
  const first = useRef(start);
  useEffect(() => {
    if (box.current === null || layers === undefined) return undefined;
    const drawn = drawPinMap(box.current, layers, {
      start: first.current,
      street: context.street,
      label: words.position.keyboard,
      onPin: setPoint,
    });
    return () => drawn.remove();
  }, [layers, context.street, words]);
  if (answer.kind === "failed")
    return (
      <p className="f-warn" role="alert">
        {words.position.mapFailed}
      </p>
    );
  return (
    <>
      {layers === undefined ? (
        <Skeleton label={words.loading} lines={3} tall />
      ) : (
        <div ref={box} className="f-map" role="application" aria-label={words.position.mapTitle} />
      )}
      <p className="g-muted g-small">{words.position.mapHelp}</p>
      <button
        type="button"
        className="g-button primary wide"
        disabled={point === undefined}
        onClick={() => point !== undefined && onConfirm(point)}
      >
        <Icon name="check" size={20} />
        {words.position.confirm}
      </button>
    </>
  );
}
