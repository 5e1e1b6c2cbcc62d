/** The door of the store. Queries are one file a noun beside this one; only this room knows SQL. */
export { Conflict, UniqueViolation } from "./session.ts";
export type { Dialect, Reader, Row, Value } from "./session.ts";
export { StoreRefused } from "./store-refused.ts";
export { openStore } from "./store.ts";
export type { Store } from "./store.ts";
export type { StoreSettings } from "./database.ts";
export type { Tx } from "./transaction.ts";
