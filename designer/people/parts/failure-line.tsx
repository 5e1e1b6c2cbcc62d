/** A refused command, said where it was sent. */
import { Alert } from "antd";
import { sayFailure } from "../../app/failures.ts";
import { FailureCode } from "../../desk/parts/failure.tsx";

export function FailureLine({ error }: { readonly error: unknown }) {
  if (error === null || error === undefined) return null;
  return (
    <Alert
      type="error"
      showIcon
      role="alert"
      title={sayFailure(error).text}
      description={<FailureCode error={error} />}
    />
  );
}
