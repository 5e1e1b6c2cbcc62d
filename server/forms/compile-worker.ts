/** The killable thread in which schemas are compiled: it answers each with code or with ajv's words. */
import { parentPort } from "node:worker_threads";
import type { JsonObject } from "../../engine/model/json.ts";
import { compileCode } from "./compile-code.ts";

export interface CompileAnswer {
  readonly code?: string;
  readonly reason?: string;
}

function answer(schema: JsonObject): CompileAnswer {
  try {
    return { code: compileCode(schema) };
  } catch (error) {
    return { reason: error instanceof Error ? error.message : String(error) };
  }
}

parentPort?.on("message", (schema: JsonObject) => parentPort?.postMessage(answer(schema)));
parentPort?.postMessage({});
