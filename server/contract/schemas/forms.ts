/** Forms, submissions and their files. */
import { short, id, key, instant, uuid, flag, count, list, ref, anyObject, object } from "../schema-parts.ts";

export const formsSchemas = {
  /** `module`: tile of the phone's home page that lists the form. */
  FormSummary: object({ key, version: count, title: ref("Title"), hash: short, module: short }, ["module"]),
  /** A published form as resolved for one street, immutable; `validatorUrl` is an ES module (decided.md 7). */
  Form: object({
    key,
    version: count,
    title: ref("Title"),
    hash: short,
    street: key,
    schema: anyObject,
    uiSchema: anyObject,
    messages: anyObject,
    validatorUrl: short,
  }),
  AttachmentUploaded: object({ id: uuid, sha256: short, name: short, type: short, size: count, street: key }),
  Attachment: object(
    { id: uuid, name: short, type: short, size: count, at: instant, position: ref("Position"), by: short, item: short },
    ["position", "item"],
  ),
  /** `id` is made by the phone (UUIDv7) and is the idempotency key: sent again it gives the same answer. */
  SubmissionRequest: object(
    {
      id: uuid,
      form: key,
      formVersion: count,
      data: anyObject,
      position: ref("Position"),
      placeCode: id,
      deviceTime: instant,
    },
    ["position", "placeCode", "deviceTime"],
  ),
  SubmissionAccepted: object(
    {
      id: uuid,
      form: key,
      formVersion: count,
      acceptedAt: instant,
      case: ref("CaseSummary"),
      /** Cases raised by the problem items of a checklist. */
      raised: list(ref("CaseSummary")),
      /** True when this id had been accepted before. */
      repeated: flag,
    },
    ["case"],
  ),
  Submission: object(
    {
      id: uuid,
      form: key,
      formVersion: count,
      formTitle: ref("Title"),
      data: anyObject,
      by: ref("Person"),
      at: instant,
      taskName: short,
      attachments: list(ref("Attachment")),
    },
    ["taskName"],
  ),
};
