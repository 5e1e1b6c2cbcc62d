/** What the rules say about the flow as it stands; folded away when all is well. */
import { CheckCircleFilled, DownOutlined, UpOutlined } from "@ant-design/icons";
import { Button } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Problem } from "../../../server/contract/types.ts";
import { isError, ProblemList } from "../../admin/problem-list.tsx";

interface FoundProblemsProps {
  readonly problems: readonly Problem[];
  readonly focus: string | undefined;
  readonly point: (elementId: string) => void;
}

export function FoundProblems({ problems, focus, point }: FoundProblemsProps) {
  const { t } = useTranslation("flowEdit");
  const [isOpen, setIsOpen] = useState(true);
  const errors = problems.filter(isError).length;
  const warnings = problems.length - errors;
  return (
    <section className="gl-flow-found" aria-label={t("found.title")}>
      <p className="gl-flow-found-line">
        {problems.length === 0 ? (
          <span className="gl-flow-fine" role="status">
            <CheckCircleFilled aria-hidden /> {t("found.none")}
          </span>
        ) : (
          <>
            <span role="status">{t("found.count", { errors, warnings })}</span>
            <Button
              size="small"
              type="text"
              aria-expanded={isOpen}
              icon={isOpen ? <DownOutlined aria-hidden /> : <UpOutlined aria-hidden />}
              onClick={() => setIsOpen(!isOpen)}
            >
              {t(isOpen ? "found.fold" : "found.unfold")}
            </Button>
          </>
        )}
      </p>
      {isOpen && problems.length > 0 && <ProblemList problems={problems} focus={focus} point={point} />}
    </section>
  );
}
