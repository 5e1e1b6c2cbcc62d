/** Residents: what a code opens, a report and its receipt, the progress in plain words, the rating, and grid boards. */
import { text, short, id, key, instant, uuid, flag, count, list, ref, anyObject, object } from "../schema-parts.ts";

/** Made by the device: at least 128 bits of chance in base64url or hex. */
const secret = { type: "string", pattern: "^[A-Za-z0-9_-]{22,64}$", maxLength: 64 };

export const residentsSchemas = {
  /** Somebody with a post, as the public may know him. */
  PublicPerson: object({ name: short, phone: short }, ["phone"]),
  ResidentMatter: object({ matter: key, icon: short, title: ref("Title") }),
  RatingChoice: object({ code: key, title: ref("Title"), needsWords: flag }),
  /** What stands behind a scanned code, and the form to report with. */
  ResidentPlace: object(
    {
      code: id,
      kind: { enum: ["grid", "place"] },
      name: ref("Title"),
      address: text,
      grid: key,
      gridTitle: ref("Title"),
      communityTitle: ref("Title"),
      street: key,
      streetTitle: ref("Title"),
      worker: ref("PublicPerson"),
      matters: list(ref("ResidentMatter")),
      urgent: ref("Title"),
      privacy: list(ref("Title")),
      form: ref("Form"),
      now: instant,
    },
    ["worker"],
  ),
  /** `id` is made by the device and is the idempotency key; `sender` names this report's photos, `device` counts. */
  ResidentReport: object(
    {
      id: uuid,
      code: id,
      formVersion: count,
      data: anyObject,
      position: ref("Position"),
      sender: secret,
      device: secret,
    },
    ["position"],
  ),
  /** `token` opens the progress; it is given once and kept nowhere. */
  ResidentReceipt: object({
    id: uuid,
    number: short,
    token: short,
    path: short,
    acceptedAt: instant,
    expiresAt: instant,
    repeated: flag,
  }),
  ResidentPhoto: object({ id: uuid }),
  ResidentStep: object({ at: instant, words: ref("Title") }),
  ResidentRatingGiven: object({ rating: key, title: ref("Title"), remarks: text, at: instant, reopened: flag }, [
    "remarks",
  ]),
  ResidentProgress: object(
    {
      number: short,
      title: ref("Title"),
      address: text,
      streetTitle: ref("Title"),
      gridTitle: ref("Title"),
      reportedAt: instant,
      state: key,
      /** "已派南苑街道城管中队，预计周四 17:30 前办结" */
      words: ref("Title"),
      finished: flag,
      late: flag,
      dueAt: instant,
      steps: list(ref("ResidentStep")),
      /** What was done; of a refused report the reason. */
      result: text,
      /** Photos afterwards, where the street shows them. */
      photos: list(uuid),
      canRate: flag,
      rateUntil: instant,
      ratings: list(ref("RatingChoice")),
      given: list(ref("ResidentRatingGiven")),
      /** What is said to the last rating. */
      thanks: ref("Title"),
      expiresAt: instant,
      now: instant,
    },
    ["dueAt", "result", "rateUntil", "thanks"],
  ),
  ResidentRating: object({ rating: key, remarks: { ...text, maxLength: 500 } }, ["remarks"]),
  /** Of the reporter nothing but what the office needs; the number only masked. */
  ResidentReporter: object({ phone: short, canAsk: flag, ratings: list(ref("ResidentRatingGiven")) }, ["phone"]),
  ContactReason: object({ reason: { ...text, minLength: 2, maxLength: 200 } }),
  ResidentContact: object({ phone: short, deletedAt: instant }),
  GridBoard: object(
    {
      grid: key,
      number: short,
      title: ref("Title"),
      communityTitle: ref("Title"),
      streetTitle: ref("Title"),
      worker: ref("PublicPerson"),
      leader: ref("PublicPerson"),
      duties: list(ref("Title")),
      /** Address that the QR code holds. */
      link: short,
    },
    ["worker", "leader"],
  ),
};
