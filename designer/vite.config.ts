import { join } from "node:path";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";

const standIns = join(import.meta.dirname, "ui", "form", "stand-ins");

const sharedByEntrances =
  /designer[\\/](app[\\/](dates|demo-clock|form-services|insecure-banner|language-switch|now)|ui[\\/](empty|uuid|use-latest|use-answer|skeleton))\.tsx?$|react-query[\\/].*[\\/]useMutation\.js$/;

/** Builds the screens into `dist/designer`; `vite` alone serves them with the API of a running server. */
export default defineConfig({
  root: import.meta.dirname,
  plugins: [react()],
  // What rjsf would bring to every phone and our forms never use.
  resolve: {
    alias: [
      { find: "markdown-to-jsx/react", replacement: join(standIns, "no-markdown.ts") },
      { find: "fast-uri", replacement: join(standIns, "plain-uri.ts") },
      { find: /^\.\/(Layout\w+|String|Number|Boolean)Field\.js$/, replacement: join(standIns, "nothing.ts") },
      { find: "./components/widgets/index.js", replacement: join(standIns, "nothing.ts") },
    ],
  },
  build: {
    outDir: "../dist/designer",
    emptyOutDir: true,
    // The phones that grid workers carry: WeChat's web view and old Android (issue "the grid worker's phone").
    target: "chrome87",
    assetsInlineLimit: 0,
    rolldownOptions: {
      output: {
        // Small modules that several entrances share: a file of its own for each costs the phone a request and a kilobyte.
        codeSplitting: { groups: [{ name: "shared", test: sharedByEntrances }] },
      },
    },
    chunkSizeWarningLimit: 1500,
  },
  server: { host: "127.0.0.1", proxy: { "/api": process.env["API"] ?? "http://127.0.0.1:3000" } },
});
