/** One editor for the life of the page: its flow, what can be undone, and what the engine's rules say while one draws. */
import type Modeler from "bpmn-js/lib/Modeler";
import type { Problem } from "../../../server/contract/types.ts";
import { useCallback, useEffect, useRef, useState, type RefObject } from "react";
import { drawMarks } from "../draw-marks.ts";
import { sayTheRest } from "../panel/say-the-rest.ts";
import type { FlowContent } from "./flow-content.ts";
import { lintFlow } from "./lint-flow.ts";
import { openModeler } from "./open-modeler.ts";

export interface FlowState {
  readonly xml: string;
  readonly problems: readonly Problem[];
  readonly canUndo: boolean;
  readonly canRedo: boolean;
}

export interface FlowModeler {
  /** Undefined until the flow is drawn. */
  readonly state: FlowState | undefined;
  /** Why the file cannot be drawn. */
  readonly failure: unknown;
  /** The flow as it is this moment. */
  readonly read: () => Promise<string>;
  readonly undo: () => void;
  readonly redo: () => void;
  readonly select: (elementId: string) => void;
  readonly fit: () => void;
  readonly drawing: () => Promise<string>;
}

/** Milliseconds of rest after a change before the rules are asked. */
const rest = 250;

async function stateOf(modeler: Modeler): Promise<FlowState> {
  const { xml } = await modeler.saveXML({ format: true });
  const stack = modeler.get("commandStack");
  return { xml, problems: await lintFlow(xml), canUndo: stack.canUndo(), canRedo: stack.canRedo() };
}

function showElement(modeler: Modeler, elementId: string): void {
  const element = modeler.get("elementRegistry").get(elementId);
  const canvas = modeler.get("canvas");
  if (element === undefined) return modeler.get("selection").select([]);
  const root = canvas.findRoot(elementId);
  if (root !== undefined) canvas.setRootElement(root);
  modeler.get("selection").select(element === root ? [] : element);
  if (element !== root) canvas.scrollToElement(elementId, 80);
}

/** CSS pixels that the palette covers at the left, and that are left free around the drawing. */
const palette = 112;
const margin = 24;
/** Below this scale names cannot be read: a big flow opens at its beginning instead of as a whole. */
const legible = 0.7;

/** Puts the drawing beside the palette, never larger than it is; `least` is the smallest scale, at which it is cut off at the right. */
function placeFlow(modeler: Modeler, least: number): void {
  const canvas = modeler.get("canvas");
  canvas.resized();
  const { inner, outer } = canvas.viewbox();
  if (outer.width === 0 || inner.width === 0) return;
  const fitting = Math.min(
    (outer.width - palette - 2 * margin) / inner.width,
    (outer.height - 2 * margin) / inner.height,
  );
  const scale = Math.max(least, Math.min(1, fitting));
  const [width, height] = [outer.width / scale, outer.height / scale];
  const x = inner.x - (palette + margin) / scale;
  canvas.viewbox({ x, y: inner.y + inner.height / 2 - height / 2, width, height });
}

/** `xml` and `content` are taken as they are at the first drawing: what somebody draws is never replaced under his hand. */
export function useModeler(
  ground: RefObject<HTMLDivElement | null>,
  panel: RefObject<HTMLDivElement | null>,
  xml: string,
  content: FlowContent,
  serverProblems: readonly Problem[],
): FlowModeler {
  const modeler = useRef<Modeler>(undefined);
  const first = useRef({ xml, content });
  const [state, setState] = useState<FlowState>();
  const [failure, setFailure] = useState<unknown>();

  useEffect(() => {
    if (ground.current === null || panel.current === null) return undefined;
    const opened = openModeler(ground.current, panel.current, first.current.content);
    modeler.current = opened;
    let isOpen = true;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const look = async () => {
      const next = await stateOf(opened);
      if (isOpen) setState(next);
    };
    const soon = () => {
      clearTimeout(timer);
      timer = setTimeout(() => void look().catch(setFailure), rest);
    };
    const start = async () => {
      await opened.importXML(first.current.xml);
      if (!isOpen) return;
      placeFlow(opened, legible);
      opened.get("eventBus").on("commandStack.changed", soon);
      await look();
    };
    void start().catch((error: unknown) => isOpen && setFailure(error));
    // The palette makes two columns where one is too high.
    const resize = new ResizeObserver(() => opened.get("canvas").resized());
    resize.observe(ground.current);
    const stopSaying = sayTheRest(panel.current, opened.get("translate"));
    return () => {
      isOpen = false;
      resize.disconnect();
      stopSaying();
      clearTimeout(timer);
      opened.destroy();
    };
  }, [ground, panel]);

  useEffect(() => {
    if (modeler.current === undefined || state === undefined) return undefined;
    const opened = modeler.current;
    const marks = [...state.problems, ...serverProblems].flatMap(({ elementId, severity }) =>
      elementId === undefined ? [] : [{ elementId, severity: severity ?? ("error" as const) }],
    );
    return drawMarks(
      opened,
      { problems: marks },
      () => undefined,
      (key) => key,
    );
  }, [state, serverProblems]);

  const withModeler = useCallback((act: (opened: Modeler) => void) => {
    if (modeler.current !== undefined) act(modeler.current);
  }, []);
  const opened = () => {
    if (modeler.current === undefined) throw new Error("Expected the editor to be open");
    return modeler.current;
  };
  return {
    state,
    failure,
    read: async () => (await opened().saveXML({ format: true })).xml,
    drawing: async () => (await opened().saveSVG()).svg,
    undo: () => withModeler((each) => each.get("commandStack").undo()),
    redo: () => withModeler((each) => each.get("commandStack").redo()),
    fit: () => withModeler((each) => placeFlow(each, 0.1)),
    select: (elementId) => withModeler((each) => showElement(each, elementId)),
  };
}
