/** The drawing itself: the only user of bpmn-js's viewer. Loaded late, through `diagram-view.tsx`. */
import { AimOutlined, MinusOutlined, PlusOutlined } from "@ant-design/icons";
import { Alert, Button, Space, Tooltip } from "antd";
import NavigatedViewer, { type DiagramElement } from "bpmn-js/lib/NavigatedViewer";
import "bpmn-js/dist/assets/bpmn-js.css";
import "bpmn-js/dist/assets/diagram-js.css";
import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { currentLanguage } from "../app/i18n.ts";
import type { DiagramViewProps } from "./diagram-props.ts";
import type { DiagramMarks } from "./diagram-marks.ts";
import { centreOf, drawMarks } from "./draw-marks.ts";
import "./flow.css";
import "./words.ts";
import { inChinese, translateModule } from "./translate.ts";

/** bpmn-js throws plain English sentences; the known ones are said in the language of the screen. */
function reasonOf(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return currentLanguage() === "en" ? message : (inChinese(message) ?? message);
}

/** One viewer for the life of the element; the wheel belongs to the page until the diagram is clicked. */
function openViewer(container: HTMLElement): NavigatedViewer {
  const viewer = new NavigatedViewer({
    container,
    additionalModules: [translateModule],
    zoomScroll: { enabled: false },
  });
  container.addEventListener("pointerdown", () => viewer.get("zoomScroll").toggle(true));
  container.addEventListener("pointerleave", () => viewer.get("zoomScroll").toggle(false));
  return viewer;
}

/** Fits the whole drawing with a small margin, but never blows a small one up beyond its own size. */
function fit(viewer: NavigatedViewer): void {
  const canvas = viewer.get("canvas");
  canvas.resized();
  if (canvas.viewbox().outer.width === 0) return;
  canvas.zoom(Math.min(1, canvas.zoom("fit-viewport", "auto") * 0.94), "auto");
}

/** Below this scale names cannot be read: a big drawing then opens where its token stands. */
const legible = 0.6;
const readable = 0.8;

/** Shows the element large enough to be read, in the middle. */
function centreAt(viewer: NavigatedViewer, element: DiagramElement): void {
  const canvas = viewer.get("canvas");
  const { outer } = canvas.viewbox();
  const [width, height] = [outer.width / readable, outer.height / readable];
  const centre = centreOf(element);
  canvas.viewbox({ x: centre.x - width / 2, y: centre.y - height / 2, width, height });
}

function openAtToken(viewer: NavigatedViewer, marks: DiagramMarks): void {
  const canvas = viewer.get("canvas");
  const registry = viewer.get("elementRegistry");
  const shapes = (marks.tokens ?? []).flatMap((token) => registry.get(token.elementId) ?? []);
  const smallest = shapes.sort((a, b) => (a.width ?? 0) - (b.width ?? 0))[0];
  if (smallest !== undefined && canvas.zoom() < legible) centreAt(viewer, smallest);
}

export function DiagramCanvas({ xml, label, marks = {}, height = 480, onSelect, link }: DiagramViewProps) {
  const { t } = useTranslation("flow");
  const container = useRef<HTMLDivElement>(null);
  const viewer = useRef<NavigatedViewer>(undefined);
  const select = useRef(onSelect);
  useEffect(() => {
    select.current = onSelect;
  }, [onSelect]);
  const atStart = useRef(marks);
  const [shown, setShown] = useState<string>();
  const [failure, setFailure] = useState<string>();

  useEffect(() => {
    if (container.current === null) return undefined;
    const opened = openViewer(container.current);
    viewer.current = opened;
    opened.get("eventBus").on("element.click", ({ element }) => {
      const known = element.type === "bpmn:Process" || element.type === "bpmn:Collaboration" ? undefined : element;
      select.current?.((known?.labelTarget ?? known)?.id);
    });
    let width = container.current.clientWidth;
    // Only a changed width asks for a new fit: the first report comes after the drawing was placed.
    const resize = new ResizeObserver(([box]) => {
      if (box === undefined || Math.abs(box.contentRect.width - width) < 1) return;
      width = box.contentRect.width;
      fit(opened);
    });
    resize.observe(container.current);
    return () => {
      resize.disconnect();
      opened.destroy();
    };
  }, []);

  useEffect(() => (viewer.current === undefined ? undefined : link?.join(viewer.current)), [link]);

  useEffect(() => {
    let current = true;
    const draw = async (into: NavigatedViewer) => {
      try {
        await into.importXML(xml);
        if (!current) return;
        fit(into);
        openAtToken(into, atStart.current);
        setFailure(undefined);
        setShown(xml);
      } catch (error) {
        if (current) setFailure(reasonOf(error));
      }
    };
    if (viewer.current !== undefined) void draw(viewer.current);
    return () => {
      current = false;
    };
  }, [xml]);

  useEffect(() => {
    if (viewer.current === undefined || shown !== xml) return undefined;
    return drawMarks(viewer.current, marks, (id) => select.current?.(id), t);
  }, [shown, xml, marks, t]);

  const { focus } = marks;
  useEffect(() => {
    // Only a new focus moves the drawing: marks are drawn again every minute, and nobody likes to be moved.
    if (focus === undefined || shown !== xml) return;
    const element = viewer.current?.get("elementRegistry").get(focus);
    if (viewer.current === undefined || element === undefined) return;
    if (link !== undefined && viewer.current.get("canvas").zoom() < legible) centreAt(viewer.current, element);
    else viewer.current.get("canvas").scrollToElement(focus, 60);
  }, [shown, xml, focus, link]);

  const zoom = (factor: number) => {
    const canvas = viewer.current?.get("canvas");
    canvas?.zoom(Math.min(4, Math.max(0.2, canvas.zoom() * factor)), "auto");
  };
  return (
    <div className="gl-diagram" role="group" aria-label={label} style={{ height }}>
      <div ref={container} className="gl-diagram-ground" />
      {failure !== undefined && (
        <Alert className="gl-diagram-failure" type="warning" showIcon title={t("failed", { reason: failure })} />
      )}
      <Space.Compact className="gl-diagram-tools" size="small">
        <ToolButton words={t("zoomIn")} icon={<PlusOutlined aria-hidden />} onClick={() => zoom(1.25)} />
        <ToolButton words={t("zoomOut")} icon={<MinusOutlined aria-hidden />} onClick={() => zoom(0.8)} />
        <ToolButton
          words={t("fit")}
          icon={<AimOutlined aria-hidden />}
          onClick={() => viewer.current && fit(viewer.current)}
        />
      </Space.Compact>
    </div>
  );
}

interface ToolButtonProps {
  readonly words: string;
  readonly icon: React.ReactNode;
  readonly onClick: () => void;
}

function ToolButton({ words, icon, onClick }: ToolButtonProps) {
  return (
    <Tooltip title={words}>
      <Button aria-label={words} icon={icon} onClick={onClick} />
    </Tooltip>
  );
}
