/** Where a flow begins: its report form is not drawn, it comes from the matters that name the flow. */
import { labelOf } from "../edit/flow-content.ts";
import { group, noteEntry, type PanelGroup } from "./entries.ts";
import { isA, processOf } from "./moddle-edits.ts";
import type { PanelContext } from "./panel-context.ts";

/** More matters are counted, not listed. */
const mostNamed = 5;

export function startGroup({ element, content, say }: PanelContext): readonly PanelGroup[] {
  const isStart = isA(element, "bpmn:StartEvent") && element.businessObject.$parent?.$type === "bpmn:Process";
  if (!isStart && !isA(element, "bpmn:Process")) return [];
  const flow = isStart ? processOf(element)?.id : element.businessObject.id;
  const starts = content.starts(flow ?? "");
  const entries = starts.flatMap(({ form, matters }, at) => {
    const named = matters.slice(0, mostNamed).join("、");
    const rest = matters.length > mostNamed ? ` … ${say("{n} in all").replace("{n}", String(matters.length))}` : "";
    return [
      noteEntry(element, `glStartForm${at}`, say("Report form"), labelOf(content.forms, form)),
      noteEntry(element, `glStartMatters${at}`, say("Matters that begin this flow"), `${named}${rest}`),
    ];
  });
  if (entries.length > 0) return [group("glStart", say("How it begins"), entries)];
  const none = noteEntry(element, "glStartNone", say("Report form"), say("Called by other flows; no matter begins it"));
  return [group("glStart", say("How it begins"), [none])];
}
