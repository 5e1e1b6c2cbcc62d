/** When a unit was closed, and posts that begin or end on a day to come. */
export const organisation = {
  name: "2026-11-23-organisation",
  statements: (): readonly string[] => [
    `ALTER TABLE org_unit ADD COLUMN closed_at BIGINT`,
    // The last moment of a post in force that has an end already; `to_at` is written when it has ended.
    `ALTER TABLE post ADD COLUMN until_at BIGINT`,
    `CREATE INDEX post_planned ON post (state, from_at)`,
    `CREATE INDEX post_until ON post (until_at)`,
  ],
};
