/** Other cases at the same address: the place that keeps coming back is worth knowing (SYS-08 "repeat places"). */
import { useQuery } from "@tanstack/react-query";
import type { CaseDetail, CasePage, CaseSummary } from "../../../server/contract/types.ts";
import { api } from "../../app/api.ts";

export function useRelated(detail: CaseDetail): readonly CaseSummary[] {
  const { address, id } = detail.summary;
  const found = useQuery({
    queryKey: ["cases", "at", address],
    staleTime: 60_000,
    enabled: address !== "",
    queryFn: () => api.get<CasePage>(`/cases?limit=20&q=${encodeURIComponent(address)}`),
  });
  return (found.data?.items ?? []).filter((each) => each.id !== id && each.address === address);
}
