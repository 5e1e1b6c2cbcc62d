/** What an ad-hoc sub-process and the activities that can be picked in it wait for, in words (engine.md §2.11). */
import type { Bundle } from "../model/bundle.ts";
import type { FlowNode } from "../model/process.ts";
import type { InstanceState, Token, WaitReason } from "../model/state.ts";
import { adHocChoices, adHocOf } from "./ad-hoc.ts";
import { nodeIn, processOf } from "./read-state.ts";

type Reason = Pick<WaitReason, "kind" | "zh" | "en" | "detail">;

export function adHocReason(bundle: Bundle, state: InstanceState, token: Token, node: FlowNode): Reason | undefined {
  if (token.arrivedBy !== undefined) return restingReason(bundle, state, token, node);
  if (node.kind !== "adHocSubProcess") return undefined;
  const choice = adHocChoices(bundle, state).find(({ scopeId }) => state.scopes[scopeId]?.hostToken === token.id);
  if (choice === undefined || choice.elementIds.length === 0) return undefined;
  const process = processOf(bundle, state, token.scopeId);
  const names = choice.elementIds.map((id) => titleOf(nodeIn(process, id)));
  return {
    kind: "scope",
    zh: `“${titleOf(node)}”可选择办理：${names.join("、")}`,
    en: `In "${titleOf(node)}" can be picked: ${names.join(", ")}`,
    detail: { scopeId: choice.scopeId, choices: choice.elementIds },
  };
}

function restingReason(bundle: Bundle, state: InstanceState, token: Token, node: FlowNode): Reason | undefined {
  const adHoc = adHocOf(bundle, state, token.scopeId);
  if (adHoc === undefined || node.kind.endsWith("Gateway")) return undefined;
  return {
    kind: "scope",
    zh: adHoc.picks === undefined ? `“${titleOf(node)}”可以开始，等待选择` : `“${titleOf(node)}”等前一项办完再开始`,
    en:
      adHoc.picks === undefined
        ? `"${titleOf(node)}" can begin and waits to be picked`
        : `"${titleOf(node)}" begins when the one before it is done`,
    detail: { adHoc: adHoc.id },
  };
}

function titleOf(node: FlowNode): string {
  return node.name === "" ? node.id : node.name;
}
