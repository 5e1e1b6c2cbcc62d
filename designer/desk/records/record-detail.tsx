/** The whole of one record, in the form version in which it was filled. */
import { useQuery } from "@tanstack/react-query";
import { Skeleton } from "antd";
import type { RecordRow, Submission } from "../../../server/contract/types.ts";
import { api } from "../../app/api.ts";
import { Failure } from "../parts/failure.tsx";
import { SubmissionCard } from "../parts/submission-card.tsx";

export function RecordDetail({ row }: { readonly row: RecordRow }) {
  const submission = useQuery({
    queryKey: ["submission", row.id],
    queryFn: () => api.get<Submission>(`/submissions/${encodeURIComponent(row.id)}`),
  });
  if (submission.isPending) return <Skeleton active />;
  if (submission.isError) return <Failure error={submission.error} retry={() => void submission.refetch()} />;
  return <SubmissionCard submission={submission.data} street={row.street} />;
}
