/** A BPMN diagram to look at. bpmn-js comes as a chunk of its own, so that the desk opens fast. */
import { lazy, Suspense } from "react";
import { Skeleton } from "antd";
import type { DiagramViewProps } from "./diagram-props.ts";

const LazyCanvas = lazy(async () => ({ default: (await import("./diagram-canvas.tsx")).DiagramCanvas }));

export function DiagramView(props: DiagramViewProps) {
  const { height = 480 } = props;
  return (
    <Suspense fallback={<Skeleton.Node active style={{ width: "100%", height }} />}>
      <LazyCanvas {...props} height={height} />
    </Suspense>
  );
}
