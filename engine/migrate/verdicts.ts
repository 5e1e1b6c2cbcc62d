/** What becomes of each token, seen from the two models alone; hosts before what stands inside them. */
import type { FlowNode } from "../model/process.ts";
import type { InstanceState, Scope, Token } from "../model/state.ts";
import { canBeEntered } from "../execute/commands/move-token.ts";
import { hostOf, scopeAt, tokensOf } from "../execute/read-state.ts";
import { arrivalFlow } from "./join-flows.ts";
import { isSameKind, isSameLoop } from "./kinship.ts";
import { Mapping } from "./mapping.ts";
import type { Migration, Verdict } from "./plan.ts";
import { BLOCKS, FATES, titleOf } from "./problems.ts";

type Said = Pick<Verdict, "fate" | "code" | "zh" | "en" | "toElementId">;

export function verdictsOf({ from, to, plan, state }: Migration): ReadonlyMap<string, Verdict> {
  const judge = new Judge(new Mapping(from, to, plan), state);
  return new Map(tokensOf(state).map((token) => [token.id, judge.verdict(token)]));
}

class Judge {
  private readonly mapping: Mapping;
  private readonly state: InstanceState;
  private readonly known = new Map<string, Verdict>();
  /** Tokens that go on in each scope, besides those that wait at its joins. */
  private readonly atWork: ReadonlySet<string>;

  constructor(mapping: Mapping, state: InstanceState) {
    this.mapping = mapping;
    this.state = state;
    this.atWork = new Set(
      tokensOf(state).flatMap(({ scopeId, arrivedBy }) => (arrivedBy === undefined ? [scopeId] : [])),
    );
  }

  verdict(token: Token): Verdict {
    const found = this.known.get(token.id);
    if (found !== undefined) return found;
    const { id: tokenId, elementId } = token;
    const verdict: Verdict = { tokenId, elementId, ...this.judge(token) };
    this.known.set(tokenId, verdict);
    return verdict;
  }

  private judge(token: Token): Said {
    const scope = scopeAt(this.state, token.scopeId);
    const { processKey: key } = scope;
    const before = this.mapping.oldNode(key, token.elementId);
    if (before === undefined) throw new Error(`Expected element ${token.elementId} in the bundle of the instance`);
    const host = hostOf(this.state, scope);
    const around = host === undefined ? undefined : this.verdict(host);
    if (around !== undefined && around.fate !== "keeps") return ends(around, before);
    if (this.mapping.newProcess(key) === undefined) return blocked(BLOCKS.processGone(key));
    const after = this.mapping.newNode(key, token.elementId);
    if (after === undefined) return blocked(BLOCKS.gone(titleOf(before)));
    return { ...this.between(token, scope, before, after), toElementId: after.id };
  }

  private between(token: Token, scope: Scope, before: FlowNode, after: FlowNode): Said {
    const { processKey: key, elementId } = scope;
    const [name, to] = [titleOf(before), titleOf(after)];
    const isLoop = scope.loop !== undefined;
    const parent = elementId === key ? undefined : this.mapping.elementId(key, elementId);
    // Instances of an activity that repeats stand in a scope that is the activity itself.
    if (!isLoop && after.parentId !== parent) return blocked(BLOCKS.scope(name, to));
    const isReset = token.resets?.every((flowId) => after.incoming.includes(flowId)) ?? true;
    if (!isReset) return blocked(BLOCKS.join(name));
    if (token.arrivedBy !== undefined) return this.waiting(token, key, before, after);
    if (isSameKind(before, after)) return { fate: "keeps", ...(name === to ? FATES.keeps(to) : FATES.moves(name, to)) };
    if (isLoop) return blocked(BLOCKS.loop(name));
    if (token.compensates !== undefined) return blocked(BLOCKS.compensation(name));
    if (before.id === after.id && before.kind === after.kind && !isSameLoop(before, after))
      return blocked(BLOCKS.loop(name));
    const process = this.mapping.newProcess(key);
    const isOpen = process !== undefined && canBeEntered(process, after);
    return isOpen ? { fate: "restarts", ...FATES.restarts(name, to) } : blocked(BLOCKS.noWayIn(name, to));
  }

  private waiting(token: Token, key: string, before: FlowNode, after: FlowNode): Said {
    const name = titleOf(before);
    if (!isSameKind(before, after) || before.startQuantity !== after.startQuantity) return blocked(BLOCKS.join(name));
    if (arrivalFlow(this.mapping, key, before, token.arrivedBy ?? "") !== undefined) {
      return { fate: "keeps", ...FATES.arrives(titleOf(after)) };
    }
    return this.atWork.has(token.scopeId)
      ? { fate: "dropped", ...FATES.dropped(name) }
      : blocked(BLOCKS.joinFlow(name));
  }
}

function ends({ fate }: Verdict, before: FlowNode): Said {
  const name = titleOf(before);
  return fate === "blocked" ? blocked(BLOCKS.around(name)) : { fate: "restarts", ...FATES.endsWithHost(name) };
}

function blocked(problem: Pick<Verdict, "code" | "zh" | "en">): Said {
  return { fate: "blocked", ...problem };
}
