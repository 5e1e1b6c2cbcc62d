/** Opens a case for a matter and starts its process: one for a report, one for each problem of a checklist. */
import type { Bundle } from "../../engine/model/bundle.ts";
import type { JsonObject } from "../../engine/model/json.ts";
import type { Result } from "../../engine/model/problem.ts";
import { actorOf, type Grant, type Principal } from "../access/actor.ts";
import { problem } from "../http/problems.ts";
import { nextCaseCount, type CaseRow } from "../store/cases.ts";
import type { Tx } from "../store/index.ts";
import { dayOf } from "../views/moments.ts";
import type { CatalogueMatter } from "./catalogue-type.ts";
import type { RuntimeContext } from "./context.ts";
import { startInstance, type Stepped } from "./run-instance.ts";
import { placeVariable, type Where } from "./where.ts";

/** A case to open; `report` is what the flow sees as `report`. */
export interface CasePlan {
  readonly caseId: string;
  readonly matter: CatalogueMatter;
  readonly bundle: Bundle;
  readonly where: Where;
  readonly report: JsonObject;
  readonly submissionId: string;
  readonly principal: Principal;
  /** Epoch milliseconds. */
  readonly at: number;
}

export interface CaseWish {
  readonly matter: string;
  readonly where: Where;
  readonly report: JsonObject;
  readonly submissionId: string;
  readonly principal: Principal;
  readonly at: number;
}

/** Out: what to open, or `MATTER_UNKNOWN` when the street's catalogue or flows do not have the matter. */
export function planCase(context: RuntimeContext, wish: CaseWish): Result<CasePlan> {
  const { catalogue, ports } = context;
  const matter = catalogue.matter(wish.where.street, wish.matter);
  const bundle = matter === undefined ? undefined : catalogue.bundle(wish.where.street, matter.process);
  if (matter === undefined || bundle === undefined)
    return { ok: false, problems: [problem("MATTER_UNKNOWN", { matter: wish.matter }, { path: "/data/matter" })] };
  return { ok: true, value: { ...wish, matter, bundle, caseId: ports.ids.uuid() } };
}

/** `南苑-20261123-0007`: the street's name without the word for its kind, the day, the number of that day. */
async function caseNumber(context: RuntimeContext, tx: Tx, street: string, at: number): Promise<string> {
  const { catalogue } = context;
  const day = dayOf(at, catalogue.timeZone).replaceAll("-", "");
  const name = catalogue.unitTitle(street)["zh-CN"];
  const kind = catalogue.word(street, "unitKind", catalogue.tree.get(street)?.kind ?? "")["zh-CN"];
  const short = name.endsWith(kind) && name !== kind ? name.slice(0, -kind.length) : name;
  const count = await nextCaseCount(tx, street, day);
  return `${short}-${day}-${String(count).padStart(4, "0")}`;
}

const text = (value: unknown, otherwise = ""): string => (typeof value === "string" ? value : otherwise);

/** The grant that the report was made with: in the grid, else in the street, else the first. */
function reportingGrant({ principal, where }: CasePlan): Grant | undefined {
  const { grants } = principal;
  return (
    grants.find((grant) => grant.unit === where.grid) ??
    grants.find((grant) => grant.street === where.street) ??
    grants[0]
  );
}

const severityOf = ({ report, matter }: CasePlan): string => text(report["severity"], matter.severity);

/** A resident has no post; flows know him by this word. */
const roleOf = (principal: Principal): string | null => (principal.kind === "resident" ? "resident" : null);

/** Start variables of the event loop (definitions/README.md). */
function variablesOf(context: RuntimeContext, plan: CasePlan, number: string): JsonObject {
  const { matter, where, report, principal, at } = plan;
  const grant = reportingGrant(plan);
  return {
    report,
    place: placeVariable(context, where),
    matter: {
      ...{ key: matter.key, code: matter.code, title: matter.title["zh-CN"], largeClass: matter.largeClass },
      ...{ limit: { ...matter.limit }, ownerRole: matter.ownerRole },
    },
    severity: severityOf(plan),
    reporter: { id: principal.id, unit: grant?.unit ?? null, role: grant?.role ?? roleOf(principal) },
    case: { id: plan.caseId, number, openedAt: new Date(at).toISOString() },
  };
}

function emptyRow(plan: CasePlan, number: string): CaseRow {
  const { matter, where, at } = plan;
  return {
    ...{ street_id: where.street, id: plan.caseId, number, matter: matter.key, process_key: plan.bundle.root },
    ...{ title: matter.title["zh-CN"], address: where.address, description: text(plan.report["description"]) },
    ...{ state: "", level: "", severity: severityOf(plan), lead: null, grid: where.grid, unit_path: where.unitPath },
    ...{ reporter: plan.principal.id, place_code: where.placeCode ?? null },
    position: where.position === undefined ? null : JSON.stringify(where.position),
    ...{ report_id: plan.submissionId, owner: null, opened_at: at, closed_at: null, outcome: null },
    ...{ due_at: null, warn_at: null, started_at: null, limit_value: null, limit_clock: null },
    ...{ returns: 0, reworks: 0, yellow: 0, red: 0, suspended: 0, supervised: 0 },
    ...{ channel: plan.principal.kind === "resident" ? "resident" : "staff", rating: null, reopens: 0 },
  };
}

/** In: a plan and the transaction of its submission. Problems are the engine's: the flow refused the start. */
export async function openCase(context: RuntimeContext, tx: Tx, plan: CasePlan): Promise<Result<Stepped>> {
  const number = await caseNumber(context, tx, plan.where.street, plan.at);
  return startInstance(context, tx, emptyRow(plan, number), plan.bundle, {
    command: {
      type: "start",
      now: new Date(plan.at).toISOString(),
      actor: actorOf(plan.principal),
      variables: variablesOf(context, plan, number),
    },
  });
}

/** What would happen, without a trace: the owner that the flow itself would find (扫码定责). */
export function rehearsalVariables(context: RuntimeContext, plan: CasePlan): JsonObject {
  return variablesOf(context, plan, "");
}
