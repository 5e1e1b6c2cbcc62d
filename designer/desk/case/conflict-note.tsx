/** Somebody was first: says who and when, keeps what was typed, and offers to read the case again. */
import { ReloadOutlined } from "@ant-design/icons";
import { Alert, Button } from "antd";
import { useTranslation } from "react-i18next";
import { ApiError } from "../../app/api.ts";
import { sayWhen } from "../../app/dates.ts";
import { sayFailure } from "../../app/failures.ts";
import { useNow } from "../../app/now.ts";
import { FailureCode } from "../parts/failure.tsx";

interface ConflictNoteProps {
  readonly error: unknown;
  readonly reload: () => void;
}

function firstOf(error: unknown): { readonly by?: string; readonly at?: string } {
  const details = error instanceof ApiError ? (error.body.details ?? {}) : {};
  const { by, at } = details;
  const name = typeof by === "object" && by !== null && "name" in by ? by.name : by;
  return { ...(typeof name === "string" ? { by: name } : {}), ...(typeof at === "string" ? { at } : {}) };
}

export function ConflictNote({ error, reload }: ConflictNoteProps) {
  const { t } = useTranslation("desk");
  const now = useNow();
  const conflict = error instanceof ApiError && error.status === 409;
  const first = firstOf(error);
  const problems = error instanceof ApiError ? (error.body.problems ?? []) : [];
  return (
    <Alert
      className="gl-conflict"
      type={conflict ? "warning" : "error"}
      showIcon
      title={sayFailure(error).text}
      description={
        <>
          {first.by !== undefined && (
            <p>{t("conflict.first", { name: first.by, when: first.at === undefined ? "" : sayWhen(first.at, now) })}</p>
          )}
          {problems.map((problem) => (
            <p key={`${problem.code}${problem.path ?? ""}`}>
              {sayFailure(new ApiError(422, { ...problem, requestId: "-" })).text}
            </p>
          ))}
          {conflict && <p>{t("conflict.kept")}</p>}
          <FailureCode error={error} />
        </>
      }
      action={
        conflict && (
          <Button size="small" icon={<ReloadOutlined aria-hidden />} onClick={reload}>
            {t("conflict.reload")}
          </Button>
        )
      }
    />
  );
}
