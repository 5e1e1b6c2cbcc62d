/** The tables' rows as the store writes them: one interface a table, columns named as in SQL. */
type Flag = 0 | 1;
/** JSON kept as text: written and read whole, never queried inside. */
type JsonText = string;
/** Epoch milliseconds. */
type At = number;

export interface CaseRow {
  readonly street_id: string;
  /** Also the id of the case's process instance. */
  readonly id: string;
  readonly number: string;
  readonly matter: string;
  readonly process_key: string;
  readonly title: string;
  readonly address: string;
  readonly description: string;
  readonly state: string;
  readonly level: string;
  readonly severity: string;
  readonly lead: string | null;
  readonly grid: string;
  readonly unit_path: string;
  readonly reporter: string;
  readonly place_code: string | null;
  readonly position: JsonText | null;
  readonly report_id: string;
  readonly owner: JsonText | null;
  readonly opened_at: At;
  readonly closed_at: At | null;
  readonly outcome: string | null;
  readonly due_at: At | null;
  readonly warn_at: At | null;
  readonly started_at: At | null;
  readonly limit_value: number | null;
  readonly limit_clock: string | null;
  readonly returns: number;
  readonly reworks: number;
  readonly yellow: number;
  readonly red: number;
  readonly suspended: Flag;
  readonly supervised: Flag;
  /** Who reported it: people with a post, or a resident without an account. */
  readonly channel: "staff" | "resident";
  /** What the resident thought of the result, the latest. */
  readonly rating: string | null;
  /** Times that the resident has reopened it. */
  readonly reopens: number;
}

export interface ResidentLinkRow {
  readonly street_id: string;
  /** SHA-256 of the token; the token itself is kept nowhere. */
  readonly token_hash: string;
  readonly case_id: string;
  readonly created_at: At;
  readonly expires_at: At;
  readonly used_at: At | null;
}

export interface ResidentContactRow {
  readonly street_id: string;
  readonly case_id: string;
  /** Sealed. */
  readonly phone: string;
  readonly masked: string;
  readonly created_at: At;
  readonly expires_at: At;
}

export interface ResidentRatingRow {
  readonly street_id: string;
  readonly case_id: string;
  /** 1 for the first rating, 2 for the one after the reopening. */
  readonly round: number;
  readonly rating: string;
  readonly remarks: string | null;
  readonly reopened: Flag;
  readonly at: At;
}

export interface InstanceRow {
  readonly street_id: string;
  readonly id: string;
  readonly bundle_hash: string;
  readonly revision: number;
  readonly status: string;
  readonly state: JsonText;
}

export interface EventRow {
  readonly street_id: string;
  readonly instance_id: string;
  readonly seq: number;
  readonly at: At;
  readonly actor: string;
  readonly type: string;
  readonly element_id: string | null;
  readonly body: JsonText;
}

export interface TaskRow {
  readonly street_id: string;
  /** `<caseId>.<engine's task id>` */
  readonly id: string;
  readonly case_id: string;
  readonly element_id: string;
  readonly name: string;
  readonly stage: string | null;
  readonly form_key: string | null;
  readonly form_version: number | null;
  readonly status: "open" | "completed" | "cancelled" | "sentBack";
  readonly assignee: string | null;
  readonly created_at: At;
  readonly due_at: At | null;
  readonly warn_at: At | null;
  readonly limit_value: number | null;
  readonly limit_clock: string | null;
  readonly priority: number;
  readonly closed_at: At | null;
  readonly closed_by: string | null;
  readonly submission_id: string | null;
  /** The engine's `TaskView`: what the form needs. */
  readonly view: JsonText;
}

export interface TaskCandidateRow {
  readonly street_id: string;
  readonly task_id: string;
  /** A group `<unit>/<role>`, a person's id, or with `excluded` a person who may not take it. */
  readonly kind: "group" | "person" | "excluded";
  readonly candidate: string;
}

export interface CaseInvolvedRow {
  readonly street_id: string;
  readonly case_id: string;
  /** `person:<id>`, `unit:<code>` or `group:<unit>/<role>`: who may see the case besides its units. */
  readonly who: string;
}

export interface TimerRow {
  readonly street_id: string;
  readonly instance_id: string;
  readonly timer_id: string;
  readonly element_id: string;
  readonly kind: string;
  readonly due_at: At;
  /** Not tried again before: set when it is claimed, so that a claimer that dies is followed by another. */
  readonly claimed_until: At;
}

