/** Starts the screens. */
import "./old-phones.ts";
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { createRoot } from "react-dom/client";
import { BrowserRouter } from "react-router";
import { startTheme } from "../ui/theme.ts";
import { onSignedOut } from "./api.ts";
import { startI18n } from "./i18n.ts";
import { Pages } from "./routes.tsx";
import "../ui/base.css";

const queries = new QueryClient({
  defaultOptions: { queries: { retry: 1, staleTime: 5_000, refetchOnWindowFocus: true } },
});

startTheme();
// What was being written is kept on the device; signing in again leads back to it.
onSignedOut(() => queries.setQueryData(["session"], null));
const root = document.getElementById("root");
if (root === null) throw new Error("Expected an element #root in index.html");
// Not awaited at the top level: the oldest phones (chrome87) know no top-level await.
void startI18n().then(() =>
  createRoot(root).render(
    <QueryClientProvider client={queries}>
      <BrowserRouter>
        <Pages />
      </BrowserRouter>
    </QueryClientProvider>,
  ),
);
