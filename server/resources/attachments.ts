/** Uploaded files: kept by hash, shown to those who see the case or the submission that holds them. */
import { isWithin } from "../access/unit-tree.ts";
import type { Person } from "../access/actor.ts";
import { scopeOf } from "../access/may-do.ts";
import type { Container } from "../container.ts";
import type { AttachmentUploaded } from "../contract/types.ts";
import type { Handlers } from "../http/call.ts";
import { answer, Content, notFound, refuseWith } from "../http/outcome.ts";
import { addAttachment, fileAnnouncedTo, findAttachment, type StoredAttachment } from "../store/attachments.ts";
import { findCase } from "../store/cases.ts";
import { UniqueViolation } from "../store/index.ts";

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

const shown = ({ id, sha256, name, type, size, street }: StoredAttachment): AttachmentUploaded => ({
  id,
  sha256,
  name,
  type,
  size,
  street,
});

/** Bytes from strangers are never run: no sniffing, no scripts, shown in a sandbox or saved (S9). */
const headersOf = ({ name, type, sha256 }: StoredAttachment) => ({
  "Content-Disposition": `${type.startsWith("image/") ? "inline" : "attachment"}; filename*=UTF-8''${encodeURIComponent(name)}`,
  "Content-Security-Policy": "sandbox; default-src 'none'",
  "X-Content-Type-Options": "nosniff",
  "Cache-Control": "private, max-age=86400, immutable",
  ETag: `"${sha256}"`,
});

async function isVisible({ store, catalogue }: Container, person: Person, row: StoredAttachment): Promise<boolean> {
  if (row.byPerson === person.id) return true;
  const scope = scopeOf(person, catalogue.tree);
  if (row.caseId !== null) return (await findCase(store.read, scope, row.caseId)) !== undefined;
  return row.state === "linked" && scope.paths.some((path) => isWithin(row.unitPath, path));
}

/** Keeps the row, or gives the one that the same sender made before with the same bytes. */
async function keep({ store }: Container, row: StoredAttachment): Promise<StoredAttachment | undefined> {
  try {
    await store.write((tx) => addAttachment(tx, row));
    return row;
  } catch (error) {
    if (!(error instanceof UniqueViolation)) throw error;
    return undefined;
  }
}

type Mine = Pick<Handlers, "attachment.create" | "attachment">;

export function attachments(container: Container): Mine {
  const { store, files, ports, catalogue } = container;
  return {
    "attachment.create": async ({ principal, query, body }) => {
      const [grant] = principal.grants;
      if (grant === undefined) return refuseWith("ACTION_NOT_ALLOWED");
      if (!uuid.test(query.id)) return refuseWith("QUERY_INVALID", { name: "id" }, { path: "/id" });
      const id = query.id.toLowerCase();
      const before = await findAttachment(store.read, scopeOf(principal, catalogue.tree).streets, id);
      const sha256 = await files.put(body.bytes);
      if (before !== undefined)
        return before.sha256 === sha256 && before.byPerson === principal.id
          ? answer(shown(before))
          : refuseWith("ATTACHMENT_ID_TAKEN");
      const kept = await keep(container, {
        street: grant.street,
        id,
        sha256,
        name: body.name,
        type: body.type,
        size: body.bytes.length,
        byPerson: principal.id,
        at: ports.clock.now(),
        position: null,
        unitPath: grant.path,
        caseId: null,
        submissionId: null,
        item: null,
        state: "waiting",
      });
      return kept === undefined ? refuseWith("ATTACHMENT_ID_TAKEN") : answer(shown(kept));
    },

    attachment: async ({ principal, params }) => {
      const id = params.id.toLowerCase();
      const found = await findAttachment(store.read, scopeOf(principal, catalogue.tree).reach, id);
      const isTheirs = found !== undefined && (await isVisible(container, principal, found));
      // Whoever got an announcement got its files, also from an office that is not among his own.
      const row = isTheirs ? found : await fileAnnouncedTo(store.read, principal.id, id);
      if (row === undefined) return notFound();
      const bytes = await files.get(row.sha256);
      return bytes === undefined ? notFound() : answer(new Content(row.type, bytes, headersOf(row)));
    },
  };
}
