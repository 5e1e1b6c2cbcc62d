/**
 * The first tables. Tenant data: every primary, unique and foreign key starts with `street_id` (decided.md 1),
 * so that the same schema can be distributed by street. Never edited; later changes are new files.
 */
import type { Dialect } from "../session.ts";

interface Words {
  /** Type of text that is compared by ranges (unit paths): it must not follow a locale. */
  readonly path: string;
  /** A table that is read by its key only is kept in key order: one tree to write instead of two. */
  readonly clustered: string;
}

const reference = ({ path }: Words) => [
  `CREATE TABLE setting (key TEXT NOT NULL PRIMARY KEY, value TEXT NOT NULL)`,
  `CREATE TABLE org_unit (
    code TEXT NOT NULL PRIMARY KEY, kind TEXT NOT NULL, parent TEXT, title TEXT NOT NULL,
    path ${path} NOT NULL, street_id TEXT NOT NULL)`,
  `CREATE INDEX org_unit_street ON org_unit (street_id)`,
  `CREATE TABLE person (
    id TEXT NOT NULL PRIMARY KEY, name TEXT NOT NULL, state TEXT NOT NULL, created_at BIGINT NOT NULL)`,
  `CREATE TABLE grant_ (
    person_id TEXT NOT NULL REFERENCES person (id), unit TEXT NOT NULL, role TEXT NOT NULL,
    granted_at BIGINT NOT NULL, PRIMARY KEY (person_id, unit, role))`,
  `CREATE INDEX grant_unit ON grant_ (unit, role)`,
  `CREATE TABLE account (
    login TEXT NOT NULL PRIMARY KEY, person_id TEXT NOT NULL REFERENCES person (id), password_hash TEXT NOT NULL,
    state TEXT NOT NULL, created_at BIGINT NOT NULL, updated_at BIGINT NOT NULL)`,
  `CREATE TABLE login_attempt (
    login_hash TEXT NOT NULL PRIMARY KEY, failures INTEGER NOT NULL, first_at BIGINT NOT NULL, locked_until BIGINT)`,
  `CREATE TABLE session (
    id_hash TEXT NOT NULL PRIMARY KEY, person_id TEXT, csrf TEXT NOT NULL, created_at BIGINT NOT NULL,
    seen_at BIGINT NOT NULL, expires_at BIGINT NOT NULL)`,
  `CREATE INDEX session_expiry ON session (expires_at)`,
  `CREATE INDEX session_person ON session (person_id)`,
  `CREATE TABLE machine (
    id TEXT NOT NULL PRIMARY KEY, name TEXT NOT NULL, token_hash TEXT NOT NULL UNIQUE, unit TEXT NOT NULL,
    role TEXT NOT NULL, state TEXT NOT NULL, created_at BIGINT NOT NULL)`,
  `CREATE TABLE definition (
    pack TEXT NOT NULL, kind TEXT NOT NULL, key TEXT NOT NULL, title TEXT NOT NULL, version INTEGER NOT NULL,
    published_at BIGINT NOT NULL, PRIMARY KEY (pack, kind, key))`,
  `CREATE TABLE definition_version (
    pack TEXT NOT NULL, kind TEXT NOT NULL, key TEXT NOT NULL, version INTEGER NOT NULL, hash TEXT NOT NULL,
    content TEXT NOT NULL, published_at BIGINT NOT NULL, published_by TEXT NOT NULL, note TEXT NOT NULL,
    origin TEXT NOT NULL, PRIMARY KEY (pack, kind, key, version),
    FOREIGN KEY (pack, kind, key) REFERENCES definition (pack, kind, key))`,
  `CREATE TABLE differential (
    pack TEXT NOT NULL, version INTEGER NOT NULL, hash TEXT NOT NULL, content TEXT NOT NULL,
    published_at BIGINT NOT NULL, published_by TEXT NOT NULL, note TEXT NOT NULL, origin TEXT NOT NULL,
    PRIMARY KEY (pack, version))`,
  `CREATE TABLE bundle (
    hash TEXT NOT NULL PRIMARY KEY, root TEXT NOT NULL, content TEXT NOT NULL, created_at BIGINT NOT NULL)`,
  `CREATE TABLE bundle_part (
    bundle_hash TEXT NOT NULL REFERENCES bundle (hash), kind TEXT NOT NULL, key TEXT NOT NULL, pack TEXT NOT NULL,
    version INTEGER NOT NULL, content TEXT NOT NULL, PRIMARY KEY (bundle_hash, kind, key))`,
];

