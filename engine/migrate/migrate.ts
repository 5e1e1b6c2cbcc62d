/**
 * A running instance goes over to another bundle (engine.md §3): its names change in one event, then what it waits for is
 * put right. All or nothing, and tried in memory first: a dry run is the same run, thrown away.
 */
import type { Actor } from "../model/actor.ts";
import type { Problem } from "../model/problem.ts";
import type { FlowNode } from "../model/process.ts";
import type { Token } from "../model/state.ts";
import type { Instant } from "../model/time.ts";
import type { Advanced } from "../execute/advance.ts";
import { drain } from "../execute/agenda.ts";
import { fireWhenAllHere } from "../execute/behaviors/parallel-gateway.ts";
import { isInterruptingAt, startsIn } from "../execute/event-sub-processes.ts";
import { REJECTIONS } from "../execute/problems.ts";
import { definitionOf, hostOf, nodeOf, own, processOf, scopeAt, tokenAt, tokensOf } from "../execute/read-state.ts";
import { DEFAULT_SETTINGS, Run } from "../execute/run.ts";
import type { RunSettings } from "../execute/run.ts";
import { enterElement, terminateToken } from "../execute/tokens.ts";
import { eventsAt, ownEvents, rearm } from "./catchers.ts";
import type { Wanted } from "./catchers.ts";
import { settleBudget } from "./limits.ts";
import { Mapping } from "./mapping.ts";
import { namesOf } from "./names.ts";
import { planProblems } from "./plan-problems.ts";
import type { Migration, Verdict } from "./plan.ts";
import { renewTasks } from "./tasks.ts";
import { verdictsOf } from "./verdicts.ts";

/** Who migrates, and when. */
export interface Sent {
  readonly now: Instant;
  readonly actor: Actor;
}

/**
 * Out: the state in the new bundle with events and effects, or why it stays where it is. From here on the instance is
 * pinned to `migration.to`: the caller writes that down in the same transaction.
 */
export function migrate(migration: Migration, sent: Sent, settings: Partial<RunSettings> = {}): Advanced {
  return attempt(migration, sent, settings).result;
}

/** What would become of each token, and why, without any change. In the order of the tokens; empty when it has ended. */
export function dryRun(migration: Migration, sent: Sent): readonly Verdict[] {
  return attempt(migration, sent, {}).verdicts;
}

interface Attempt {
  readonly verdicts: readonly Verdict[];
  readonly result: Advanced;
}

function attempt(migration: Migration, sent: Sent, settings: Partial<RunSettings>): Attempt {
  const problem = refusalOf(migration);
  if (problem !== undefined) return { verdicts: [], result: { ok: false, problem } };
  const verdicts = verdictsOf(migration);
  const stuck = [...verdicts.values()].find(({ fate }) => fate === "blocked");
  if (stuck !== undefined)
    return { verdicts: [...verdicts.values()], result: { ok: false, problem: problemOf(stuck) } };
  const run = new Run(migration.to, migration.state, sent, { ...DEFAULT_SETTINGS, ...settings });
  const trouble = new Move(run, migration, verdicts).carryOut();
  if (trouble !== undefined)
    return { verdicts: withTrouble(verdicts, trouble), result: { ok: false, problem: trouble.problem } };
  drain(run);
  const { events, effects } = run;
  return { verdicts: [...verdicts.values()], result: { ok: true, state: run.finished(), events, effects } };
}

function refusalOf({ from, to, plan, state }: Migration): Problem | undefined {
  if (state.status !== "running") return REJECTIONS.notRunning();
  return planProblems(plan, from, to).find(({ severity }) => severity !== "warning");
}

function problemOf({ code, zh, en, elementId }: Verdict): Problem {
  return { code, zh, en, elementId };
}

interface Trouble {
  readonly tokenId: string | undefined;
  readonly problem: Problem;
}

function withTrouble(verdicts: ReadonlyMap<string, Verdict>, { tokenId, problem }: Trouble): readonly Verdict[] {
  const { code, zh, en } = problem;
  return [...verdicts.values()].map((verdict, at) =>
    verdict.tokenId === tokenId || (tokenId === undefined && at === 0)
      ? { ...verdict, fate: "blocked", code, zh, en }
      : verdict,
  );
}

class Move {
  private readonly run: Run;
  private readonly migration: Migration;
  private readonly mapping: Mapping;
  private readonly verdicts: ReadonlyMap<string, Verdict>;

  constructor(run: Run, migration: Migration, verdicts: ReadonlyMap<string, Verdict>) {
    this.run = run;
    this.migration = migration;
    this.verdicts = verdicts;
    this.mapping = new Mapping(migration.from, migration.to, migration.plan);
  }