export interface JobRow {
  readonly street_id: string;
  readonly id: string;
  readonly instance_id: string | null;
  /** The engine's job id, for its answer; null for work that no token waits for. */
  readonly job_id: string | null;
  readonly type: string;
  readonly payload: JsonText;
  readonly status: "waiting" | "failed";
  readonly attempts: number;
  readonly run_at: At;
  readonly created_at: At;
  readonly last_error: string | null;
}

export interface SubscriptionRow {
  readonly street_id: string;
  readonly instance_id: string;
  readonly subscription_id: string;
  readonly message_name: string;
  readonly correlation_key: string;
}

export interface MessageRow {
  readonly street_id: string;
  readonly id: string;
  readonly name: string;
  readonly correlation_key: string;
  readonly variables: JsonText;
  readonly created_at: At;
  readonly expires_at: At;
}

export interface SignalWaitRow {
  readonly street_id: string;
  readonly instance_id: string;
  readonly signal_wait_id: string;
  readonly signal_name: string;
}

/** `instance_id` is empty until the signal is fanned out; `source_id` is the instance that sent it. */
export interface SignalRow {
  readonly street_id: string;
  readonly id: string;
  readonly instance_id: string;
  readonly source_id: string;
  readonly name: string;
  readonly variables: JsonText;
  readonly created_at: At;
  readonly retry_at: At;
}

export interface SubmissionRow {
  readonly street_id: string;
  readonly id: string;
  readonly form_key: string;
  readonly form_version: number;
  readonly form_hash: string;
  readonly content_hash: string;
  readonly data: JsonText;
  readonly by_person: string;
  readonly at: At;
  readonly device_at: At | null;
  readonly position: JsonText | null;
  readonly place_code: string | null;
  readonly unit_path: string;
  readonly case_id: string | null;
  readonly task_id: string | null;
}

export interface IncidentRow {
  readonly street_id: string;
  readonly instance_id: string;
  readonly incident_id: string;
  readonly element_id: string;
  readonly code: string;
  readonly opened_at: At;
}

export interface NoticeRow {
  readonly street_id: string;
  readonly id: string;
  readonly person_id: string;
  readonly at: At;
  readonly title: JsonText;
  readonly body: JsonText;
  readonly case_id: string | null;
  readonly read_at: At | null;
  /** Key of its text. */
  readonly message: string;
  /** Short text for channels that many read. */
  readonly brief: JsonText | null;
  readonly urgent: Flag;
  readonly announcement_id: string | null;
  /** Its receiver is asked to confirm it. */
  readonly confirm: Flag;
  readonly confirmed_at: At | null;
}

export interface DeliveryRow {
  readonly street_id: string;
  /** `<notice>.<channel>`: a notice goes out by a channel once. */
  readonly id: string;
  /** Null for a channel's test. */
  readonly notice_id: string | null;
  readonly person_id: string;
  readonly channel: string;
  readonly state: "waiting" | "sent" | "failed";
  readonly urgent: Flag;
  readonly tries: number;
  readonly run_at: At;
  readonly created_at: At;
  readonly sent_at: At | null;
  /** Id of the message that it went out in: its own, or that of the first of a digest. */
  readonly letter_id: string | null;
  /** Masked. */
  readonly address: string;
  /** Channels to try when this one fails for good. */
  readonly or_else: JsonText;
  /** `{ code, detail }` of the last try. */
  readonly error: JsonText | null;
}

export interface IdempotencyRow {
  readonly street_id: string;
  readonly key: string;
  readonly content_hash: string;
  readonly answer: JsonText;
  readonly at: At;
}

export interface PlaceRow {
  readonly street_id: string;
  readonly code: string;
  readonly kind: string;
  readonly name: string;
  readonly address: string;
  readonly lng: number;
  readonly lat: number;
  readonly grid: string;
  readonly community: string;
  readonly unit_path: string;
}