const cases = ({ path, clustered }: Words) => [
  `CREATE TABLE case_ (
    street_id TEXT NOT NULL, id TEXT NOT NULL, number TEXT NOT NULL, matter TEXT NOT NULL, process_key TEXT NOT NULL,
    title TEXT NOT NULL, address TEXT NOT NULL, description TEXT NOT NULL, state TEXT NOT NULL, level TEXT NOT NULL,
    severity TEXT NOT NULL, lead TEXT, grid TEXT NOT NULL, unit_path ${path} NOT NULL, reporter TEXT NOT NULL,
    place_code TEXT, position TEXT, report_id TEXT NOT NULL, owner TEXT, opened_at BIGINT NOT NULL, closed_at BIGINT,
    outcome TEXT, due_at BIGINT, warn_at BIGINT, started_at BIGINT, limit_value DOUBLE PRECISION, limit_clock TEXT,
    returns INTEGER NOT NULL, reworks INTEGER NOT NULL, yellow INTEGER NOT NULL, red INTEGER NOT NULL,
    suspended INTEGER NOT NULL, supervised INTEGER NOT NULL,
    PRIMARY KEY (street_id, id), UNIQUE (street_id, number))`,
  `CREATE INDEX case_opened ON case_ (street_id, opened_at)`,
  `CREATE INDEX case_path ON case_ (street_id, unit_path)`,
  `CREATE INDEX case_report ON case_ (street_id, report_id)`,
  // A link names the case alone; its street is looked up here, without a key across streets.
  `CREATE INDEX case_id ON case_ (id)`,
  `CREATE TABLE case_involved (
    street_id TEXT NOT NULL, case_id TEXT NOT NULL, who TEXT NOT NULL, PRIMARY KEY (street_id, case_id, who),
    FOREIGN KEY (street_id, case_id) REFERENCES case_ (street_id, id))${clustered}`,
  `CREATE INDEX case_involved_who ON case_involved (street_id, who)`,
  `CREATE TABLE case_counter (
    street_id TEXT NOT NULL, day TEXT NOT NULL, value INTEGER NOT NULL, PRIMARY KEY (street_id, day))`,
];

