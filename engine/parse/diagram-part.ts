/** Which of moddle's warnings speak of the drawing (BPMN DI): it has no meaning for execution and never refuses a model (BPMN 2.0 §12.2). */
import type { ModdleWarning } from "bpmn-moddle";
import { isElement } from "./element.ts";
import { placeOf } from "./id-at.ts";

/** In: the document as text. Out: a test for its warnings; the text is looked through once. */
export function diagramPart(xml: string): (warning: ModdleWarning) => boolean {
  const begin = beginOfDiagram(xml);
  return ({ element, message }) => {
    // A reference is resolved at the end and has its element; what could not be read has its place only.
    if (isElement(element)) return /^(bpmndi|di|dc):/.test(element.$type);
    const place = placeOf(message);
    if (begin === undefined || place === undefined) return false;
    const { line, column } = place;
    return line > begin.line || (line === begin.line && column >= begin.column);
  };
}

/** The schema puts diagrams behind everything that has a meaning. */
function beginOfDiagram(xml: string): { readonly line: number; readonly column: number } | undefined {
  const at = withoutQuotedParts(xml).search(/<(?:[\w.-]+:)?BPMNDiagram[\s/>]/);
  if (at === -1) return undefined;
  const lines = xml.slice(0, at).split("\n");
  return { line: lines.length - 1, column: lines.at(-1)?.length ?? 0 };
}

/** Comments and CDATA blanked out: a diagram in a comment is none. */
function withoutQuotedParts(xml: string): string {
  return xml.replace(/<!--[\s\S]*?-->|<!\[CDATA\[[\s\S]*?\]\]>/g, (part) => " ".repeat(part.length));
}
