/** What is wrong with a field, right below it, in the language of the screen. */
import { CloseCircleFilled } from "@ant-design/icons";
import type { Problem } from "../../server/contract/types.ts";
import { say } from "../app/i18n.ts";

export function FaultList({ id, faults }: { readonly id: string; readonly faults: readonly Problem[] }) {
  return (
    <div id={id} className="gs-faults" aria-live="polite">
      {faults.map((fault) => (
        <p key={`${fault.code}${fault.path ?? ""}`}>
          <CloseCircleFilled aria-hidden /> {say({ "zh-CN": fault.zh, en: fault.en })}
        </p>
      ))}
    </div>
  );
}
