/** Announcements with confirmation, the channels that notices go out by, and the log of what went out. */
import type { Dialect } from "../session.ts";

const people = [
  `ALTER TABLE person ADD COLUMN email TEXT`,
  // For SMS; the number of the post (work_phone) stands on boards, this one nowhere.
  `ALTER TABLE person ADD COLUMN mobile TEXT`,
  `ALTER TABLE person ADD COLUMN wecom_id TEXT`,
  `ALTER TABLE person ADD COLUMN dingtalk_id TEXT`,
  // What the person wants to be told by, as JSON; null for what the content says.
  `ALTER TABLE person ADD COLUMN notice_wishes TEXT`,
];

const notices = [
  `ALTER TABLE notice ADD COLUMN message TEXT NOT NULL DEFAULT ''`,
  `ALTER TABLE notice ADD COLUMN brief TEXT`,
  `ALTER TABLE notice ADD COLUMN urgent INTEGER NOT NULL DEFAULT 0`,
  `ALTER TABLE notice ADD COLUMN announcement_id TEXT`,
  `ALTER TABLE notice ADD COLUMN confirm INTEGER NOT NULL DEFAULT 0`,
  `ALTER TABLE notice ADD COLUMN confirmed_at BIGINT`,
  `CREATE INDEX notice_announcement ON notice (street_id, announcement_id)`,
  `CREATE TABLE announcement (
    street_id TEXT NOT NULL, id TEXT NOT NULL, unit TEXT NOT NULL, by_person TEXT NOT NULL, at BIGINT NOT NULL,
    title TEXT NOT NULL, body TEXT NOT NULL, units TEXT NOT NULL, roles TEXT NOT NULL, confirm INTEGER NOT NULL,
    urgent INTEGER NOT NULL, content_hash TEXT NOT NULL, reminded_at BIGINT, PRIMARY KEY (street_id, id))`,
  `CREATE INDEX announcement_at ON announcement (street_id, at)`,
];

const deliveries = [
  `CREATE TABLE channel (
    street_id TEXT NOT NULL, kind TEXT NOT NULL, is_on INTEGER NOT NULL, open_settings TEXT NOT NULL,
    sealed_settings TEXT NOT NULL, revision INTEGER NOT NULL, changed_at BIGINT NOT NULL, changed_by TEXT NOT NULL,
    PRIMARY KEY (street_id, kind))`,
  `CREATE TABLE delivery (
    street_id TEXT NOT NULL, id TEXT NOT NULL, notice_id TEXT, person_id TEXT NOT NULL, channel TEXT NOT NULL,
    state TEXT NOT NULL, urgent INTEGER NOT NULL, tries INTEGER NOT NULL, run_at BIGINT NOT NULL,
    created_at BIGINT NOT NULL, sent_at BIGINT, letter_id TEXT, address TEXT NOT NULL, or_else TEXT NOT NULL,
    error TEXT, PRIMARY KEY (street_id, id))`,
  `CREATE INDEX delivery_due ON delivery (state, run_at)`,
  `CREATE INDEX delivery_letter ON delivery (street_id, letter_id)`,
  `CREATE INDEX delivery_person ON delivery (street_id, person_id, channel, state)`,
  `CREATE INDEX delivery_created ON delivery (street_id, created_at)`,
];

export const notices20261123 = {
  name: "2026-11-23-notices",
  statements(_dialect: Dialect): readonly string[] {
    return [...people, ...notices, ...deliveries];
  },
};
