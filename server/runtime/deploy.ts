/**
 * An uploaded definition becomes the next version: parsed, resolved for every street, bundled and compiled first;
 * one fault and nothing is stored. Running cases keep the bundle that they started with.
 */
import type { PackDocument } from "../../engine/model/pack.ts";
import type { Principal } from "../access/actor.ts";
import { mayDo } from "../access/may-do.ts";
import type { DeployRequest, DeployResult } from "../contract/types.ts";
import { answer, refuseWith, type Outcome } from "../http/outcome.ts";
import type { StoredCatalogue } from "./catalogue.ts";
import { copies, isFault, problemsOf } from "./check-document.ts";
import type { RuntimeContext } from "./context.ts";
import { publishDocument, readStoredPacks } from "./pack-rows.ts";
import { documentOf } from "./uploaded-document.ts";

type Context = RuntimeContext & { readonly catalogue: StoredCatalogue };

async function publish(context: Context, principal: Principal, request: DeployRequest, document: PackDocument) {
  const version = await context.store.write((tx) =>
    publishDocument(tx, request.pack, document, {
      ...{ by: principal.id, note: request.note ?? "", at: context.ports.clock.now(), origin: "uploaded" },
    }),
  );
  await context.catalogue.refresh();
  return version;
}

/** See `Runtime.deploy`. */
export async function deploy(
  context: Context,
  principal: Principal,
  request: DeployRequest,
): Promise<Outcome<DeployResult>> {
  if (!mayDo(principal, "definition.deploy")) return refuseWith("ACTION_NOT_ALLOWED", { action: "definition.deploy" });
  const { heads } = context.catalogue;
  const head = heads.find((each) => each.key === request.pack);
  if (head === undefined) return refuseWith("PACK_UNKNOWN", { pack: request.pack });
  if (!mayDo(principal, "definition.deploy", { path: context.catalogue.tree.path(head.level) }))
    return refuseWith("ACTION_NOT_ALLOWED", { action: "definition.deploy" });
  const document = await documentOf(request);
  if (!document.ok) return answer({ deployed: false, problems: copies(document.problems) });
  const stored = await readStoredPacks(context.store.read, heads);
  const problems = await problemsOf(context, stored, request.pack, document.value);
  const { key } = document.value;
  if (problems.some(isFault) || request.checkOnly === true)
    return answer({ deployed: false, key, problems: copies(problems) });
  const version = await publish(context, principal, request, document.value);
  return answer({ deployed: true, key, version, problems: copies(problems) });
}
