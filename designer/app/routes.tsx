/** Which page stands at which address. Each room is loaded when it is first opened: the phone never loads the desk. */
import { createBrowserRouter, Navigate } from "react-router";
import { Start } from "./start.tsx";

export const router = createBrowserRouter([
  { path: "/", element: <Start /> },
  { path: "/sign-in", lazy: async () => ({ Component: (await import("./sign-in.tsx")).SignIn }) },
  { path: "/m/*", lazy: async () => ({ Component: (await import("../fill/fill.tsx")).Fill }) },
  { path: "/desk/*", lazy: async () => ({ Component: (await import("../desk/desk.tsx")).Desk }) },
  { path: "/admin/*", lazy: async () => ({ Component: (await import("../admin/admin.tsx")).Admin }) },
  { path: "*", element: <Navigate to="/" replace /> },
]);
