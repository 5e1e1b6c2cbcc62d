/** Ad-hoc sub-processes: BPMN's own attributes and zeebe's collection (BPMN 2.0 §10.3.5, table 10.22). */
import type { FlowNodeOf } from "../../model/process.ts";
import { childOf, conditionOf, extensionOf, feelListOf, feelOf, flagOf, textOf } from "../element.ts";
import type { Element } from "../element.ts";

type Settings = Pick<
  FlowNodeOf<"adHocSubProcess">,
  "isSequential" | "cancelsRemaining" | "completion" | "picks" | "collects"
>;

export function adHocSettings(node: Element): Settings {
  const completion = conditionOf(textOf(childOf(node, "completionCondition"), "body") ?? "");
  const zeebe = extensionOf(node, "zeebe:AdHoc");
  const picks = textOf(zeebe, "activeElementsCollection");
  const [name, element] = [textOf(zeebe, "outputCollection"), textOf(zeebe, "outputElement")];
  return {
    isSequential: textOf(node, "ordering") === "Sequential",
    cancelsRemaining: flagOf(node, "cancelRemainingInstances") !== false,
    ...(completion === "" ? {} : { completion }),
    ...(picks === undefined ? {} : { picks: feelListOf(picks) }),
    ...(name === undefined || element === undefined
      ? {}
      : { collects: { name: name.replace(/^\s*=\s*/, "").trim(), element: feelOf(element) } }),
  };
}
