/** What changes, in words: title, before, after. */
import { ArrowRightOutlined } from "@ant-design/icons";
import type { SettingDifference } from "../../server/contract/types.ts";
import { say } from "../app/i18n.ts";

export function Differences({ differences }: { readonly differences: readonly SettingDifference[] }) {
  return (
    <ul className="gs-differences">
      {differences.map((each) => (
        <li key={`${say(each.title)} ${say(each.after)}`}>
          <strong>{say(each.title)}</strong>
          <span>
            <del>{say(each.before)}</del> <ArrowRightOutlined aria-hidden /> <ins>{say(each.after)}</ins>
          </span>
        </li>
      ))}
    </ul>
  );
}
