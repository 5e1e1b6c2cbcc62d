/** The running city, wired from its parts. */
import { settle } from "../jobs/settle.ts";
import type { CompileDraft, CompileForm } from "../forms/compile.ts";
import type { Ports } from "../ports.ts";
import { findCase } from "../store/cases.ts";
import type { Store } from "../store/index.ts";
import { nextPostAt } from "../store/posts.ts";
import { nextTimerAt } from "../store/timers.ts";
import { acceptSubmission } from "./accept-submission.ts";
import { announce, findAudience, readAnnouncement, readAnnouncements, remindUnconfirmed } from "./announce.ts";
import type { StoredCatalogue } from "./catalogue.ts";
import { completeTask } from "./complete-task.ts";
import type { RuntimeContext } from "./context.ts";
import { deploy } from "./deploy.ts";
import { inTurn } from "./in-turn.ts";
import { previewOwner } from "./preview-owner.ts";
import { publishDefinitionDraft } from "./publish-definition-draft.ts";
import { readCase, readCases } from "./read-case.ts";
import { readDefinitionDraft, readDefinitionDrafts, readPacks } from "./read-definition-drafts.ts";
import { readDefinition, readDefinitions } from "./read-definitions.ts";
import { readDiagram } from "./read-diagram.ts";
import { readHome, readMatters } from "./read-home.ts";
import { readGridAt, readPlace, readPlaces } from "./read-places.ts";
import { exportRecords } from "./export-records.ts";
import { readRecords } from "./read-records.ts";
import { readSubmission, readSubmissions } from "./read-submissions.ts";
import { readTask } from "./read-task.ts";
import { readTasks } from "./read-tasks.ts";
import { settingsRuntime, type SettingsRuntime } from "./settings/settings-runtime.ts";
import { residentRuntime, type ResidentRuntime } from "./resident-runtime.ts";
import { createRegister } from "./register.ts";
import { fillFacts } from "./keep-facts.ts";
import { readBulletin } from "./results/bulletin.ts";
import { readFigureAccounts, readFigureCases } from "./results/read-figure.ts";
import { readResults } from "./results/read-results.ts";
import { runCommand } from "./run-command.ts";
import type { Runtime } from "./runtime-type.ts";
import { discardDefinitionDraft, saveDefinitionDraft } from "./save-definition-draft.ts";
import { sealWith } from "./seal.ts";
import { wakeSignal } from "./wake-signal.ts";

export interface RuntimeParts {
  readonly store: Store;
  readonly ports: Ports;
  readonly catalogue: StoredCatalogue;
  readonly compileForm: CompileForm;
  readonly compileDraft: CompileDraft;
  /** Of the installation, the same on every node; personal data is sealed with it. */
  readonly secret: string;
  /** Told of faults in work that nobody asked for. */
  readonly onFault?: (error: unknown) => void;
}

/** One settling at a time: a caller that comes while one runs gets its own round after it. */
function settler(context: RuntimeContext, onFault: (error: unknown) => void): () => Promise<number> {
  let last: Promise<unknown> = Promise.resolve();
  return () => {
    const mine = last.then(async () => {
      const done = await settle(context);
      for (const error of done.errors) onFault(error);
      return done.timers;
    });
    last = mine.catch(() => undefined);
    return mine;
  };
}

type Commands = Pick<Runtime, "acceptSubmission" | "completeTask" | "runCommand" | "previewOwner">;
type Publishing = Pick<
  Runtime,
  | "deploy"
  | "packs"
  | "definitionDrafts"
  | "definitionDraft"
  | "saveDefinitionDraft"
  | "discardDefinitionDraft"
  | "publishDefinitionDraft"
>;
type Announcing = Pick<Runtime, "announce" | "findAudience" | "announcements" | "announcement" | "remindUnconfirmed">;
type Reads = Omit<
  Runtime,
  | keyof Commands
  | keyof Publishing
  | keyof ResidentRuntime
  | keyof Announcing
  | keyof SettingsRuntime
  | "register"
  | "fillFacts"
  | "settle"
  | "nextTimerAt"
  | "onWork"
