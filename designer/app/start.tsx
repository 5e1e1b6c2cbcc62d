/** Sends everybody to the place of their work: grid people to the phone, offices to the desk. */
import { Navigate } from "react-router";
import { FailureNote } from "./failure-note.tsx";
import { useSession } from "./session.ts";

const phoneRoles = new Set(["gridWorker", "gridLeader"]);
const adminRoles = new Set(["systemAdmin", "securityAdmin", "designer"]);

export function Start() {
  const { data: session, isPending, error, refetch } = useSession();
  if (isPending) return null;
  if (error !== null) return <FailureNote error={error} onRetry={() => void refetch()} />;
  if (session === null || session === undefined) return <Navigate to="/sign-in" replace />;
  const roles = session.grants.map((grant) => grant.role);
  if (roles.some((role) => phoneRoles.has(role))) return <Navigate to="/m" replace />;
  if (roles.some((role) => adminRoles.has(role))) return <Navigate to="/admin" replace />;
  return <Navigate to="/desk" replace />;
}
