/** Tables shared by all streets; every other table is tenant data and its keys start with `street_id`. */
export const referenceTables: ReadonlySet<string> = new Set([
  "account",
  "bundle",
  "bundle_part",
  "definition",
  "definition_draft",
  "definition_version",
  "differential",
  "grant_",
  "login_attempt",
  "machine",
  "migration",
  "org_unit",
  "person",
  "session",
  "setting",
]);