  carryOut(): Trouble | undefined {
    const { from, to } = this.migration;
    this.run.emit({ type: "instanceMigrated", from: from.hash, to: to.hash, processes: namesOf(this.migration) });
    const restarted = this.endWork();
    for (const scopeId of Object.keys(this.run.state.scopes)) {
      const problem = this.settleScope(scopeId);
      if (problem !== undefined) return { tokenId: this.run.state.scopes[scopeId]?.hostToken, problem };
    }
    for (const token of tokensOf(this.run.state)) {
      const problem = this.settleToken(token);
      if (problem !== undefined) return { tokenId: token.id, problem };
    }
    for (const { scopeId, cameFrom, elementId } of restarted) enterElement(this.run, { scopeId, elementId, cameFrom });
    this.fireJoins();
    return undefined;
  }

  /** What begins anew and what no longer counts, before anything new enters (engine.md §2.4). */
  private endWork(): readonly Token[] {
    const tokens = tokensOf(this.run.state);
    const fated = (token: Token): string | undefined => this.verdicts.get(token.id)?.fate;
    const restarts = tokens.filter((token) => fated(token) === "restarts" && !this.isWithinRestart(token));
    for (const token of tokens) if (fated(token) === "dropped") terminateToken(this.run, token.id);
    for (const token of restarts) terminateToken(this.run, token.id);
    return restarts;
  }

  private isWithinRestart(token: Token): boolean {
    const host = hostOf(this.migration.state, scopeAt(this.migration.state, token.scopeId));
    return host !== undefined && this.verdicts.get(host.id)?.fate === "restarts";
  }

  private oldKey(scopeId: string): string {
    return scopeAt(this.migration.state, scopeId).processKey;
  }

  /** Event sub-processes. */
  private settleScope(scopeId: string): Problem | undefined {
    const { run } = this;
    const definition = definitionOf(run.bundle, run.state, scopeId);
    if (definition === undefined || hostOf(run.state, scopeAt(run.state, scopeId))?.compensates !== undefined)
      return undefined;
    const isInterrupted = run.tokensIn(scopeId).some((token) => isInterruptingAt(run, token));
    const before = definitionOf(this.migration.from, this.migration.state, scopeId);
    const key = this.oldKey(scopeId);
    const process = this.mapping.oldProcess(key);
    const had = process === undefined || before === undefined ? [] : startsIn(process, before).map(({ id }) => id);
    const wanted = startsIn(processOf(run.bundle, run.state, scopeId), definition).map((node) =>
      this.wanted(key, node, had),
    );
    // A scope that has been interrupted listens to nothing new.
    return rearm(run, { scopeId }, isInterrupted ? wanted.filter((each) => each.before !== undefined) : wanted);
  }

  private settleToken(token: Token): Problem | undefined {
    const { run, migration } = this;
    // It begins from the start once its incident is resolved, and arms everything then.
    if (token.arrivedBy !== undefined || isParkedBeforeStart(run, token)) return undefined;
    const key = this.oldKey(token.scopeId);
    const old = migration.state.tokens?.[token.id];
    const before = this.mapping.oldNode(key, old?.elementId ?? "");
    const process = this.mapping.oldProcess(key);
    if (before === undefined || process === undefined) return undefined;
    const after = nodeOf(run.bundle, run.state, token);
    this.tellCaseState(before, after);
    const had = [...ownEvents(process.nodes, process.flows, before).map(({ id }) => id), ...before.boundary];
    const wanted = eventsAt(run, token, after).map((node) => this.wanted(key, node, had));
    const { id: tokenId, scopeId, locals } = token;
    const keepsPeople = own(migration.plan.processes, key)?.people === "keep";
    return (
      rearm(run, { scopeId, tokenId, locals }, wanted) ??
      settleBudget(run, migration.from, token, before, after) ??
      renewTasks(run, migration.from, tokenAt(run.state, tokenId) ?? token, before, after, keepsPeople)
    );
  }

  private wanted(key: string, node: Wanted["node"], had: readonly string[]): Wanted {
    const source = this.mapping.sources(key, node.id).find((id) => had.includes(id));
    return { node, before: source === undefined ? undefined : this.mapping.oldNode(key, source) };
  }

  private tellCaseState(before: FlowNode, { caseState, id: elementId }: FlowNode): void {
    if (caseState === undefined || caseState === before.caseState || caseState === this.run.state.caseState) return;
    this.run.emit({ type: "caseStateSet", caseState, elementId });
    this.run.effect({ type: "setCaseState", caseState });
  }

  /** A join that waited only for a branch that is no more fires now; inclusive ones are asked by the agenda. */
  private fireJoins(): void {
    const { run } = this;
    for (const { id } of tokensOf(run.state)) {
      const token = tokenAt(run.state, id);
      if (token?.arrivedBy === undefined) continue;
      const node = nodeOf(run.bundle, run.state, token);
      if (node.kind === "parallelGateway") fireWhenAllHere(run, node, token.scopeId);
    }
  }
}

function isParkedBeforeStart(run: Run, { incidentId }: Token): boolean {
  return incidentId !== undefined && run.state.incidents?.[incidentId]?.retry === "activate";
}
