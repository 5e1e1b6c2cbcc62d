/** Puts marks on an open diagram and takes them off again. */
import type NavigatedViewer from "bpmn-js/lib/NavigatedViewer";
import type { DiagramElement } from "bpmn-js/lib/NavigatedViewer";
import { currentLanguage } from "../app/i18n.ts";
import { type DiagramMarks, type Marker, markersOf, type Token, waitsAt } from "./diagram-marks.ts";

const overlayType = "gl-token";
type Say = (key: string, values: { readonly count: number }) => string;

/** A token: a button with the number of open steps; its reasons appear on hover, focus and click. */
function tokenBadge(token: Token, marks: DiagramMarks, words: string, select: () => void): HTMLElement {
  const badge = document.createElement("button");
  badge.type = "button";
  badge.className = "gl-token-badge";
  badge.textContent = String(token.count);
  badge.addEventListener("click", select);
  const reasons = waitsAt(marks, token.elementId).map((wait) => (currentLanguage() === "en" ? wait.en : wait.zh));
  const bubble = document.createElement("span");
  bubble.className = "gl-token-reasons";
  bubble.setAttribute("role", "tooltip");
  for (const reason of reasons.length > 0 ? reasons : [words]) {
    const line = document.createElement("span");
    line.textContent = reason;
    bubble.append(line);
  }
  badge.setAttribute("aria-label", [words, ...reasons].join("；"));
  badge.append(bubble);
  return badge;
}

/** The middle of a shape in the drawing's own coordinates. */
export function centreOf(element: DiagramElement): { readonly x: number; readonly y: number } {
  const points = element.waypoints ?? [];
  const middle = points[Math.floor(points.length / 2)];
  if (middle !== undefined) return { x: middle.x, y: middle.y };
  return { x: (element.x ?? 0) + (element.width ?? 0) / 2, y: (element.y ?? 0) + (element.height ?? 0) / 2 };
}

/** An open sub-process holds shapes of its own: it gets a line, never a fill that would hide them. */
function isHolder(element: DiagramElement): boolean {
  return element.type === "bpmn:SubProcess" && element.collapsed !== true;
}

/** The badge sits on the upper right corner of a shape. */
function cornerOf(element: DiagramElement): { readonly top: number; readonly left: number } {
  return { top: -12, left: (element.width ?? 0) - 12 };
}

/** Draws `marks`; the answer takes them off. Ids that the diagram does not have are passed over. */
export function drawMarks(
  viewer: NavigatedViewer,
  marks: DiagramMarks,
  select: (elementId: string) => void,
  say: Say,
): () => void {
  const canvas = viewer.get("canvas");
  const registry = viewer.get("elementRegistry");
  const put: [string, Marker][] = [];
  for (const [id, markers] of markersOf(marks)) {
    const element = registry.get(id);
    if (element === undefined) continue;
    for (const marker of isHolder(element) ? [...markers, "gl-holder" as const] : markers) {
      canvas.addMarker(id, marker);
      put.push([id, marker]);
    }
  }
  for (const token of marks.tokens ?? []) {
    const element = registry.get(token.elementId);
    if (element === undefined) continue;
    const html = tokenBadge(token, marks, say("tokens", { count: token.count }), () => select(token.elementId));
    viewer.get("overlays").add(token.elementId, overlayType, {
      position: cornerOf(element),
      scale: { min: 1, max: 1 },
      html,
    });
  }
  return () => {
    viewer.get("overlays").remove({ type: overlayType });
    for (const [id, marker] of put) if (registry.get(id) !== undefined) canvas.removeMarker(id, marker);
  };
}
