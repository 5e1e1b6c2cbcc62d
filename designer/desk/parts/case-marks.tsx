/** The short marks of a case: cards, returns, reworks, 督办, 挂起. Each has a word, none is colour alone. */
import { Tag } from "antd";
import { useTranslation } from "react-i18next";
import type { CaseSummary } from "../../../server/contract/types.ts";

interface CaseMarksProps {
  readonly of: CaseSummary;
  /** One or two characters each, the full words on hover and read aloud: for rows of one line. */
  readonly short?: boolean;
}

interface Mark {
  readonly key: "resident" | "reopens" | "supervised" | "red" | "yellow" | "returns" | "reworks" | "suspended";
  readonly count: number;
}

function marksOf(of: CaseSummary): readonly Mark[] {
  const marks: readonly Mark[] = [
    { key: "supervised", count: of.supervised ? 1 : 0 },
    { key: "red", count: of.cards.red },
    { key: "yellow", count: of.cards.yellow },
    { key: "returns", count: of.returns },
    { key: "reworks", count: of.reworks },
    { key: "suspended", count: of.suspended ? 1 : 0 },
    { key: "reopens", count: of.reopens ?? 0 },
    { key: "resident", count: of.channel === "resident" ? 1 : 0 },
  ];
  return marks.filter((mark) => mark.count > 0);
}

export function CaseMarks({ of, short = false }: CaseMarksProps) {
  const { t } = useTranslation("desk");
  const marks = marksOf(of);
  if (marks.length === 0) return null;
  return (
    <span className={short ? "gl-marks gl-marks-short" : "gl-marks"}>
      {marks.map(({ key, count }) => {
        const words = t(`mark.${key}`, { count });
        return (
          <Tag key={key} className={`gl-mark-${key}`} title={words} aria-label={words} role="img">
            {short ? t(`markShort.${key}`, { count }) : words}
          </Tag>
        );
      })}
    </span>
  );
}
