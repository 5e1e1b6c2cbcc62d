/** A resident's report: through the same door as everybody's, with its number sealed, its link made and its floods held. */
import { createHash } from "node:crypto";
import type { JsonObject } from "../../engine/model/json.ts";
import type { Problem } from "../../engine/model/problem.ts";
import type { Resident } from "../access/actor.ts";
import type { ResidentReceipt, ResidentReport, SubmissionAccepted } from "../contract/types.ts";
import { answer, refuse, refuseWith, type Outcome } from "../http/outcome.ts";
import { problem } from "../http/problems.ts";
import type { CaseRow } from "../store/cases.ts";
import type { Tx } from "../store/index.ts";
import { dropExpired } from "../store/residents.ts";
import { submissionById } from "../store/submissions.ts";
import { residentPrefix } from "../views/task-summary.ts";
import { acceptSubmission, type Alongside } from "./accept-submission.ts";
import type { PublishedForm, ResidentContent } from "./catalogue-type.ts";
import { checkedData } from "./check-data.ts";
import type { RuntimeContext } from "./context.ts";
import { floodGate, type FloodGate } from "./flood-limits.ts";
import { channelOf, findCode, type ScannedCode } from "./resident-place.ts";

const DAY = 86_400_000;

/** What the door knows of the caller besides his words. */
export interface Caller {
  /** Network address; kept nowhere, only counted by its digest. */
  readonly address: string;
  /** The machine's own clock. */
  readonly wall: number;
}

/** The hash under which a token is kept. */
export const tokenHash = (token: string): string => createHash("sha256").update(token).digest("hex");

/** Whoever knows a sender may use its photos; its hash names the report's photos and reporter, and gives nothing away. */
export const residentId = (sender: string): string =>
  residentPrefix + createHash("sha256").update(sender).digest("hex").slice(0, 32);

const residentOf = (sender: string, { street, grid }: ScannedCode): Resident => ({
  ...{ kind: "resident", id: residentId(sender), name: "居民", street, unit: grid, caseId: "", grants: [] },
});

const isObject = (value: unknown): value is JsonObject =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** Items of the form that say they are sensitive: they never stand in the submission. */
function sensitiveItems(form: PublishedForm): readonly string[] {
  const { properties } = form.schema;
  return Object.entries(isObject(properties) ? properties : {}).flatMap(([item, schema]) =>
    isObject(schema) && schema["x-sensitivity"] === "sensitive" ? [item] : [],
  );
}

/** `138****5678` */
const masked = (phone: string): string => `${phone.slice(0, 3)}****${phone.slice(-4)}`;

const textOf = (value: unknown): string => (typeof value === "string" ? value : "");

interface Contact {
  readonly phone: string;
}

interface Split {
  readonly data: JsonObject;
  readonly contact: Contact | undefined;
}

function split(form: PublishedForm, data: JsonObject): Split {
  const apart = new Set(sensitiveItems(form));
  const kept = Object.fromEntries(Object.entries(data).filter(([item]) => !apart.has(item)));
  const [phone] = [...apart].map((item) => data[item]).filter((value) => typeof value === "string" && value !== "");
  return { data: kept, contact: typeof phone === "string" ? { phone } : undefined };
}

interface Making {
  readonly context: RuntimeContext;
  readonly gate: FloodGate;
  readonly content: ResidentContent;
  readonly contact: Contact | undefined;
  readonly token: string;
  readonly wall: number;
}

const linkRow = ({ context, content, token }: Making, street: string, caseId: string) => {
  const now = context.ports.clock.now();
  return {
    ...{ street_id: street, token_hash: tokenHash(token), case_id: caseId, created_at: now },
    ...{ expires_at: now + content.linkDays * DAY, used_at: null },
  };
};

function enter(making: Making, tx: Tx, row: CaseRow): void {
  const { context, content, contact } = making;
  const now = context.ports.clock.now();
  tx.insert("resident_link", linkRow(making, row.street_id, row.id));
  if (contact === undefined) return;
  tx.insert("resident_contact", {
    ...{ street_id: row.street_id, case_id: row.id, masked: masked(contact.phone), created_at: now },
    phone: context.seal.close(contact.phone, context.ports.random.bytes(12)),
    expires_at: now + content.contactDays * DAY,
  });
}

const alongside = (making: Making): Alongside => ({
  async begin(tx) {
    await making.gate.count(tx);
    await dropExpired(tx, making.context.ports.clock.now(), making.wall);
  },
  end(tx, cases) {
    for (const row of cases) enter(making, tx, row);
  },
});

