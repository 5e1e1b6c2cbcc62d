/** A resolved pack → everything that one process can reach, checked as a whole (definitions.md §4). */
import type { Bundle, ParameterSeries } from "../model/bundle.ts";
import type { Decision } from "../model/decision.ts";
import type { JsonObject } from "../model/json.ts";
import type { Ladder } from "../model/ladder.ts";
import type { ResolvedDocument, ResolvedPack } from "../model/pack.ts";
import type { FlowNode, ProcessDefinition } from "../model/process.ts";
import type { Problem, Result } from "../model/problem.ts";
import type { Calendar } from "../model/time.ts";
import { bundleProblem, literalOf, parametersIn, rolesIn } from "./bundle-references.ts";
import { checkSlots } from "./check-slots.ts";
import { resolveDecision } from "./kinds/decision.ts";
import { seriesOf } from "./kinds/parameter.ts";
import { resolveProcess } from "./kinds/process.ts";
import { objectsOf, textOf } from "./shape.ts";

/** A bundle but for its hash, which the shell takes of `canonicalJson(content)`. */
export type BundleContent = Omit<Bundle, "hash">;

/** What the parsers made of the pack's XML, by key. */
export interface Parsed {
  readonly processes: Readonly<Record<string, ProcessDefinition>>;
  readonly decisions: Readonly<Record<string, Decision>>;
}

/** Collects what is reached; private to this file. */
interface Draft {
  readonly pack: ResolvedPack;
  readonly parsed: Parsed;
  readonly processes: Record<string, ProcessDefinition>;
  readonly decisions: Record<string, Decision>;
  readonly ladders: Record<string, Ladder>;
  readonly forms: Set<string>;
  readonly problems: Problem[];
}

/**
 * In: a resolved pack, the key of a process, the parsed XML, the published version of each form. Out: the closure of
 * what the process calls, decides by, shows and waits on. Problems: `BUNDLE_…`, each with process and element, and
 * `OVERLAY_…` for operations on flows and tables that do not fit.
 */
export function bundleOf(
  pack: ResolvedPack,
  root: string,
  parsed: Parsed,
  formVersion: (key: string) => number | undefined,
): Result<BundleContent> {
  const draft: Draft = { pack, parsed, processes: {}, decisions: {}, ladders: {}, forms: new Set(), problems: [] };
  reachProcess(draft, root, root, "");
  const calendar = pack.chain.findLast((head) => head.calendar !== undefined)?.calendar ?? "";
  const calendars = jsonOf(pack, "calendar", calendar);
  if (calendars === undefined)
    draft.problems.push(
      bundleProblem(
        "BUNDLE_CALENDAR_UNKNOWN",
        root,
        "",
        `没有工作日历“${calendar}”`,
        `there is no calendar "${calendar}"`,
      ),
    );
  const content: BundleContent = {
    root,
    processes: draft.processes,
    decisions: draft.decisions,
    calendars: calendars === undefined ? {} : { [calendar]: calendars as unknown as Calendar },
    calendar,
    ladders: draft.ladders,
    parameters: parametersOf(draft, root),
    forms: formsOf(draft, root, formVersion),
  };
  checkWords(draft);
  return draft.problems.length > 0 ? { ok: false, problems: draft.problems } : { ok: true, value: content };
}

function reachProcess(draft: Draft, key: string, fromProcess: string, fromElement: string): void {
  if (Object.hasOwn(draft.processes, key)) return;
  const document = documentOf(draft.pack, "process", key);
  const definition = Object.hasOwn(draft.parsed.processes, key) ? draft.parsed.processes[key] : undefined;
  if (document === undefined || definition === undefined || !("xml" in document)) {
    draft.problems.push(
      bundleProblem(
        "BUNDLE_PROCESS_UNKNOWN",
        fromProcess,
        fromElement,
        `没有流程“${key}”`,
        `there is no process "${key}"`,
      ),
    );
    return;
  }
  const resolved = resolveProcess(definition, document.operations);
  if (!resolved.ok) return void draft.problems.push(...resolved.problems);
  draft.processes[key] = resolved.value;
  for (const node of Object.values(resolved.value.nodes)) reachNode(draft, key, node);
}

