/** Notices of the signed-in person. */
import { page, type Route } from "../route.ts";

export const noticesRoutes = [
  {
    id: "notices",
    method: "get",
    path: "/notices",
    summary: "Notices to me",
    access: "session",
    scope: "none",
    query: page,
    response: "NoticePage",
  },
  {
    id: "notice.read",
    method: "post",
    path: "/notices/:street/:id/read",
    summary: "Mark as read",
    access: "session",
    scope: "notice",
    response: "none",
    status: 204,
  },
] as const satisfies readonly Route[];