/** A report that arrives again gets a link of its own: the first one is kept nowhere and cannot be given again. */
async function linkAgain(making: Making, street: string, caseId: string): Promise<void> {
  await making.context.store.write((tx) => {
    tx.insert("resident_link", linkRow(making, street, caseId));
    return Promise.resolve();
  });
}

function receipt(making: Making, accepted: SubmissionAccepted, caseNumber: string): ResidentReceipt {
  const { context, content, token } = making;
  return {
    ...{ id: accepted.id, number: caseNumber, token, path: `/r/progress/${token}`, acceptedAt: accepted.acceptedAt },
    expiresAt: new Date(context.ports.clock.now() + content.linkDays * DAY).toISOString(),
    repeated: accepted.repeated,
  };
}

/** In the resident's words: he has no units that a place could lie outside of. */
function reworded(problems: readonly Problem[], street: string): readonly Problem[] {
  return problems.map((each) =>
    each.code === "PLACE_OUTSIDE_UNITS" || each.code === "PLACE_NOT_FOUND"
      ? problem("RESIDENT_PLACE_OUTSIDE", { street }, { path: "/position" })
      : each,
  );
}

/** The same words about the same thing at the same code are one report, however they are spaced. */
const contentOf = (report: ResidentReport): string => {
  const { matter, description } = report.data as Record<string, unknown>;
  const said = textOf(description)
    .normalize("NFKC")
    .replaceAll(/[\s\p{P}]/gu, "");
  return [report.code, textOf(matter), said.toLowerCase()].join("\n");
};

/** Before anything is written; a report that is there already is not counted again. */
async function admit(context: RuntimeContext, report: ResidentReport, gate: FloodGate): Promise<Outcome<undefined>> {
  const before = await submissionById(context.store.read, report.id);
  return before === undefined ? gate.look() : answer(undefined);
}

function gateOf(context: RuntimeContext, report: ResidentReport, found: ScannedCode, caller: Caller): FloodGate {
  const by = { address: caller.address, code: found.grid, device: report.device, content: contentOf(report) };
  return floodGate(context, found.street, "report", by, caller.wall);
}

async function send(
  making: Making,
  report: ResidentReport,
  found: ScannedCode,
  data: JsonObject,
  form: PublishedForm,
): Promise<Outcome<ResidentReceipt>> {
  const { context } = making;
  const request = {
    ...{ id: report.id, form: form.key, formVersion: form.version, data: { ...data } },
    ...(report.position === undefined ? {} : { position: report.position }),
    ...(found.kind === "place" ? { placeCode: found.code } : {}),
  };
  const accepted = await acceptSubmission(context, residentOf(report.sender, found), request, alongside(making));
  if (!accepted.ok)
    return { ...accepted, problems: reworded(accepted.problems, context.catalogue.unitTitle(found.street)["zh-CN"]) };
  const { case: opened, repeated } = accepted.value;
  if (opened === undefined) throw new Error(`Expected the report ${report.id} to open a case.`);
  if (repeated) await linkAgain(making, opened.street, opened.id);
  return answer(receipt(making, accepted.value, opened.number));
}

/** See `Runtime.acceptResidentReport`. */
export async function acceptResidentReport(
  context: RuntimeContext,
  report: ResidentReport,
  caller: Caller,
): Promise<Outcome<ResidentReceipt>> {
  const found = await findCode(context, report.code);
  const channel = found === undefined ? undefined : await channelOf(context, found.street);
  if (found === undefined || channel === undefined) return refuseWith("RESIDENT_CODE_UNKNOWN");
  const { content, form: current } = channel;
  const gate = gateOf(context, report, found, caller);
  const admitted = await admit(context, report, gate);
  if (!admitted.ok) return admitted;
  const form = await context.catalogue.form(found.street, current.key, report.formVersion);
  if (form === undefined) return refuseWith("FORM_UNKNOWN", { form: current.key, version: report.formVersion });
  const checked = await checkedData(context, form, report.data as JsonObject);
  if (!checked.ok) return refuse(...checked.problems);
  const { matter } = checked.value;
  if (!content.matters.some((each) => each.matter === matter))
    return refuseWith("MATTER_UNKNOWN", { matter: textOf(matter) }, { path: "/data/matter" });
  const { data, contact } = split(form, checked.value);
  const token = Buffer.from(context.ports.random.bytes(32)).toString("base64url");
  return send({ context, gate, content, contact, token, wall: caller.wall }, report, found, data, form);
}
