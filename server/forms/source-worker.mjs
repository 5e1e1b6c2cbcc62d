/** Starts the compile worker from TypeScript sources; the built server starts `compile-worker.js` itself. */
import { register } from "tsx/esm/api";

register();
await import("./compile-worker.ts");
