/** Two versions of a flow side by side, moving together, with what differs coloured and listed in words. */
import { Alert, Skeleton } from "antd";
import { useEffect, useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { DiagramView } from "../diagram-view.tsx";
import type { DiagramMarks } from "../diagram-marks.ts";
import type { FlowContent } from "../edit/flow-content.ts";
import { viewLink } from "../view-link.ts";
import { ChangeList } from "./change-list.tsx";
import { type FlowChange, flowChanges, type FlowComparison } from "./flow-changes.ts";

export interface Side {
  readonly xml: string;
  readonly title: string;
}

interface CompareViewProps {
  readonly before: Side;
  readonly after: Side;
  readonly content: FlowContent;
  /** Of each drawing, in CSS pixels. */
  readonly height?: number;
  /** Where there is little room the words stand above the drawings. */
  readonly wordsFirst?: boolean;
}

/** Removed things stand only in the old drawing, added ones only in the new one; the rest in both. */
function marksOf(changes: readonly FlowChange[], without: FlowChange["kind"], focus: string | undefined): DiagramMarks {
  const shown = changes.filter((change) => change.kind !== without);
  return { changes: shown, ...(focus === undefined ? {} : { focus }) };
}

const nothing: readonly FlowChange[] = [];

export function CompareView({ before, after, content, height = 420, wordsFirst = false }: CompareViewProps) {
  const { t } = useTranslation("flowEdit");
  const [comparison, setComparison] = useState<FlowComparison | "unreadable">();
  const [focus, setFocus] = useState<string>();
  const link = useMemo(() => viewLink(), []);
  useEffect(() => {
    let isCurrent = true;
    flowChanges(before.xml, after.xml).then(
      (found) => isCurrent && setComparison(found),
      () => isCurrent && setComparison("unreadable"),
    );
    return () => {
      isCurrent = false;
    };
  }, [before.xml, after.xml]);
  const changes = comparison === undefined || comparison === "unreadable" ? nothing : comparison.changes;
  const left = useMemo(() => marksOf(changes, "added", focus), [changes, focus]);
  const right = useMemo(() => marksOf(changes, "removed", focus), [changes, focus]);
  const choose = (elementId: string | undefined) => setFocus(elementId);
  return (
    <div className={wordsFirst ? "gl-compare gl-compare-words-first" : "gl-compare"}>
      <div className="gl-compare-sides">
        <figure>
          <figcaption>{before.title}</figcaption>
          <DiagramView
            xml={before.xml}
            label={before.title}
            marks={left}
            height={height}
            link={link}
            onSelect={choose}
          />
        </figure>
        <figure>
          <figcaption>{after.title}</figcaption>
          <DiagramView
            xml={after.xml}
            label={after.title}
            marks={right}
            height={height}
            link={link}
            onSelect={choose}
          />
        </figure>
      </div>
      <section aria-label={t("change.title")}>
        {comparison === undefined && <Skeleton active />}
        {comparison === "unreadable" && <Alert type="warning" showIcon title={t("change.unreadable")} />}
        {comparison !== undefined && comparison !== "unreadable" && (
          <ChangeList comparison={comparison} content={content} focus={focus} point={setFocus} />
        )}
      </section>
    </div>
  );
}
