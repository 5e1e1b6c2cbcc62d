/** A BPMN diagram to look at. bpmn-js comes as a chunk of its own, so that the desk opens fast. */
import { lazy, Suspense } from "react";
import { Skeleton } from "antd";
import type { DiagramMarks } from "./diagram-marks.ts";

const LazyCanvas = lazy(async () => ({ default: (await import("./diagram-canvas.tsx")).DiagramCanvas }));

export interface DiagramViewProps {
  readonly xml: string;
  /** Read aloud in place of the picture, and shown as its name. */
  readonly label: string;
  readonly marks?: DiagramMarks;
  /** In CSS pixels. */
  readonly height?: number;
  /** Called with the element that was clicked, or undefined for the empty ground. */
  readonly onSelect?: (elementId: string | undefined) => void;
}

export function DiagramView(props: DiagramViewProps) {
  const { height = 480 } = props;
  return (
    <Suspense fallback={<Skeleton.Node active style={{ width: "100%", height }} />}>
      <LazyCanvas {...props} height={height} />
    </Suspense>
  );
}
