/** The table of jobs: what a job type does. Each works inside the transaction that also removes the job. */
import type { Json } from "../../engine/model/json.ts";
import type { JobOrder, NoticeOrder } from "../effects/index.ts";
import type { RuntimeContext } from "../runtime/context.ts";
import type { CaseRow } from "../store/cases.ts";
import type { Tx } from "../store/index.ts";
import { writeNotices } from "./write-notices.ts";

export interface JobCall<Order> {
  readonly context: RuntimeContext;
  readonly tx: Tx;
  readonly case: CaseRow;
  readonly order: Order;
}

const texts = (value: Json | undefined): readonly string[] =>
  typeof value === "string" ? [value] : Array.isArray(value) ? value.filter((each) => typeof each === "string") : [];

/** Told by the server itself: rungs, supervisions, tasks given to a person. */
const notice = ({ context, tx, case: row, order }: JobCall<NoticeOrder>): Promise<void> =>
  writeNotices(context, tx, row, order);

/** Service task `notify`: header `message`; variables `to` (a person or several), `toGroups`. */
function notify({ context, tx, case: row, order }: JobCall<JobOrder>): Promise<void> {
  const { headers, variables } = order;
  const { to, toGroups, ...facts } = variables;
  const wish = {
    message: headers["message"] ?? "",
    people: texts(to),
    groups: texts(toGroups),
    facts,
  };
  return writeNotices(context, tx, row, wish);
}

/** Work of a token: when it is done the token goes on. */
const serviceJobs: Readonly<Record<string, (call: JobCall<JobOrder>) => Promise<void>>> = { notify };

/** Work that no token waits for. */
const ownJobs: Readonly<Record<string, (call: JobCall<NoticeOrder>) => Promise<void>>> = { notice };

export const serviceJob = (type: string) => (Object.hasOwn(serviceJobs, type) ? serviceJobs[type] : undefined);
export const ownJob = (type: string) => (Object.hasOwn(ownJobs, type) ? ownJobs[type] : undefined);
