/** A BPMN document as a bundle of its own, for simulation and tests; in earnest a bundle is made from packs. */
import type { Bundle } from "../model/bundle.ts";
import type { Result } from "../model/problem.ts";
import type { Calendar } from "../model/time.ts";
import { parseBpmn } from "../parse/index.ts";

/** Works day and night, so that every clock is the clock on the wall. */
const ALWAYS: Calendar = {
  key: "always",
  timeZone: "Asia/Shanghai",
  workWeekdays: [1, 2, 3, 4, 5, 6, 7],
  officeHours: [["00:00", "24:00"]],
  days: {},
  years: [],
};

/**
 * In: the document, and what else the processes need (decisions, calendars, ladders, parameters). Out: a bundle whose
 * root is the first process, or why the model is refused.
 */
export async function deploy(xml: string, parts: Partial<Bundle> = {}): Promise<Result<Bundle>> {
  const parsed = await parseBpmn(xml);
  if (!parsed.ok) return parsed;
  const { processes } = parsed.value;
  return {
    ok: true,
    value: {
      hash: "simulation",
      root: processes[0]?.key ?? "",
      processes: Object.fromEntries(processes.map((process) => [process.key, process])),
      decisions: {},
      calendars: { [ALWAYS.key]: ALWAYS },
      calendar: ALWAYS.key,
      ladders: {},
      parameters: {},
      forms: {},
      ...parts,
    },
  };
}
