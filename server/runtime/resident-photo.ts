/** Photos of residents wait under their report's sender, counted so that nobody fills the disk. */
import { answer, refuseWith, type Outcome } from "../http/outcome.ts";
import type { Tx } from "../store/index.ts";
import type { RuntimeContext } from "./context.ts";
import { floodGate } from "./flood-limits.ts";
import { orRefused } from "./refusal.ts";
import { channelOf, findCode } from "./resident-place.ts";
import type { Caller } from "./resident-report.ts";

/** See `Runtime.admitResidentPhoto`. */
export async function admitResidentPhoto(
  context: RuntimeContext,
  { code, device }: { readonly code: string; readonly device: string },
  caller: Caller,
  keep: (tx: Tx, where: { readonly street: string; readonly unitPath: string }) => Promise<void>,
): Promise<Outcome<undefined>> {
  const found = await findCode(context, code);
  if (found === undefined || (await channelOf(context, found.street)) === undefined)
    return refuseWith("RESIDENT_CODE_UNKNOWN");
  const { street, grid } = found;
  const gate = floodGate(context, street, "photo", { address: caller.address, code: grid, device }, caller.wall);
  const looked = await gate.look();
  if (!looked.ok) return looked;
  const unitPath = context.catalogue.tree.path(grid);
  return orRefused(
    context.store.write(async (tx) => {
      await gate.count(tx);
      await keep(tx, { street, unitPath });
      return answer(undefined);
    }),
  );
}