const instances = ({ clustered }: Words) => [
  `CREATE TABLE instance (
    street_id TEXT NOT NULL, id TEXT NOT NULL, bundle_hash TEXT NOT NULL, revision INTEGER NOT NULL,
    status TEXT NOT NULL, state TEXT NOT NULL, PRIMARY KEY (street_id, id),
    FOREIGN KEY (street_id, id) REFERENCES case_ (street_id, id))`,
  `CREATE INDEX instance_bundle ON instance (bundle_hash, status)`,
  `CREATE TABLE event (
    street_id TEXT NOT NULL, instance_id TEXT NOT NULL, seq INTEGER NOT NULL, at BIGINT NOT NULL, actor TEXT NOT NULL,
    type TEXT NOT NULL, element_id TEXT, body TEXT NOT NULL, PRIMARY KEY (street_id, instance_id, seq),
    FOREIGN KEY (street_id, instance_id) REFERENCES instance (street_id, id))${clustered}`,
  `CREATE TABLE timer (
    street_id TEXT NOT NULL, instance_id TEXT NOT NULL, timer_id TEXT NOT NULL, element_id TEXT NOT NULL,
    kind TEXT NOT NULL, due_at BIGINT NOT NULL, claimed_until BIGINT NOT NULL,
    PRIMARY KEY (street_id, instance_id, timer_id),
    FOREIGN KEY (street_id, instance_id) REFERENCES instance (street_id, id))${clustered}`,
  `CREATE INDEX timer_due ON timer (due_at)`,
  `CREATE TABLE job (
    street_id TEXT NOT NULL, id TEXT NOT NULL, instance_id TEXT, job_id TEXT, type TEXT NOT NULL,
    payload TEXT NOT NULL, status TEXT NOT NULL, attempts INTEGER NOT NULL, run_at BIGINT NOT NULL,
    created_at BIGINT NOT NULL, last_error TEXT, PRIMARY KEY (street_id, id))`,
  `CREATE INDEX job_due ON job (status, run_at)`,
  `CREATE INDEX job_instance ON job (street_id, instance_id)`,
  `CREATE TABLE subscription (
    street_id TEXT NOT NULL, instance_id TEXT NOT NULL, subscription_id TEXT NOT NULL, message_name TEXT NOT NULL,
    correlation_key TEXT NOT NULL, PRIMARY KEY (street_id, instance_id, subscription_id),
    FOREIGN KEY (street_id, instance_id) REFERENCES instance (street_id, id))`,
  `CREATE INDEX subscription_message ON subscription (street_id, message_name, correlation_key)`,
  `CREATE TABLE message (
    street_id TEXT NOT NULL, id TEXT NOT NULL, name TEXT NOT NULL, correlation_key TEXT NOT NULL,
    variables TEXT NOT NULL, created_at BIGINT NOT NULL, expires_at BIGINT NOT NULL, PRIMARY KEY (street_id, id))`,
  `CREATE INDEX message_name ON message (street_id, name, correlation_key)`,
  `CREATE TABLE incident (
    street_id TEXT NOT NULL, instance_id TEXT NOT NULL, incident_id TEXT NOT NULL, element_id TEXT NOT NULL,
    code TEXT NOT NULL, opened_at BIGINT NOT NULL, PRIMARY KEY (street_id, instance_id, incident_id))`,
];

