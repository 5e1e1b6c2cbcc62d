import { join } from "node:path";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";

/** Builds the screens into `dist/designer`; `vite` alone serves them with the API of a running server. */
export default defineConfig({
  root: import.meta.dirname,
  plugins: [react()],
  resolve: { alias: { "markdown-to-jsx/react": join(import.meta.dirname, "ui", "form", "no-markdown.ts") } },
  build: {
    outDir: "../dist/designer",
    emptyOutDir: true,
    // The phones that grid workers carry: WeChat's web view and old Android (issue "the grid worker's phone").
    target: "chrome87",
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 1500,
  },
  server: { host: "127.0.0.1", proxy: { "/api": process.env["API"] ?? "http://127.0.0.1:3000" } },
});
