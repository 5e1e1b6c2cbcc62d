/** The case page: facts, forms, files, open work, the story, why it waits, and what this person may do. */
import { withdrawableSteps } from "../../engine/index.ts";
import { outcomeLine, type OutcomeLine } from "../../engine/forms/index.ts";
import type { Bundle } from "../../engine/model/bundle.ts";
import type { TaskView } from "../../engine/model/effect.ts";
import type { JsonObject } from "../../engine/model/json.ts";
import type { InstanceState } from "../../engine/model/state.ts";
import type { Principal, Scope } from "../access/actor.ts";
import type { CaseDetail, CasePage, Position, Submission } from "../contract/types.ts";
import { attachmentsOfCase, type StoredAttachment } from "../store/attachments.ts";
import { findCase, listCases, type CaseFilter, type CaseRow } from "../store/cases.ts";
import { eventsOf, findRunningCase, type RunningCase } from "../store/instances.ts";
import { placeByCode } from "../store/places.ts";
import { submissionsOfCase, submissionById, type SubmissionRow } from "../store/submissions.ts";
import { tasksOfCase, type TaskRow } from "../store/tasks.ts";
import { caseSummary } from "../views/case-summary.ts";
import { timelineOf, toldEvents, type StoredEvent, type TimelineWords } from "../views/timeline.ts";
import { wordsOf, type RuntimeContext } from "./context.ts";
import { caseActionsOf, viewOf } from "./may-work.ts";
import { addressedUnits, instructTo } from "./instructed-units.ts";
import { elementName } from "./element-name.ts";
import { storedEvent } from "./read-events.ts";
import { readPeople, type People } from "./read-people.ts";
import { placeView } from "./read-places.ts";
import { attachmentView, submissionViews } from "./read-submissions.ts";
import { supervisionsIn } from "./read-supervisions.ts";
import { residentReporter } from "./resident-contact.ts";
import { summariesOf } from "./read-tasks.ts";
import { readWaits } from "./read-waits.ts";
import { groupTitle } from "./group-title.ts";
import { rowId } from "../effects/index.ts";

/** See `Runtime.cases`. */
export async function readCases(
  context: RuntimeContext,
  scope: Scope,
  filter: Omit<CaseFilter, "now">,
): Promise<CasePage> {
  const page = await listCases(context.store.read, scope, { ...filter, now: context.ports.clock.now() });
  const words = wordsOf(context);
  const items = page.rows.map((row) => caseSummary(row, words));
  return { items, total: page.total, ...(page.next === undefined ? {} : { next: page.next }) };
}

/** Everything that is stored about one case. */
interface CaseFile extends RunningCase {
  readonly bundle: Bundle;
  readonly state: InstanceState;
  readonly tasks: readonly TaskRow[];
  readonly views: readonly TaskView[];
  readonly submissions: readonly SubmissionRow[];
  readonly events: readonly StoredEvent[];
}

async function openFile(context: RuntimeContext, running: RunningCase): Promise<CaseFile> {
  const { read } = context.store;
  const { street_id: street, id, report_id: reportId } = running.case;
  const [bundle, tasks, own, report, events] = await Promise.all([
    context.catalogue.bundleByHash(running.instance.bundle_hash),
    tasksOfCase(read, street, id),
    submissionsOfCase(read, street, id),
    submissionById(read, reportId),
    eventsOf(read, street, id, toldEvents),
  ]);
  const open = tasks.filter((task) => task.status === "open");
  // The report of a checklist's problem is the checklist, which belongs to several cases.
  const isListed = report === undefined || own.some((row) => row.id === report.id);
  return {
    ...running,
    ...{ bundle, tasks, views: open.map(viewOf), submissions: isListed ? own : [report, ...own] },
    state: JSON.parse(running.instance.state) as InstanceState,
    events: events.map(storedEvent),
  };
}

function peopleIn(file: CaseFile): readonly (string | null | undefined)[] {
  const transferred = file.events.flatMap(({ body }): readonly (string | undefined)[] => {
    if (body.type === "taskChanged") return [body.task.assignee];
    if (body.type === "signerAdded" || body.type === "signerRemoved") return [body.signer.assignee];
    return body.type === "copied" ? (body.copy.people ?? []) : [];
  });
  return [file.case.reporter, ...file.events.map((event) => event.by), ...transferred];
}

/** Submission id → what it decided; forms are read in the version that was filled. */
async function outcomesOf({ catalogue }: RuntimeContext, file: CaseFile): Promise<ReadonlyMap<string, OutcomeLine>> {
  const lines = await Promise.all(
    file.submissions.map(async (row): Promise<readonly [string, OutcomeLine]> => {
      const form = await catalogue.formByHash(row.form_key, row.form_hash);
      const data = JSON.parse(row.data) as JsonObject;
      return [row.id, form === undefined ? {} : outcomeLine(form, data, (code) => catalogue.unitTitle(code))];
    }),
  );
  return new Map(lines);
}

