/** A form in the version in which something was submitted: published versions never change, so it is read once. */
import { useQuery } from "@tanstack/react-query";
import type { Form } from "../../../server/contract/types.ts";
import { api } from "../../app/api.ts";

export function useFormVersion(key: string, version: number, street: string) {
  return useQuery({
    queryKey: ["form", key, version, street],
    staleTime: Infinity,
    queryFn: () =>
      api.get<Form>(
        `/forms/${encodeURIComponent(key)}/versions/${String(version)}?street=${encodeURIComponent(street)}`,
      ),
  });
}