>;
type Context = RuntimeContext & { readonly catalogue: StoredCatalogue };

const commands = (context: Context): Commands => ({
  acceptSubmission: (principal, request) => acceptSubmission(context, principal, request),
  completeTask: (principal, target, body, options) => completeTask(context, principal, target, body, options ?? {}),
  runCommand: (principal, target, command, options) => runCommand(context, principal, target, command, options ?? {}),
  previewOwner: (principal, question) => previewOwner(context, principal, question),
});

const announcing = (context: Context): Announcing => ({
  announce: (principal, body) => announce(context, principal, body),
  findAudience: (principal, audience) => findAudience(context, principal, audience),
  announcements: (scope, filter) => readAnnouncements(context, scope, filter),
  announcement: (scope, street, id) => readAnnouncement(context, scope, street, id),
  remindUnconfirmed: (principal, street, id) => remindUnconfirmed(context, principal, street, id),
});

const reads = (context: Context): Reads => ({
  tasks: (scope, filter) => readTasks(context, scope, filter),
  task: (principal, _scope, street, taskId) => readTask(context, principal, street, taskId),
  cases: (scope, filter) => readCases(context, scope, filter),
  case: (principal, scope, caseId) => readCase(context, principal, scope, caseId),
  streetOfCase: async (scope, caseId) => (await findCase(context.store.read, scope, caseId))?.street_id,
  caseDiagram: (scope, caseId) => readDiagram(context, scope, caseId),
  submissions: (scope, filter, reader) => readSubmissions(context, scope, filter, reader),
  records: (principal, scope, form, query) => readRecords(context, principal, scope, form, query),
  exportRecords: (principal, scope, form, request) => exportRecords(context, principal, scope, form, request),
  submission: (scope, id, reader) => readSubmission(context, scope, id, reader),
  matters: (scope, street) => readMatters(context, scope, street),
  home: (principal, scope) => readHome(context, principal, scope),
  places: (scope, filter) => readPlaces(context, scope, filter),
  place: (code) => readPlace(context, code),
  gridAt: (lng, lat) => readGridAt(context, lng, lat),
  results: (principal, asked) => readResults(context, principal, asked),
  figureCases: (principal, asked, page) => readFigureCases(context, principal, asked, page),
  figureAccounts: (principal, asked) => readFigureAccounts(context, principal, asked),
  bulletin: (principal, asked) => readBulletin(context, principal, asked),
  definitions: (filter) => readDefinitions(context, filter),
  definition: (pack, kind, key, version) => readDefinition(context, pack, kind, key, version),
});

function publishing(context: Context): Publishing {
  const next = inTurn();
  return {
    deploy: (principal, request) => next(() => deploy(context, principal, request)),
    packs: (principal) => readPacks(context, principal),
    definitionDrafts: (principal, filter) => readDefinitionDrafts(context, principal, filter),
    definitionDraft: (principal, name) => readDefinitionDraft(context, principal, name),
    saveDefinitionDraft: (principal, name, body) => saveDefinitionDraft(context, principal, name, body),
    discardDefinitionDraft: (principal, name, sequence) => discardDefinitionDraft(context, principal, name, sequence),
    publishDefinitionDraft: (principal, name, body) =>
      next(() => publishDefinitionDraft(context, principal, name, body)),
  };
}

export function createRuntime({ onFault = () => undefined, secret, ...parts }: RuntimeParts): Runtime {
  const context: Context = { ...parts, signal: wakeSignal(), seal: sealWith(secret) };
  return {
    ...commands(context),
    ...reads(context),
    ...announcing(context),
    ...publishing(context),
    ...residentRuntime(context),
    ...settingsRuntime(context),
    register: createRegister(context),
    fillFacts: () => fillFacts(context),
    settle: settler(context, onFault),
    async nextTimerAt() {
      const [timer, post] = await Promise.all([nextTimerAt(context.store.read), nextPostAt(context.store.read)]);
      return timer === undefined || post === undefined ? (timer ?? post) : Math.min(timer, post);
    },
    onWork: (listener) => context.signal.onWake(listener),
  };
}