/** What indicators ask of a case; months are `YYYY-MM` in the city's time zone. */
export interface CaseFactRow {
  readonly street_id: string;
  readonly case_id: string;
  readonly unit_path: string;
  readonly community: string;
  readonly grid: string;
  readonly large_class: string;
  readonly matter: string;
  readonly severity: string;
  readonly channel: string;
  readonly level: string;
  readonly lead: string | null;
  readonly sign_unit: string | null;
  readonly outcome: string | null;
  readonly rating: string | null;
  readonly opened_at: At;
  readonly filed_at: At | null;
  readonly due_at: At | null;
  readonly handled_at: At | null;
  readonly closed_at: At | null;
  readonly signed_at: At | null;
  readonly opened_month: string;
  readonly filed_month: string | null;
  /** Month of the limit; of the end when there was no limit. */
  readonly due_month: string | null;
  readonly closed_month: string | null;
  readonly disposed: Flag;
  readonly late: Flag;
  readonly sign_late: Flag;
  readonly extended: Flag;
  readonly suspended: Flag;
  readonly escalated: Flag;
  readonly returns: number;
  readonly reworks: number;
  readonly reopens: number;
  readonly yellow: number;
  readonly red: number;
  readonly supervisions: number;
  readonly supervisions_open: number;
  readonly instructions: number;
  readonly instructions_open: number;
  /** Clock of its limit; null before there is one. */
  readonly clock: string | null;
  /** 缓办: `[[from, to], …]`. */
  readonly pauses: JsonText;
  readonly dispatch_late: Flag;
  readonly verified: Flag;
  readonly verify_late: Flag;
  /** The same matter was reported at the same place shortly before. */
  readonly repeated: Flag;
  /** Milliseconds as its limit counts (engine/indicators/time-spent.ts); null where it has not come so far. */
  readonly accept_time: number | null;
  readonly handle_time: number | null;
  readonly close_time: number | null;
}

/** Somebody who did or reported something in a street in a month. */
export interface ActivePersonRow {
  readonly street_id: string;
  readonly month: string;
  readonly person_id: string;
}

export interface AuditRow {
  readonly street_id: string;
  readonly id: string;
  readonly at: At;
  readonly actor: string;
  readonly action: string;
  readonly subject: string;
  readonly body: JsonText;
}

export interface PersonRow {
  readonly id: string;
  readonly name: string;
  readonly state: "active" | "disabled";
  readonly created_at: At;
  readonly work_phone: string | null;
  readonly updated_at: At | null;
}

export interface AccountRow {
  readonly login: string;
  readonly person_id: string;
  readonly password_hash: string;
  readonly state: "active" | "invited" | "locked" | "closed";
  readonly created_at: At;
  readonly updated_at: At;
}

export interface GrantRow {
  readonly person_id: string;
  readonly unit: string;
  readonly role: string;
  readonly granted_at: At;
}

export interface PostRow {
  readonly person_id: string;
  readonly unit: string;
  readonly role: string;
  readonly from_at: At;
  readonly to_at: At | null;
  readonly state: "proposed" | "planned" | "current" | "ended" | "declined" | "withdrawn";
  readonly by_person: string;
  readonly ended_by: string | null;
  /** When a post to come, or one in force, will end. */
  readonly until_at: At | null;
}

/**
 * Tables whose new rows wait for the end of the transaction and go out together, parents first. A table that
 * is not here is written with `run`.
 */
export interface InsertRows {
  readonly person: PersonRow;
  readonly account: AccountRow;
  readonly grant_: GrantRow;
  readonly post: PostRow;
  readonly case_: CaseRow;
  readonly instance: InstanceRow;
  readonly event: EventRow;
  readonly task: TaskRow;
  readonly task_candidate: TaskCandidateRow;
  readonly case_involved: CaseInvolvedRow;
  readonly case_fact: CaseFactRow;
  readonly active_person: ActivePersonRow;
  readonly timer: TimerRow;
  readonly job: JobRow;
  readonly subscription: SubscriptionRow;
  readonly message: MessageRow;
  readonly signal_wait: SignalWaitRow;
  readonly signal: SignalRow;
  readonly submission: SubmissionRow;
  readonly incident: IncidentRow;
  readonly notice: NoticeRow;
  readonly delivery: DeliveryRow;
  readonly idempotency: IdempotencyRow;
  readonly place: PlaceRow;
  readonly audit: AuditRow;
  readonly resident_link: ResidentLinkRow;
  readonly resident_contact: ResidentContactRow;
  readonly resident_rating: ResidentRatingRow;
}

export const insertOrder = [
  "person",
  "account",
  "grant_",
  "post",
  "case_",
  "instance",
  "event",
  "task",
  "task_candidate",
  "case_involved",
  "case_fact",
  "active_person",
  "timer",
  "job",
  "subscription",
  "message",
  "signal_wait",
  "signal",
  "submission",
  "incident",
  "notice",
  "delivery",
  "idempotency",
  "place",
  "audit",
  "resident_link",
  "resident_contact",
  "resident_rating",
] as const satisfies readonly (keyof InsertRows)[];

export type InsertTable = (typeof insertOrder)[number];

/** Rows that say the same when they are there already. */
export const insertOnce: ReadonlySet<InsertTable> = new Set<InsertTable>([
  "case_involved",
  "active_person",
  "delivery",
]);
