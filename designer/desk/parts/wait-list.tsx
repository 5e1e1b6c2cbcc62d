/** What a case waits for, one line each. */
import type { WaitReason } from "../../../server/contract/types.ts";
import { useSayWait } from "./use-say-wait.ts";

export function WaitList({ waits }: { readonly waits: readonly WaitReason[] }) {
  const sayWait = useSayWait();
  return (
    <ul className="gl-waits">
      {waits.map((wait) => (
        <li key={`${wait.elementId}${wait.kind}${wait.since}`}>{sayWait(wait)}</li>
      ))}
    </ul>
  );
}
