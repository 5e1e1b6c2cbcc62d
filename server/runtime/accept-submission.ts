/**
 * A filled form arrives: checked against its version, kept, its files linked, its cases opened and started, all in
 * one transaction. Its id is made by the phone and is the idempotency key for ever (reliability R11).
 */
import type { JsonObject } from "../../engine/model/json.ts";
import type { Result } from "../../engine/model/problem.ts";
import type { Principal } from "../access/actor.ts";
import { mayDo, scopeOf } from "../access/may-do.ts";
import type { SubmissionAccepted, SubmissionRequest } from "../contract/types.ts";
import { answer, refuse, refuseWith, type Outcome } from "../http/outcome.ts";
import { problem } from "../http/problems.ts";
import { linkAttachments } from "../store/attachments.ts";
import { casesOfReport, type CaseRow } from "../store/cases.ts";
import { UniqueViolation, type Reader, type Tx } from "../store/index.ts";
import { submissionById, type SubmissionRow } from "../store/submissions.ts";
import { caseSummary } from "../views/case-summary.ts";
import { attachmentsIn } from "./attachments-in.ts";
import type { PublishedForm } from "./catalogue-type.ts";
import { checkedData, formMoment } from "./check-data.ts";
import { contentHash } from "./content-hash.ts";
import { noteActive } from "./keep-facts.ts";
import { wordsOf, type RuntimeContext } from "./context.ts";
import { openCase, planCase, type CasePlan } from "./open-case.ts";
import { raisedReports, type RaisedReport } from "./raised-reports.ts";
import { filesMissing, orRefused, Refusal } from "./refusal.ts";
import { findWhere, type Where } from "./where.ts";

/** What makes two requests with one id the same; the time of the phone's clock does not. */
function hashOf(principal: Principal, request: SubmissionRequest): string {
  const { form, formVersion, data, placeCode, position } = request;
  return contentHash({
    ...{ by: principal.id, form, formVersion, data: data as JsonObject, placeCode: placeCode ?? null },
    position: position === undefined ? null : { ...position },
  });
}

/** The answer that the first arrival got, made again from what is stored. */
async function repeated(
  context: RuntimeContext,
  read: Reader,
  row: SubmissionRow,
  hash: string,
): Promise<Outcome<SubmissionAccepted>> {
  if (row.content_hash !== hash) return refuseWith("SUBMISSION_CONTENT_DIFFERS");
  const cases = await casesOfReport(read, row.street_id, row.id);
  return answer(accepted(context, row, cases, true));
}

function accepted(
  context: RuntimeContext,
  row: SubmissionRow,
  cases: readonly CaseRow[],
  isRepeated: boolean,
): SubmissionAccepted {
  const words = wordsOf(context);
  const main = cases.find((each) => each.id === row.case_id);
  return {
    ...{ id: row.id, form: row.form_key, formVersion: row.form_version, repeated: isRepeated },
    acceptedAt: new Date(row.at).toISOString(),
    ...(main === undefined ? {} : { case: caseSummary(main, words) }),
    raised: cases.filter((each) => each !== main).map((each) => caseSummary(each, words)),
  };
}

/** Everything that can be settled before the write queue: nothing of it changes while waiting in line. */
interface Prepared {
  readonly request: SubmissionRequest;
  readonly principal: Principal;
  readonly hash: string;
  readonly at: number;
  readonly form: PublishedForm;
  /** As it is kept: hidden answers dropped, computed ones filled in. */
  readonly data: JsonObject;
  readonly where: Where;
  readonly main: CasePlan | undefined;
  readonly raised: readonly { readonly plan: CasePlan; readonly report: RaisedReport }[];
}

async function whereOf(
  context: RuntimeContext,
  principal: Principal,
  spot: Pick<SubmissionRequest, "placeCode" | "position">,
): Promise<Result<Where>> {
  const where = await findWhere(context, principal, spot);
  if (where === undefined) return { ok: false, problems: [problem("PLACE_NOT_FOUND", {}, { path: "/position" })] };
  const streets =
    principal.kind === "resident" ? [principal.street] : scopeOf(principal, context.catalogue.tree).streets;
  if (principal.kind === "system" || streets.includes(where.street)) return { ok: true, value: where };
  const street = context.catalogue.unitTitle(where.street)["zh-CN"];
  return { ok: false, problems: [problem("PLACE_OUTSIDE_UNITS", { street }, { path: "/position" })] };
}

type Basis = Omit<Prepared, "main" | "raised">;

/** The case that the report itself opens: its form names a matter whose report form it is. */
function planMain(context: RuntimeContext, basis: Basis): Result<CasePlan | undefined> {
  const { request, where, form, data } = basis;
  const { matter } = data;
  const { catalogue } = context;
  const isReport =
    catalogue.matters(where.street).some((each) => each.reportForm === form.key) ||
    (basis.principal.kind === "resident" && catalogue.residents(where.street)?.form === form.key);
  if (typeof matter !== "string" || !isReport) return { ok: true, value: undefined };
  return planCase(context, { ...basis, matter, report: data, submissionId: request.id });
}

async function planRaised(context: RuntimeContext, basis: Basis): Promise<Result<Prepared["raised"]>> {
  const reports = raisedReports(basis.form, basis.data, formMoment(context));
  if (!reports.ok) return reports;
  const plans: Prepared["raised"][number][] = [];
  for (const report of reports.value) {
    const where = await whereOf(context, basis.principal, { ...spotOf(basis), ...report.spot });
    if (!where.ok) return where;
    const wish = { ...basis, where: where.value, matter: report.matter, report: report.report };
    const plan = planCase(context, { ...wish, submissionId: basis.request.id });
    if (!plan.ok) return plan;
    plans.push({ plan: plan.value, report });
  }
  return { ok: true, value: plans };
}

