/** What the rest of the server may ask of the running city: submit, command, read, deploy. */
import type { CommandBody } from "../../engine/model/command.ts";
import type { Principal, Scope } from "../access/actor.ts";
import type * as wire from "../contract/types.ts";
import type { Content, Outcome } from "../http/outcome.ts";
import type { ResidentRuntime } from "./resident-runtime.ts";
import type { AnnouncementFilter } from "../store/announcements.ts";
import type { SettingsRuntime } from "./settings/settings-runtime.ts";
import type { Register } from "./register.ts";
import type { CaseFilter } from "../store/cases.ts";
import type { PlaceFilter } from "../store/places.ts";
import type { SubmissionFilter } from "../store/submissions.ts";
import type { TaskFilter } from "../store/tasks.ts";
import type { DefinitionName } from "./definition-draft.ts";
import type { Asked } from "./results/question.ts";
import type { FigureAsked, Paged } from "./results/read-figure.ts";
import type { RecordQuery } from "./record-query.ts";

/** What a command is about: a case, or a task and with it its case. */
export type Target =
  { readonly street: string; readonly caseId: string } | { readonly street: string; readonly taskId: string };

export interface CommandOptions {
  /** Revision that the person saw; another one is answered with STALE_REVISION. */
  readonly revision?: number;
  /** The same key with the same command gives the first answer again. */
  readonly idempotencyKey?: string;
}

type WithoutTask<C> = C extends { readonly taskId: string } ? Omit<C, "taskId"> : C;
/** A person's command; the task is named by the target. */
export type PersonCommand = WithoutTask<
  Extract<
    CommandBody,
    {
      readonly type:
        | "claimTask"
        | "releaseTask"
        | "sendBack"
        | "transferTask"
        | "suspend"
        | "resume"
        | "supervise"
        | "replySupervision"
        | "extend"
        | "cancel"
        | "withdrawStep"
        | "urge"
        | "forceClose";
    }
  >
>;

type Filter<T> = Omit<T, "now">;

export interface Runtime extends ResidentRuntime, SettingsRuntime {
  /** One transaction: the form is checked, kept, its files linked, its cases opened and started (R11). */
  acceptSubmission(principal: Principal, request: wire.SubmissionRequest): Promise<Outcome<wire.SubmissionAccepted>>;
  completeTask(
    principal: Principal,
    target: { readonly street: string; readonly taskId: string },
    body: wire.CompleteTask,
    options?: CommandOptions,
  ): Promise<Outcome<wire.CommandDone>>;
  /** Checks that the person may, then runs the command in one transaction. */
  runCommand(
    principal: Principal,
    target: Target,
    command: PersonCommand,
    options?: CommandOptions,
  ): Promise<Outcome<wire.CommandDone>>;
  /** 扫码定责: the same decision that the flow takes. */
  previewOwner(principal: Principal, question: wire.OwnerQuestion): Promise<Outcome<wire.OwnerAnswer>>;
  deploy(principal: Principal, request: wire.DeployRequest): Promise<Outcome<wire.DeployResult>>;

  tasks(scope: Scope, filter: Filter<TaskFilter>): Promise<wire.TaskPage>;
  task(principal: Principal, scope: Scope, street: string, taskId: string): Promise<wire.Task | undefined>;
  cases(scope: Scope, filter: Filter<CaseFilter>): Promise<wire.CasePage>;
  case(principal: Principal, scope: Scope, caseId: string): Promise<wire.CaseDetail | undefined>;
  /** Street of a case that the scope sees: `POST /cases/:id/…` name no street. */
  streetOfCase(scope: Scope, caseId: string): Promise<string | undefined>;
  caseDiagram(scope: Scope, caseId: string): Promise<wire.CaseDiagram | undefined>;
  /** Sensitive answers are hidden from a `reader` who may not see them. */
  submissions(scope: Scope, filter: SubmissionFilter, reader: Principal): Promise<readonly wire.Submission[]>;
  /** The ledger of a form; `NOT_FOUND` for a form or street that is not the person's. */
  records(principal: Principal, scope: Scope, form: string, query: RecordQuery): Promise<Outcome<wire.RecordPage>>;
  /** The same as an Excel file, written into the audit record. */
  exportRecords(
    principal: Principal,
    scope: Scope,
    form: string,
    request: wire.RecordExport,
  ): Promise<Outcome<Content>>;
  submission(scope: Scope, id: string, reader: Principal): Promise<wire.Submission | undefined>;
  /** The matters of a street; those that the person reported lately are marked `recent`. */
  matters(scope: Scope, street: string): Promise<readonly wire.Matter[]>;
  home(principal: Principal, scope: Scope): Promise<wire.Home>;

