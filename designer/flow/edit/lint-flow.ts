/** The engine's own rules on the flow as it stands in the editor, and what can get stuck in it; they run in the browser. */
import { checkFlow } from "../../../engine/check-model/index.ts";
import { parseBpmn } from "../../../engine/parse/index.ts";
import type { Problem } from "../../../server/contract/types.ts";

/** A stroke must not wait for the check: more situations than this are looked at when the whole pack is checked. */
const SITUATIONS = 500;

export async function lintFlow(xml: string): Promise<readonly Problem[]> {
  const parsed = await parseBpmn(xml);
  if (!parsed.ok) return parsed.problems.map((each) => ({ ...each }));
  const { processes, warnings } = parsed.value;
  const stuck = processes.flatMap((process) => checkFlow(process, SITUATIONS));
  return [
    ...warnings.map((each) => ({ ...each })),
    ...stuck
      .filter(({ code }) => code !== "FLOW_CHECK_BOUNDED")
      .map(({ code, severity, zh, en, elementId }) => ({
        code,
        severity,
        zh,
        en,
        ...(elementId === undefined ? {} : { elementId }),
      })),
  ];
}
