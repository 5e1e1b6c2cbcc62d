/** What went wrong with one act, beside it: sentence and code. */
import { Alert } from "antd";
import { sayFailure } from "../app/failures.ts";
import { FailureCode } from "../desk/parts/failure.tsx";

export function SmallFailure({ error }: { readonly error: unknown }) {
  return <Alert type="error" showIcon title={sayFailure(error).text} description={<FailureCode error={error} />} />;
}