function timelineWords(
  context: RuntimeContext,
  file: CaseFile,
  people: People,
  outcomes: ReadonlyMap<string, OutcomeLine>,
): TimelineWords {
  const { catalogue } = context;
  const { street_id: street, id, report_id: reportId } = file.case;
  const forms = new Map(file.tasks.map((task) => [task.id, task.submission_id ?? undefined]));
  return {
    element: (elementId) => elementName(file.bundle, elementId),
    caseState: (code) => catalogue.word(street, "caseState", code),
    rating: (code) =>
      catalogue.residents(street)?.ratings.find((each) => each.code === code)?.title ?? { "zh-CN": code },
    rung: (action) => catalogue.word(street, "rungAction", action),
    group: (group) => groupTitle(context, group),
    unit: (code) => catalogue.unitTitle(code),
    person: (person) => people.person(person),
    submission: (taskId) => (taskId === undefined ? reportId : forms.get(rowId(id, taskId))),
    outcome: (taskId) => outcomes.get(forms.get(rowId(id, taskId)) ?? "") ?? {},
  };
}

/** Files that a submission hides from its reader stay out of the case's own list too. */
function readableFiles(files: readonly StoredAttachment[], submissions: readonly Submission[]) {
  const read = new Set(submissions.map(({ id }) => id));
  const shown = new Set(submissions.flatMap(({ attachments }) => attachments.map(({ id }) => id)));
  return files.filter(({ id, submissionId }) => submissionId === null || !read.has(submissionId) || shown.has(id));
}

async function detailOf(context: RuntimeContext, principal: Principal, file: CaseFile): Promise<CaseDetail> {
  const { case: row, tasks } = file;
  const files = await attachmentsOfCase(context.store.read, row.street_id, row.id);
  const people = await readPeople(context.store.read, [...peopleIn(file), ...files.map((each) => each.byPerson)]);
  const taskName = (id: string) => tasks.find((task) => task.id === id)?.name;
  const submissions = await submissionViews(context, file.submissions, principal, taskName);
  const report = submissions.find((submission) => submission.id === row.report_id);
  const open = tasks.filter((task) => task.status === "open").map((task) => ({ task, case: row }));
  const resident = await residentReporter(context, principal, row);
  const hasStep = withdrawableSteps(file.state, principal.id).length > 0;
  const actions = caseActionsOf(principal, row, file.views, addressedUnits(file.state)).filter(
    (action) => action !== "withdrawStep" || hasStep,
  );
  return {
    summary: caseSummary(row, wordsOf(context)),
    ...(await whereOf(context, row)),
    description: row.description,
    reporter: people.person(row.reporter),
    ...(report === undefined ? {} : { report }),
    submissions,
    attachments: readableFiles(files, submissions).map((each) => attachmentView(each, people)),
    openTasks: await summariesOf(context, open),
    timeline: timelineOf(file.events, timelineWords(context, file, people, await outcomesOf(context, file))),
    waits: await readWaits(context, file.bundle, file.state),
    ...(row.owner === null ? {} : { owner: JSON.parse(row.owner) as NonNullable<CaseDetail["owner"]> }),
    ...(resident === undefined ? {} : { resident }),
    supervisions: supervisionsIn(file.events, people, (code) => context.catalogue.unitTitle(code)),
    ...(actions.includes("instruct") ? { instructTo: instructTo(context, row) } : {}),
    actions,
    revision: file.instance.revision,
  };
}

async function whereOf(context: RuntimeContext, row: CaseRow): Promise<Pick<CaseDetail, "place" | "position">> {
  const place = row.place_code === null ? undefined : await placeByCode(context.store.read, row.place_code);
  return {
    ...(place === undefined ? {} : { place: placeView(context, place) }),
    ...(row.position === null ? {} : { position: JSON.parse(row.position) as Position }),
  };
}

/** The case page of a case that the caller has found visible. */
export async function readCaseFile(
  context: RuntimeContext,
  principal: Principal,
  running: RunningCase,
): Promise<CaseDetail> {
  return detailOf(context, principal, await openFile(context, running));
}

/** See `Runtime.case`. */
export async function readCase(
  context: RuntimeContext,
  principal: Principal,
  scope: Scope,
  caseId: string,
): Promise<CaseDetail | undefined> {
  const row = await findCase(context.store.read, scope, caseId);
  const running = row === undefined ? undefined : await findRunningCase(context.store.read, row.street_id, caseId);
  return running === undefined ? undefined : readCaseFile(context, principal, running);
}
