/** What the pages of people and organisation ask the server. */
import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import type {
  Gap,
  HandOver,
  Organisation,
  PersonDetail,
  PersonPage,
  PersonSummary,
  PostChoice,
  StreetGrids,
  UnitDetail,
} from "../../server/contract/types.ts";
import { api } from "../app/api.ts";

/** Names and values that are there, as a query. */
export function queryOf(values: Readonly<Record<string, string | undefined>>): string {
  const given = Object.entries(values).filter(
    (each): each is [string, string] => each[1] !== undefined && each[1] !== "",
  );
  return given.length === 0 ? "" : `?${new URLSearchParams(given).toString()}`;
}

export interface PeopleFilter {
  readonly q: string;
  readonly street: string;
  readonly unit: string;
  readonly role: string;
  readonly state: string;
}

export function usePeople(filter: PeopleFilter) {
  return useInfiniteQuery({
    queryKey: ["people", filter],
    initialPageParam: "",
    queryFn: ({ pageParam }) => api.get<PersonPage>(`/people${queryOf({ ...filter, cursor: pageParam, limit: "50" })}`),
    getNextPageParam: (page) => page.next,
  });
}

export const usePerson = (id: string) =>
  useQuery({ queryKey: ["person", id], queryFn: () => api.get<PersonDetail>(`/people/${encodeURIComponent(id)}`) });

export const useProposals = (enabled: boolean) =>
  useQuery({ queryKey: ["proposals"], enabled, queryFn: () => api.get<PersonSummary[]>("/proposals") });

export const useChoices = () =>
  useQuery({ queryKey: ["post-choices"], queryFn: () => api.get<PostChoice[]>("/post-choices") });

export interface Departing {
  readonly id: string;
  readonly successor: string;
  readonly unit?: string;
  readonly role?: string;
}

export const useHandOver = ({ id, successor, unit, role }: Departing) =>
  useQuery({
    queryKey: ["hand-over", id, successor, unit, role],
    gcTime: 0,
    queryFn: () =>
      api.get<HandOver>(`/people/${encodeURIComponent(id)}/hand-over${queryOf({ successor, unit, role })}`),
  });

export const useOrganisation = (street: string) =>
  useQuery({
    queryKey: ["organisation", street],
    queryFn: () => api.get<Organisation>(`/organisation${queryOf({ street })}`),
  });

export const useUnit = (code: string) =>
  useQuery({
    queryKey: ["unit", code],
    // What one is changing must not be exchanged under the hand, and what hangs on it is read anew each time.
    gcTime: 0,
    refetchOnWindowFocus: false,
    queryFn: () => api.get<UnitDetail>(`/organisation/units/${encodeURIComponent(code)}`),
  });

export const useGaps = (street: string) =>
  useQuery({ queryKey: ["gaps", street], queryFn: () => api.get<Gap[]>(`/organisation/gaps${queryOf({ street })}`) });

export const useGrids = (street: string) =>
  useQuery({
    queryKey: ["grids", street],
    enabled: street !== "",
    // What one is changing must not be exchanged under the hand.
    refetchOnWindowFocus: false,
    queryFn: () => api.get<StreetGrids>(`/organisation/grids${queryOf({ street })}`),
  });

/** Everything that a change of people or grids makes stale. */
function useStale() {
  const queries = useQueryClient();
  return () =>
    Promise.all(
      ["people", "person", "proposals", "organisation", "gaps", "grids", "units", "unit", "map", "hand-over"].map(
        (key) => queries.invalidateQueries({ queryKey: [key] }),
      ),
    );
}

/** Sends a body and refreshes what it has changed. */
export function useChange<B, T>(path: (body: B) => string, toBody: (body: B) => unknown = (body) => body) {
  const stale = useStale();
  return useMutation({
    mutationFn: (body: B) => api.post<T>(path(body), toBody(body)),
    onSuccess: () => stale(),
  });
}

export const useRefresh = useStale;