const work = ({ path, clustered }: Words) => [
  `CREATE TABLE task (
    street_id TEXT NOT NULL, id TEXT NOT NULL, case_id TEXT NOT NULL, element_id TEXT NOT NULL, name TEXT NOT NULL,
    stage TEXT, form_key TEXT, form_version INTEGER, status TEXT NOT NULL, assignee TEXT, created_at BIGINT NOT NULL,
    due_at BIGINT, warn_at BIGINT, limit_value DOUBLE PRECISION, limit_clock TEXT, priority INTEGER NOT NULL,
    closed_at BIGINT, closed_by TEXT, submission_id TEXT, view TEXT NOT NULL, PRIMARY KEY (street_id, id),
    FOREIGN KEY (street_id, case_id) REFERENCES case_ (street_id, id))`,
  `CREATE INDEX task_case ON task (street_id, case_id)`,
  `CREATE INDEX task_assignee ON task (street_id, assignee, status)`,
  `CREATE INDEX task_closed ON task (street_id, closed_by, closed_at)`,
  `CREATE INDEX task_open ON task (street_id, status, due_at)`,
  `CREATE TABLE task_candidate (
    street_id TEXT NOT NULL, task_id TEXT NOT NULL, kind TEXT NOT NULL, candidate TEXT NOT NULL,
    PRIMARY KEY (street_id, task_id, kind, candidate),
    FOREIGN KEY (street_id, task_id) REFERENCES task (street_id, id))${clustered}`,
  `CREATE INDEX task_candidate_who ON task_candidate (street_id, kind, candidate)`,
  `CREATE TABLE submission (
    street_id TEXT NOT NULL, id TEXT NOT NULL, form_key TEXT NOT NULL, form_version INTEGER NOT NULL,
    form_hash TEXT NOT NULL, content_hash TEXT NOT NULL, data TEXT NOT NULL, by_person TEXT NOT NULL, at BIGINT NOT NULL,
    device_at BIGINT, position TEXT, place_code TEXT, unit_path ${path} NOT NULL, case_id TEXT, task_id TEXT,
    PRIMARY KEY (street_id, id))`,
  `CREATE INDEX submission_id ON submission (id)`,
  `CREATE INDEX submission_form ON submission (street_id, form_key, at)`,
  `CREATE INDEX submission_case ON submission (street_id, case_id)`,
  `CREATE INDEX submission_person ON submission (street_id, by_person, at)`,
  `CREATE TABLE attachment (
    street_id TEXT NOT NULL, id TEXT NOT NULL, sha256 TEXT NOT NULL, name TEXT NOT NULL, type TEXT NOT NULL,
    size INTEGER NOT NULL, by_person TEXT NOT NULL, at BIGINT NOT NULL, position TEXT, unit_path ${path} NOT NULL,
    case_id TEXT, submission_id TEXT, item TEXT, state TEXT NOT NULL, PRIMARY KEY (street_id, id))`,
  `CREATE INDEX attachment_id ON attachment (id)`,
  `CREATE INDEX attachment_case ON attachment (street_id, case_id)`,
  `CREATE INDEX attachment_submission ON attachment (street_id, submission_id)`,
  `CREATE TABLE notice (
    street_id TEXT NOT NULL, id TEXT NOT NULL, person_id TEXT NOT NULL, at BIGINT NOT NULL, title TEXT NOT NULL,
    body TEXT NOT NULL, case_id TEXT, read_at BIGINT, PRIMARY KEY (street_id, id))`,
  `CREATE INDEX notice_person ON notice (person_id, read_at)`,
  `CREATE TABLE idempotency (
    street_id TEXT NOT NULL, key TEXT NOT NULL, content_hash TEXT NOT NULL, answer TEXT NOT NULL, at BIGINT NOT NULL,
    PRIMARY KEY (street_id, key))`,
  `CREATE TABLE resident_link (
    street_id TEXT NOT NULL, token_hash TEXT NOT NULL, case_id TEXT NOT NULL, created_at BIGINT NOT NULL,
    expires_at BIGINT NOT NULL, used_at BIGINT, PRIMARY KEY (street_id, token_hash),
    FOREIGN KEY (street_id, case_id) REFERENCES case_ (street_id, id))`,
  `CREATE TABLE place (
    street_id TEXT NOT NULL, code TEXT NOT NULL, kind TEXT NOT NULL, name TEXT NOT NULL, address TEXT NOT NULL,
    lng DOUBLE PRECISION NOT NULL, lat DOUBLE PRECISION NOT NULL, grid TEXT NOT NULL, community TEXT NOT NULL,
    unit_path ${path} NOT NULL, PRIMARY KEY (street_id, code))`,
  `CREATE INDEX place_code ON place (code)`,
  `CREATE INDEX place_grid ON place (street_id, grid)`,
  `CREATE TABLE audit (
    street_id TEXT NOT NULL, id TEXT NOT NULL, at BIGINT NOT NULL, actor TEXT NOT NULL, action TEXT NOT NULL,
    subject TEXT NOT NULL, body TEXT NOT NULL, PRIMARY KEY (street_id, id))`,
];

const wordsOf: Readonly<Record<Dialect, Words>> = {
  sqlite: { path: "TEXT", clustered: " WITHOUT ROWID" },
  postgres: { path: 'TEXT COLLATE "C"', clustered: "" },
};

export const first = {
  name: "2026-11-23-first",
  statements(dialect: Dialect): readonly string[] {
    const words = wordsOf[dialect];
    return [...reference(words), ...cases(words), ...instances(words), ...work(words)];
  },
};
