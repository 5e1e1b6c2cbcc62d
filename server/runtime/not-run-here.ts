/**
 * What the engine runs but nothing here would ever begin: cases begin with a report, at the plain beginning of a process.
 * Told by name before it is published, because a start that never happens looks like a flow that works.
 */
import { parseBpmn } from "../../engine/index.ts";
import type { FlowNode, ParsedBpmn, ProcessDefinition } from "../../engine/index.ts";
import type { Problem, Result } from "../../engine/model/problem.ts";

/** A flow that somebody uploads or drafts: what the engine refuses, and what would never run here. */
export async function parseHere(xml: string): Promise<Result<ParsedBpmn>> {
  const parsed = await parseBpmn(xml);
  if (!parsed.ok) return parsed;
  const problems = parsed.value.processes.flatMap(notRunHere);
  return problems.length > 0 ? { ok: false, problems } : parsed;
}

/** Out: a problem for each start that nothing arms, and for each ad-hoc sub-process that only people could pick in. */
export function notRunHere(process: ProcessDefinition): readonly Problem[] {
  const { startEvents, instantiators = [] } = process.scope;
  const nodes = Object.values(process.nodes);
  const unpicked = nodes.filter((node) => node.kind === "adHocSubProcess" && node.picks === undefined);
  const begins = [...startEvents, ...instantiators].flatMap((id) => process.nodes[id] ?? []);
  const plain = plainBeginning(begins);
  return [...begins.filter((node) => node !== plain).map(neverBegins), ...unpicked.map(nobodyPicks)];
}

/** The one that a report begins with: the none start event, or without it the only beginning, when that is a message. */
function plainBeginning(begins: readonly FlowNode[]): FlowNode | undefined {
  const none = begins.find((node) => node.kind === "startEvent" && node.event.kind === "none");
  const messages = begins.filter((node) => "event" in node && node.event?.kind === "message");
  return none ?? (messages.length === 1 ? messages[0] : undefined);
}

const titleOf = ({ id, name }: FlowNode): string => (name === "" ? id : name);

const neverBegins = (node: FlowNode): Problem => ({
  ...{ code: "START_NOT_ARMED", elementId: node.id },
  zh: `“${titleOf(node)}”不会自动启动流程：本系统的案件由上报启动，请使用普通开始事件`,
  en: `"${titleOf(node)}" would never begin the process: cases begin with a report here; use a none start event`,
});

const nobodyPicks = (node: FlowNode): Problem => ({
  ...{ code: "AD_HOC_NOT_PICKED", elementId: node.id },
  zh: `自由子流程“${titleOf(node)}”需要人工选择活动，本系统还没有选择的页面：请用 zeebe:adHoc 的 activeElementsCollection 指定`,
  en: `Nobody can pick activities in the ad-hoc sub-process "${titleOf(node)}" here: name them by zeebe:adHoc activeElementsCollection`,
});
