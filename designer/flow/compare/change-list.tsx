/** The differences of two versions in words; choosing one points at the element in both drawings. */
import { DragOutlined, EditOutlined, MinusCircleOutlined, PlusCircleOutlined } from "@ant-design/icons";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { typeName } from "../../../engine/parse/type-names.ts";
import { currentLanguage } from "../../app/i18n.ts";
import { Nothing } from "../../desk/parts/nothing.tsx";
import type { FlowContent } from "../edit/flow-content.ts";
import { sayFact, sayValue } from "./fact-words.ts";
import type { FlowChange, FlowComparison } from "./flow-changes.ts";

const icons: Readonly<Record<FlowChange["kind"], ReactNode>> = {
  added: <PlusCircleOutlined aria-hidden />,
  removed: <MinusCircleOutlined aria-hidden />,
  changed: <EditOutlined aria-hidden />,
  moved: <DragOutlined aria-hidden />,
};

const kinds = ["added", "removed", "changed", "moved"] as const;

interface ChangeListProps {
  readonly comparison: FlowComparison;
  readonly content: FlowContent;
  readonly focus: string | undefined;
  readonly point: (elementId: string) => void;
}

export function ChangeList({ comparison, content, focus, point }: ChangeListProps) {
  const { t } = useTranslation("flowEdit");
  const { changes } = comparison;
  if (changes.length === 0) return <Nothing words={t("change.none")} />;
  return (
    <div className="gl-changes">
      {kinds.map((kind) => {
        const some = changes.filter((change) => change.kind === kind);
        if (some.length === 0) return null;
        return (
          <section key={kind}>
            <h3 className={`gl-change gl-change-${kind}`}>
              {icons[kind]} {t(`change.${kind}`)} <small>{some.length}</small>
            </h3>
            <ul>
              {some.map((change) => (
                <li key={change.elementId} aria-current={change.elementId === focus ? "true" : undefined}>
                  <button type="button" className="gl-as-link" onClick={() => point(change.elementId)}>
                    {sayElement(change)}
                  </button>
                  <Differences change={change} comparison={comparison} content={content} />
                </li>
              ))}
            </ul>
          </section>
        );
      })}
    </div>
  );
}

/** 用户任务“核查”; without a name by the step before it, and only then by the id. */
function sayElement({ type, name, after, elementId }: FlowChange): string {
  const kind = typeName({ $type: type });
  const isEnglish = currentLanguage() === "en";
  if (name === "" && after.length > 0)
    return isEnglish ? `${kind.en} after “${after.join("”, “")}”` : `“${after.join("”“")}”之后的${kind.zh}`;
  const title = name === "" ? elementId : name;
  return isEnglish ? `${kind.en} “${title}”` : `${kind.zh}“${title}”`;
}

type DifferencesProps = Pick<ChangeListProps, "comparison" | "content"> & { readonly change: FlowChange };

function Differences({ change, comparison, content }: DifferencesProps) {
  const { t } = useTranslation("flowEdit");
  if (change.differences.length === 0) return null;
  return (
    <dl>
      {change.differences.map((each) => {
        const say = (value: string | undefined) => sayValue(content, comparison.names, each.key, value);
        return (
          <div key={`${each.key} ${each.detail ?? ""}`}>
            <dt>{sayFact(each)}</dt>
            <dd>
              <del>
                <span className="only-read-aloud">{t("change.before")}</span>
                {say(each.before)}
              </del>
              <span aria-hidden> → </span>
              <ins>
                <span className="only-read-aloud">{t("change.after")}</span>
                {say(each.after)}
              </ins>
            </dd>
          </div>
        );
      })}
    </dl>
  );
}
