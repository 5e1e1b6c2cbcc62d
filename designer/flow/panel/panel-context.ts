/** What every group of the panel is made from: the element, the editor's services, the pack's content and the words. */
import type { DiagramElement } from "bpmn-js/lib/NavigatedViewer";
import type { Injector } from "bpmn-js/lib/Modeler";
import type { Choice, FlowContent } from "../edit/flow-content.ts";
import { withPresent } from "../edit/flow-content.ts";

export interface PanelContext {
  readonly element: DiagramElement;
  readonly services: Injector;
  readonly content: FlowContent;
  /** Our words are templates like the panel's own: English here, Chinese in `zh-dictionary.ts`. */
  readonly say: (template: string) => string;
}

/** Nothing chosen first, then what there is; a value that the pack lost is kept and said to be missing. */
export function optional(context: PanelContext, choices: readonly Choice[], present: string): readonly Choice[] {
  return [
    { value: "", label: context.say("<none>") },
    ...withPresent(choices, present, context.say("not in this pack")),
  ];
}
