/** The ledger of a form (台账): its submissions as a table, and as a file. */
import { page, text, type Route } from "../route.ts";

export const recordsRoutes = [
  {
    id: "records",
    method: "get",
    path: "/records/:form",
    summary: "Submissions of a form as a table in words",
    access: "submission.read",
    scope: "street",
    query: {
      street: text,
      from: text,
      to: text,
      grid: text,
      person: text,
      q: text,
      mine: { type: "boolean" },
      language: { type: "string", enum: ["zh-CN", "en"] },
      ...page,
    },
    response: "RecordPage",
  },
  {
    id: "records.export",
    method: "post",
    path: "/records/:form/export",
    summary: "The same as an Excel file; written into the audit record",
    access: "record.export",
    scope: "none",
    body: "RecordExport",
    response: "bytes",
  },
] as const satisfies readonly Route[];
