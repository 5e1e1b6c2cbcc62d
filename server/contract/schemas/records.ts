/** The ledger of a form: columns from its versions, rows from its submissions. */
import { anyObject, count, flag, id, instant, key, list, object, ref, short } from "../schema-parts.ts";

const day = { type: "string", pattern: "^\\d{4}-\\d{2}-\\d{2}$", maxLength: 10 } as const;

export const recordsSchemas = {
  /** `isOld`: the form in force does not ask for it any more. `isHidden`: somebody else's sensitive answers are not told. */
  RecordColumn: object({ key, title: ref("Title"), kind: short, isOld: flag, isHidden: flag }),
  RecordRow: object({
    ...{ id, street: key, at: instant, by: ref("Person"), unit: ref("Title"), formVersion: count },
    /** Words or numbers by column, in the language that was asked for. */
    cells: anyObject,
  }),
  RecordPage: object({ total: count, next: short, columns: list(ref("RecordColumn")), rows: list(ref("RecordRow")) }, [
    "next",
  ]),
  RecordExport: object(
    {
      ...{ street: key, from: day, to: day, grid: short, person: short, q: short, mine: flag },
      /** Columns in the order in which they are wanted. */
      columns: { type: "array", items: key, maxItems: 500 },
      language: { enum: ["zh-CN", "en"] },
    },
    ["street", "from", "to", "grid", "person", "q", "mine"],
  ),
};
