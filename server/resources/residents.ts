/** Residents: what a code opens, reports and photos without an account, progress and rating by link, boards to print. */
import { toString as toQr } from "qrcode";
import { scopeOf } from "../access/may-do.ts";
import type { Container } from "../container.ts";
import type { Handlers } from "../http/call.ts";
import { answer, Content, notFound, refuseWith, type Outcome } from "../http/outcome.ts";
import { reportPath } from "../runtime/grid-boards.ts";
import { residentId } from "../runtime/resident-report.ts";
import { addAttachment, findAttachment } from "../store/attachments.ts";
import { UniqueViolation } from "../store/index.ts";
import { streetFor } from "./street.ts";

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
const secret = /^[A-Za-z0-9_-]{22,64}$/;

interface SentPhoto {
  readonly code: string;
  readonly id: string;
  readonly sender: string;
  readonly device: string;
  readonly file: { readonly type: string; readonly bytes: Uint8Array };
}

/** Keeps a photo under its sender; sent again it is there already. What its maker called it is nobody's business. */
async function keepPhoto(
  container: Container,
  photo: SentPhoto,
  address: string,
): Promise<Outcome<{ readonly id: string }>> {
  const { files, runtime, ports, wall } = container;
  const { code, device, file } = photo;
  const [id, by] = [photo.id.toLowerCase(), residentId(photo.sender)];
  const caller = { address, wall: wall.now() };
  try {
    const kept = await runtime.admitResidentPhoto({ code, device }, caller, async (tx, where) => {
      const sha256 = await files.put(file.bytes);
      await addAttachment(tx, {
        ...{ ...where, id, sha256, name: "居民照片", type: file.type, size: file.bytes.length, byPerson: by },
        ...{ at: ports.clock.now(), position: null, caseId: null, submissionId: null, item: null, state: "waiting" },
      });
    });
    return kept.ok ? answer({ id }) : kept;
  } catch (error) {
    if (!(error instanceof UniqueViolation)) throw error;
    return sameAgain(container, photo, id, by);
  }
}

async function sameAgain(container: Container, photo: SentPhoto, id: string, by: string) {
  const { files, store, catalogue } = container;
  const before = await findAttachment(store.read, catalogue.streets(), id);
  const sha256 = await files.put(photo.file.bytes);
  return before?.byPerson === by && before.sha256 === sha256 ? answer({ id }) : refuseWith("ATTACHMENT_ID_TAKEN");
}

/** Links are private: no proxy and no history of a shared device may keep what they show. */
const privately = { "Cache-Control": "no-store", "Content-Security-Policy": "sandbox; default-src 'none'" };

async function qr(address: string): Promise<Content> {
  const svg = await toQr(address, { type: "svg", errorCorrectionLevel: "M", margin: 2 });
  return new Content("image/svg+xml", svg, { "Cache-Control": "private, max-age=86400" });
}

type Mine = Pick<
  Handlers,
  | "resident.place"
  | "resident.map"
  | "resident.photo"
  | "resident.report"
  | "resident.progress"
  | "resident.resultPhoto"
  | "resident.rate"
  | "case.contact"
  | "grid.boards"
  | "grid.qr"
>;

export function residents(container: Container): Mine {
  return { ...atCode(container), ...byLink(container), ...forStaff(container) };
}

function atCode(
  container: Container,
): Pick<Mine, "resident.place" | "resident.map" | "resident.photo" | "resident.report"> {
  const { runtime, wall } = container;
  return {
    "resident.place": async ({ params }) => {
      const found = await runtime.residentPlace(params.code);
      return found === undefined ? refuseWith("RESIDENT_CODE_UNKNOWN") : answer(found);
    },

    "resident.map": async ({ params }) => {
      const found = await runtime.residentMap(params.code);
      return found === undefined ? refuseWith("RESIDENT_CODE_UNKNOWN") : answer(found);
    },

    "resident.photo": async ({ params, query, body, address }) => {
      if (!uuid.test(query.id)) return refuseWith("QUERY_INVALID", { name: "id" }, { path: "/id" });
      if (!secret.test(query.sender)) return refuseWith("QUERY_INVALID", { name: "sender" }, { path: "/sender" });
      if (!secret.test(query.device)) return refuseWith("QUERY_INVALID", { name: "device" }, { path: "/device" });
      if (!body.type.startsWith("image/")) return refuseWith("PHOTO_TYPE_REFUSED");
      return keepPhoto(container, { code: params.code, ...query, file: body }, address);
    },

    "resident.report": async ({ body, address }) => runtime.acceptResidentReport(body, { address, wall: wall.now() }),
  };
}

function byLink({
  runtime,
  store,
  files,
}: Container): Pick<Mine, "resident.progress" | "resident.resultPhoto" | "resident.rate"> {
  return {
    "resident.progress": async ({ params }) => {
      const found = await runtime.residentProgress(params.token);
      return found === undefined ? refuseWith("RESIDENT_LINK_UNKNOWN") : answer(found);
    },

    "resident.resultPhoto": async ({ params }) => {
      const id = params.id.toLowerCase();
      const street = await runtime.residentResultPhoto(params.token, id);
      const row = street === undefined ? undefined : await findAttachment(store.read, [street], id);
      const bytes = row === undefined ? undefined : await files.get(row.sha256);
      if (row === undefined || bytes === undefined) return refuseWith("RESIDENT_LINK_UNKNOWN");
      return answer(new Content(row.type, bytes, privately));
    },

    "resident.rate": async ({ params, body }) => runtime.rateResult(params.token, body),
  };
}

function forStaff(container: Container): Pick<Mine, "case.contact" | "grid.boards" | "grid.qr"> {
  const { runtime, catalogue, settings } = container;
  return {
    "case.contact": async ({ principal, params, body }) =>
      runtime.showContact(principal, scopeOf(principal, catalogue.tree), params.id, body),

    "grid.boards": async ({ principal, query }) => {
      const street = streetFor(container, principal, query.street);
      if (street === undefined) return notFound();
      return answer(await runtime.gridBoards([street], settings.publicUrl));
    },

    "grid.qr": async ({ principal, params }) => {
      const unit = catalogue.tree.get(params.grid);
      const isTheirs =
        unit?.kind === "grid" &&
        scopeOf(principal, catalogue.tree).streets.includes(catalogue.tree.tenant(params.grid));
      return isTheirs ? answer(await qr(`${settings.publicUrl}${reportPath(params.grid)}`)) : notFound();
    },
  };
}