function reachNode(draft: Draft, process: string, node: FlowNode): void {
  if (node.ladder !== undefined) reachLadder(draft, process, node.id, node.ladder);
  if (node.kind === "userTask" && node.formKey !== undefined) reachForm(draft, process, node.id, node.formKey);
  if (node.kind === "callActivity") reachCalled(draft, process, node.id, node.processKey);
  if (node.kind === "businessRuleTask") reachDecision(draft, process, node.id, node.decisionKey);
}

/** A bundle is closed, so what is called must be known when it is made. */
function reachCalled(draft: Draft, process: string, element: string, expression: string): void {
  const key = literalOf(expression);
  if (key !== undefined) return reachProcess(draft, key, process, element);
  draft.problems.push(
    bundleProblem(
      "BUNDLE_NOT_LITERAL",
      process,
      element,
      "调用的流程须写明，不能用表达式",
      "the called process must be named, not computed",
    ),
  );
}

function reachDecision(draft: Draft, process: string, element: string, expression: string): void {
  const key = literalOf(expression);
  const decision =
    key !== undefined && Object.hasOwn(draft.parsed.decisions, key) ? draft.parsed.decisions[key] : undefined;
  if (key === undefined || decision === undefined) {
    const name = key ?? expression;
    draft.problems.push(
      bundleProblem(
        "BUNDLE_DECISION_UNKNOWN",
        process,
        element,
        `没有决策表“${name}”`,
        `there is no decision "${name}"`,
      ),
    );
    return;
  }
  if (Object.hasOwn(draft.decisions, key)) return;
  const document = documentOf(draft.pack, "decision", key);
  const resolved = resolveDecision(decision, document !== undefined && "xml" in document ? document.operations : []);
  if (resolved.ok) draft.decisions[key] = resolved.value;
  else draft.problems.push(...resolved.problems);
}

function reachLadder(draft: Draft, process: string, element: string, key: string): void {
  const ladder = jsonOf(draft.pack, "ladder", key);
  if (ladder !== undefined) draft.ladders[key] = ladder as unknown as Ladder;
  else
    draft.problems.push(
      bundleProblem("BUNDLE_LADDER_UNKNOWN", process, element, `没有时限阶梯“${key}”`, `there is no ladder "${key}"`),
    );
}

function reachForm(draft: Draft, process: string, element: string, key: string): void {
  draft.forms.add(key);
  if (jsonOf(draft.pack, "form", key) !== undefined) return;
  draft.problems.push(
    bundleProblem("BUNDLE_FORM_UNKNOWN", process, element, `没有表单“${key}”`, `there is no form "${key}"`),
  );
}

function formsOf(
  draft: Draft,
  root: string,
  formVersion: (key: string) => number | undefined,
): Readonly<Record<string, number>> {
  const versions = [...draft.forms].toSorted().map((key) => [key, formVersion(key)] as const);
  const unpublished = versions.filter(
    ([key, version]) => version === undefined && jsonOf(draft.pack, "form", key) !== undefined,
  );
  draft.problems.push(
    ...unpublished.map(([key]) =>
      bundleProblem("BUNDLE_FORM_UNPUBLISHED", root, "", `表单“${key}”尚未发布`, `the form "${key}" is not published`),
    ),
  );
  return Object.fromEntries(versions.flatMap(([key, version]) => (version === undefined ? [] : [[key, version]])));
}

/** Read by the command of that name on every flow (engine/execute/commands/urge.ts), where the pack declares them. */
const READ_BY_COMMANDS = ["urgeMost", "urgeApart"] as const;

