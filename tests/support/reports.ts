/** Reports as a grid worker's phone sends them: a place of the own grid, photos first, then the form. */
import assert from "node:assert/strict";
import type { AttachmentUploaded, Place, SubmissionAccepted, SubmissionRequest } from "../../server/contract/types.ts";
import { systemPorts } from "../../server/ports.ts";
import type { EventReport } from "./form-types.ts";
import type { Answer, Client } from "./server.ts";

const { ids } = systemPorts();
export const newId = (): string => ids.uuid();

/** The smallest PNG there is. */
const smallPhoto: Uint8Array = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
  "base64",
);

export async function uploadPhoto(client: Client): Promise<string> {
  const { status, body } = await client.upload<AttachmentUploaded>(`/attachments?id=${newId()}`, smallPhoto);
  assert.equal(status, 201, JSON.stringify(body));
  return body.id;
}

/** A place of the register in the person's own grid. */
export async function placeOf(client: Client): Promise<Place> {
  const { body } = await client.get<readonly Place[]>("/places?limit=200");
  const unit = client.session.grants[0]?.unit;
  const found = body.find((place) => place.grid === unit) ?? body[0];
  assert.ok(found, "the register has a place in the grid");
  return found;
}

export type ReportRequest = Omit<SubmissionRequest, "data"> & { readonly data: EventReport };

export interface Wish {
  readonly matter?: string;
  readonly place?: Place;
  readonly more?: Partial<EventReport>;
}

export async function reportRequest(client: Client, wish: Wish = {}): Promise<ReportRequest> {
  const { code, lng, lat } = wish.place ?? (await placeOf(client));
  const { body: form } = await client.get<{ version: number }>("/forms/eventReport");
  const position = { lng, lat, source: "place" as const };
  const data: EventReport = {
    matter: wish.matter ?? "sewerBlocked",
    place: code,
    position,
    description: "下水道堵塞，污水外溢到路面",
    severity: "major",
    photos: [await uploadPhoto(client)],
    ...wish.more,
  };
  return { id: newId(), form: "eventReport", formVersion: form.version, data, position, placeCode: code };
}

/** Sends a report and gives the whole answer. */
export async function sendReport(client: Client, wish: Wish = {}): Promise<Answer<SubmissionAccepted>> {
  return client.post<SubmissionAccepted>("/submissions", await reportRequest(client, wish));
}
