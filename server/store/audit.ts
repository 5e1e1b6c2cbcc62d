/** The record of who did what to whom: codes and ids only, never names, numbers or addresses. */
import type { JsonObject } from "../../engine/model/json.ts";
import type { Tx } from "./transaction.ts";

export interface AuditEntry {
  readonly street: string;
  readonly id: string;
  /** Epoch milliseconds. */
  readonly at: number;
  /** `person:<id>` or `system:<id>`. */
  readonly actor: string;
  readonly action: string;
  /** `person:<id>`, `street:<code>`, … */
  readonly subject: string;
  readonly body: JsonObject;
}

export function addAudit(tx: Tx, { street, body, ...entry }: AuditEntry): void {
  tx.insert("audit", { street_id: street, ...entry, body: JSON.stringify(body) });
}