/** Only the parameters that are read: a setting that a flow does not know must not change its hash. */
function parametersOf(draft: Draft, root: string): Readonly<Record<string, ParameterSeries>> {
  const declared = new Map(
    objectsOf(jsonOf(draft.pack, "parameter", "parameters")?.["parameters"]).map((each) => [textOf(each["key"]), each]),
  );
  const read = parametersIn([draft.processes, draft.decisions, draft.ladders]);
  const unknown = read.filter((key) => !declared.has(key));
  draft.problems.push(
    ...unknown.map((key) =>
      bundleProblem("BUNDLE_PARAMETER_UNKNOWN", root, "", `没有参数“${key}”`, `there is no parameter "${key}"`),
    ),
  );
  const all = new Set([...read, ...READ_BY_COMMANDS]);
  return Object.fromEntries(
    [...all].toSorted().flatMap((key) => {
      const declaration = declared.get(key);
      return declaration === undefined ? [] : [[key, seriesFrom(declaration)]];
    }),
  );
}

function seriesFrom(declaration: JsonObject): ParameterSeries {
  const values = seriesOf(declaration);
  return declaration["live"] === true ? { values, live: true } : { values };
}

/** Slots agree with what fills them; roles, states and stages are in the pack's own lists. */
function checkWords(draft: Draft): void {
  const roles = new Set(
    objectsOf(jsonOf(draft.pack, "organisation", "roles")?.["roles"]).map((role) => textOf(role["key"])),
  );
  const words = (vocabulary: string) =>
    new Set(objectsOf(jsonOf(draft.pack, "vocabulary", vocabulary)?.["codes"]).map((code) => textOf(code["code"])));
  checkRoleParameters(draft, roles);
  const states = words("caseState");
  const stages = words("stage");
  for (const [process, definition] of Object.entries(draft.processes)) {
    for (const node of Object.values(definition.nodes)) {
      const groups = node.kind === "userTask" ? rolesIn(node.people.candidateGroups ?? "") : [];
      const unknown = [
        ...groups
          .filter((role) => !roles.has(role))
          .map((role) => ["BUNDLE_ROLE_UNKNOWN", `没有岗位“${role}”`, `there is no role "${role}"`]),
        ...missingWord("BUNDLE_STATE_UNKNOWN", node.caseState, states),
        ...missingWord("BUNDLE_STAGE_UNKNOWN", node.stage, stages),
      ];
      draft.problems.push(
        ...unknown.map(([code = "", zh = "", en = ""]) => bundleProblem(code, process, node.id, zh, en)),
      );
    }
    draft.problems.push(...checkSlots(process, definition, draft.processes));
  }
}

/** A role that a setting names may have been removed since: said here, before a case goes to nobody. */
function checkRoleParameters(draft: Draft, roles: ReadonlySet<string>): void {
  const declared = objectsOf(jsonOf(draft.pack, "parameter", "parameters")?.["parameters"]);
  for (const key of parametersIn([draft.processes, draft.decisions, draft.ladders])) {
    const declaration = declared.find((each) => each["key"] === key && each["type"] === "role");
    const named = declaration === undefined ? [] : seriesOf(declaration).map(({ value }) => value);
    const gone = named.filter((value): value is string => typeof value === "string" && !roles.has(value));
    draft.problems.push(
      ...gone.map((role) =>
        bundleProblem(
          "BUNDLE_ROLE_UNKNOWN",
          `param.${key}`,
          "",
          `设置中的岗位“${role}”已不存在，请改选`,
          `the role "${role}" of this setting is gone: choose another`,
        ),
      ),
    );
  }
}

function missingWord(
  code: string,
  word: string | undefined,
  known: ReadonlySet<string>,
): readonly (readonly string[])[] {
  if (word === undefined || known.has(word)) return [];
  return [[code, `词表中没有“${word}”`, `the vocabulary has no "${word}"`]];
}

function documentOf(pack: ResolvedPack, kind: string, key: string): ResolvedDocument | undefined {
  const name = `${kind}/${key}`;
  return Object.hasOwn(pack.documents, name) ? pack.documents[name] : undefined;
}

function jsonOf(pack: ResolvedPack, kind: string, key: string): JsonObject | undefined {
  const document = documentOf(pack, kind, key);
  return document !== undefined && "content" in document ? document.content : undefined;
}