  places(scope: Scope, filter: PlaceFilter): Promise<readonly wire.Place[]>;
  /** The place behind a code, in whatever street: a scanned plate may stand across the road. */
  place(code: string): Promise<wire.Place | undefined>;
  gridAt(lng: number, lat: number): Promise<wire.GridAt | undefined>;

  /** 通知公告: an announcement with a notice for everybody it is for; the same id twice is the same announcement. */
  announce(principal: Principal, body: wire.NewAnnouncement): Promise<Outcome<wire.Announcement>>;
  findAudience(principal: Principal, audience: wire.Audience): Promise<Outcome<wire.AudienceFound>>;
  announcements(scope: Scope, filter: AnnouncementFilter): Promise<wire.AnnouncementPage>;
  announcement(scope: Scope, street: string, id: string): Promise<wire.AnnouncementDetail | undefined>;
  remindUnconfirmed(principal: Principal, street: string, id: string): Promise<Outcome<wire.Reminded>>;

  definitions(filter: { readonly kind?: string; readonly pack?: string }): Promise<readonly wire.DefinitionSummary[]>;
  definition(pack: string, kind: string, key: string, version?: number): Promise<wire.DefinitionDetail | undefined>;

  /** Packs that the person may edit. */
  packs(principal: Principal): readonly wire.Pack[];
  /** Drafts of the packs that the person may edit; those of others are not found. */
  definitionDrafts(
    principal: Principal,
    filter: { readonly kind?: string; readonly pack?: string },
  ): Promise<readonly wire.DefinitionDraftSummary[]>;
  definitionDraft(principal: Principal, name: DefinitionName): Promise<Outcome<wire.DefinitionDraft>>;
  saveDefinitionDraft(
    principal: Principal,
    name: DefinitionName,
    body: wire.SaveDefinitionDraft,
  ): Promise<Outcome<wire.DefinitionDraft>>;
  discardDefinitionDraft(principal: Principal, name: DefinitionName, editSequence: number): Promise<Outcome<undefined>>;
  publishDefinitionDraft(
    principal: Principal,
    name: DefinitionName,
    body: wire.PublishDefinitionDraft,
  ): Promise<Outcome<wire.PublishResult>>;
  /** 考核评估: figures of a unit and a month with trend and tables; refused when the month is none. */
  results(principal: Principal, asked: Asked): Promise<Outcome<wire.Results>>;
  figureCases(principal: Principal, asked: FigureAsked, page: Paged): Promise<Outcome<wire.FigureCases>>;
  figureAccounts(principal: Principal, asked: FigureAsked): Promise<Outcome<wire.FigureAccounts>>;
  bulletin(principal: Principal, asked: Asked): Promise<Outcome<wire.Bulletin>>;
  /** Gives facts to cases that are older than them; once, at the start. Out: how many there were. */
  fillFacts(): Promise<number>;

  /** People, posts, logins and grids. */
  readonly register: Register;

  /** Fires what is due and does what waits until nothing is left; gives the number of timers fired (快进时间). */
  settle(): Promise<number>;
  /** When the next timer is due, in epoch milliseconds. */
  nextTimerAt(): Promise<number | undefined>;
  /** In: called soon after work for the workers was committed. Out: stops listening. */
  onWork(listener: () => void): () => void;
}
