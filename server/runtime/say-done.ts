/** What the screen says after a command: what happened, and to whom it went. */
import type { Title } from "../../engine/model/title.ts";
import type { TaskRow } from "../store/rows.ts";
import type { RuntimeContext } from "./context.ts";
import { groupTitle } from "./group-title.ts";
import { viewOf } from "./may-work.ts";
import type { Stepped } from "./run-instance.ts";

function next(context: RuntimeContext, row: TaskRow): Title {
  const [group] = viewOf(row).candidateGroups;
  if (group === undefined) return { "zh-CN": `“${row.name}”`, en: `"${row.name}"` };
  const title = groupTitle(context, group);
  return { "zh-CN": `“${row.name}”（${title["zh-CN"]}）`, en: `"${row.name}" (${title.en ?? ""})` };
}

/** In: what the step did; `done` says the person's own part in both languages. */
export function sayDone(context: RuntimeContext, step: Stepped, done: Title): Title {
  const { "zh-CN": zh, en = zh } = done;
  // Only by the step that closed it: a reply to 批示 on a closed case has not finished it once more.
  if (step.case.closed_at !== null && step.ledger.facts.before.closed_at === null)
    return { "zh-CN": `${zh}，案件已办结`, en: `${en}. The case is finished` };
  const opened = [...step.ledger.newTasks.values()].find((row) => row.status === "open");
  if (opened === undefined) return { "zh-CN": zh, en };
  const { "zh-CN": nextZh, en: nextEn = nextZh } = next(context, opened);
  return { "zh-CN": `${zh}，下一步：${nextZh}`, en: `${en}. Next: ${nextEn}` };
}