const spotOf = ({ request: { placeCode, position } }: Basis) => ({
  ...(placeCode === undefined ? {} : { placeCode }),
  ...(position === undefined ? {} : { position }),
});

async function prepare(
  context: RuntimeContext,
  principal: Principal,
  request: SubmissionRequest,
  hash: string,
): Promise<Result<Prepared>> {
  const where = await whereOf(context, principal, request);
  if (!where.ok) return where;
  const form = await context.catalogue.form(where.value.street, request.form, request.formVersion);
  if (form === undefined) {
    const values = { form: request.form, version: request.formVersion };
    return { ok: false, problems: [problem("FORM_UNKNOWN", values, { path: "/form" })] };
  }
  const checked = await checkedData(context, form, request.data as JsonObject);
  if (!checked.ok) return checked;
  const at = context.ports.clock.now();
  const basis: Basis = { request, principal, hash, at, form, data: checked.value, where: where.value };
  const main = planMain(context, basis);
  if (!main.ok) return main;
  const raised = await planRaised(context, basis);
  if (!raised.ok) return raised;
  return { ok: true, value: { ...basis, main: main.value, raised: raised.value } };
}

function rowOf({ request, principal, hash, at, form, data, where, main }: Prepared): SubmissionRow {
  return {
    ...{ street_id: where.street, id: request.id, form_key: form.key, form_version: form.version },
    ...{ form_hash: form.hash, content_hash: hash, data: JSON.stringify(data), by_person: principal.id, at },
    device_at: request.deviceTime === undefined ? null : Date.parse(request.deviceTime),
    position: where.position === undefined ? null : JSON.stringify(where.position),
    ...{ place_code: where.placeCode ?? null, unit_path: where.unitPath, case_id: main?.caseId ?? null, task_id: null },
  };
}

async function link(tx: Tx, prepared: Prepared, items: ReadonlyMap<string, string>, plan: CasePlan | undefined) {
  const { principal, request, where } = prepared;
  const missing = await linkAttachments(tx, {
    ...{ items, byPerson: principal.id, submissionId: request.id },
    ...{ street: plan?.where.street ?? where.street, unitPath: plan?.where.unitPath ?? where.unitPath },
    ...(plan === undefined ? {} : { caseId: plan.caseId }),
  });
  if (missing.length > 0) throw filesMissing(missing, items);
}

/** A photo of a checklist's problem belongs to the case that the problem raises. */
async function linkFiles(tx: Tx, prepared: Prepared): Promise<void> {
  const rest = new Map(attachmentsIn(prepared.form.schema, prepared.data));
  for (const { plan, report } of prepared.raised) {
    const own = new Map(report.photos.flatMap((id) => (rest.has(id) ? [[id, "photos"] as const] : [])));
    for (const id of own.keys()) rest.delete(id);
    await link(tx, prepared, own, plan);
  }
  await link(tx, prepared, rest, prepared.main);
}

async function open(context: RuntimeContext, tx: Tx, plan: CasePlan): Promise<CaseRow> {
  const opened = await openCase(context, tx, plan);
  if (!opened.ok) throw new Refusal(opened.problems);
  return opened.value.case;
}

/** What else belongs into the transaction of a submission that is not there yet. */
export interface Alongside {
  /** May refuse by throwing a `Refusal`: nothing is kept then. */
  begin(tx: Tx): Promise<void>;
  end(tx: Tx, cases: readonly CaseRow[]): void;
}

async function keep(
  context: RuntimeContext,
  tx: Tx,
  prepared: Prepared,
  alongside: Alongside | undefined,
): Promise<Outcome<SubmissionAccepted>> {
  const before = await submissionById(tx, prepared.request.id);
  if (before !== undefined) return repeated(context, tx, before, prepared.hash);
  await alongside?.begin(tx);
  await linkFiles(tx, prepared);
  const cases: CaseRow[] = [];
  if (prepared.main !== undefined) cases.push(await open(context, tx, prepared.main));
  for (const { plan } of prepared.raised) cases.push(await open(context, tx, plan));
  const row = rowOf(prepared);
  tx.insert("submission", row);
  alongside?.end(tx, cases);
  noteActive(context, tx, row.street_id, prepared.principal.kind === "person" ? prepared.principal.id : undefined);
  return answer(accepted(context, row, cases, false));
}

/** Two arrivals of one id at the same moment: the second one runs again and finds the first. */
async function orAgain<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof UniqueViolation)) throw error;
    return work();
  }
}

/** See `Runtime.acceptSubmission`. */
export async function acceptSubmission(
  context: RuntimeContext,
  principal: Principal,
  request: SubmissionRequest,
  alongside?: Alongside,
): Promise<Outcome<SubmissionAccepted>> {
  if (!mayDo(principal, "submission.create")) return refuseWith("ACTION_NOT_ALLOWED", { action: "submission.create" });
  const hash = hashOf(principal, request);
  const before = await submissionById(context.store.read, request.id);
  if (before !== undefined) return repeated(context, context.store.read, before, hash);
  const prepared = await prepare(context, principal, request, hash);
  if (!prepared.ok) return refuse(...prepared.problems);
  return orAgain(() => orRefused(context.store.writeShared((tx) => keep(context, tx, prepared.value, alongside))));
}
