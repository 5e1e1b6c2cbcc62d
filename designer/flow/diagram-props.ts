/** What a drawing is given; apart from both the drawing and what loads it late. */
import type { DiagramMarks } from "./diagram-marks.ts";
import type { ViewLink } from "./view-link.ts";

export interface DiagramViewProps {
  readonly xml: string;
  /** Read aloud in place of the picture, and shown as its name. */
  readonly label: string;
  readonly marks?: DiagramMarks;
  /** In CSS pixels. */
  readonly height?: number;
  /** Called with the element that was clicked, or undefined for the empty ground. */
  readonly onSelect?: (elementId: string | undefined) => void;
  /** Drawings with the same link move and zoom together. */
  readonly link?: ViewLink;
}
