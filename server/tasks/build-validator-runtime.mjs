/** Builds `dist/validators/runtime.js`: what compiled forms import in browsers, as one small file without eval. */
import { join } from "node:path";
import { build } from "vite";
import { root } from "./prepare.mjs";

export async function buildValidatorRuntime() {
  await build({
    configFile: false,
    logLevel: "warn",
    root,
    publicDir: false,
    build: {
      rolldownOptions: {
        input: join(root, "server", "forms", "runtime.ts"),
        preserveEntrySignatures: "strict",
        output: { format: "es", entryFileNames: "runtime.js" },
      },
      modulePreload: false,
      outDir: join(root, "dist", "validators"),
      emptyOutDir: true,
      target: "chrome87",
      minify: true,
    },
  });
}

if (process.argv[1]?.endsWith("build-validator-runtime.mjs")) await buildValidatorRuntime();
