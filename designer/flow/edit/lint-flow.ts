/** The engine's own rules on the flow as it stands in the editor; they run in the browser. */
import { parseBpmn } from "../../../engine/parse/index.ts";
import type { Problem } from "../../../server/contract/types.ts";

export async function lintFlow(xml: string): Promise<readonly Problem[]> {
  const parsed = await parseBpmn(xml);
  const found = parsed.ok ? parsed.value.warnings : parsed.problems;
  return found.map((each) => ({ ...each }));
}
