/** What the ledger asks the server; filters and columns stand in the address. */
import { useInfiniteQuery } from "@tanstack/react-query";
import { useSearchParams } from "react-router";
import type { RecordExport, RecordPage } from "../../../server/contract/types.ts";
import { api } from "../../app/api.ts";
import { currentLanguage } from "../../app/i18n.ts";

const pageSize = 50;
const filterKeys = ["from", "to", "grid", "person", "q"] as const;

export type FilterKey = (typeof filterKeys)[number];

export interface RecordAddress {
  readonly form: string;
  readonly filters: Readonly<Partial<Record<FilterKey, string>>>;
  readonly mine: boolean;
  /** Keys of the columns to show; undefined for the usual ones. */
  readonly columns: readonly string[] | undefined;
  readonly isFiltered: boolean;
  readonly set: (changes: Readonly<Record<string, string>>) => void;
  readonly clear: () => void;
}

export function useRecordAddress(): RecordAddress {
  const [params, setParams] = useSearchParams();
  const filters = Object.fromEntries(
    filterKeys.flatMap((key) => {
      const value = params.get(key) ?? "";
      return value === "" ? [] : [[key, value]];
    }),
  );
  const set = (changes: Readonly<Record<string, string>>) => {
    const next = new URLSearchParams(params);
    for (const [key, value] of Object.entries(changes)) {
      if (value === "") next.delete(key);
      else next.set(key, value);
    }
    setParams(next, { replace: true });
  };
  const columns = params.get("columns");
  const mine = params.get("mine") === "true";
  return {
    ...{ form: params.get("form") ?? "", filters, mine, set },
    columns: columns === null ? undefined : columns.split(",").filter((key) => key !== ""),
    isFiltered: mine || Object.keys(filters).length > 0,
    clear: () => set(Object.fromEntries([...filterKeys, "mine"].map((key) => [key, ""]))),
  };
}

/** What is asked for, as the query of the table and the body of the export share it. */
function askedFor({ filters, mine }: RecordAddress, street: string): Omit<RecordExport, "columns" | "language"> {
  return { ...filters, ...(mine ? { mine } : {}), ...(street === "" ? {} : { street }) };
}

export function useRecords(form: string, address: RecordAddress, street: string) {
  const asked = askedFor(address, street);
  const language = currentLanguage();
  return useInfiniteQuery({
    queryKey: ["records", form, asked, language],
    enabled: form !== "",
    initialPageParam: "",
    queryFn: ({ pageParam }) => {
      const words = Object.entries(asked).map(([key, value]): [string, string] => [key, String(value)]);
      const params = new URLSearchParams([...words, ["limit", String(pageSize)], ["language", language]]);
      if (pageParam !== "") params.set("cursor", pageParam);
      return api.get<RecordPage>(`/records/${encodeURIComponent(form)}?${params.toString()}`);
    },
    getNextPageParam: (last) => last.next,
  });
}

/** Saves the file under the form's name. Rejects as the server refuses. */
export async function exportRecords(
  form: string,
  title: string,
  address: RecordAddress,
  street: string,
  columns: readonly string[],
): Promise<void> {
  const body: RecordExport = { ...askedFor(address, street), columns: [...columns], language: currentLanguage() };
  const file = await api.download(`/records/${encodeURIComponent(form)}/export`, body);
  const link = document.createElement("a");
  link.href = URL.createObjectURL(file);
  link.download = `${title}.xlsx`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
