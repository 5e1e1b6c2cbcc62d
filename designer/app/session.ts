/** Who is signed in, for all rooms. */
import { useQuery, useQueryClient } from "@tanstack/react-query";
import type { Session } from "../../server/contract/types.ts";
import { api, ApiError, rememberSession } from "./api.ts";

const sessionKey = ["session"] as const;

/** The session, or null when nobody is signed in. */
export function useSession() {
  return useQuery({
    queryKey: sessionKey,
    staleTime: 60_000,
    queryFn: async (): Promise<Session | null> => {
      try {
        return rememberSession(await api.get<Session>("/session"));
      } catch (error) {
        if (error instanceof ApiError && error.status === 401) return null;
        throw error;
      }
    },
  });
}

/** Puts a session just opened in place, or forgets all that was read when it ends. */
export function useSetSession() {
  const queries = useQueryClient();
  return (session: Session | null) => {
    if (session === null) queries.clear();
    else queries.setQueryData(sessionKey, rememberSession(session));
  };
}

export function may(session: Session | null | undefined, action: string): boolean {
  return session?.permissions.includes(action) ?? false;
}
