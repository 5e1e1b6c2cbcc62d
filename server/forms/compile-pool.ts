/** One warm worker that compiles one schema after the other; it is killed when a schema takes longer than its time. */
import { Worker } from "node:worker_threads";
import type { JsonObject } from "../../engine/model/json.ts";
import type { CompileAnswer } from "./compile-worker.ts";

export type PoolAnswer =
  | { readonly kind: "code"; readonly code: string }
  | { readonly kind: "refused"; readonly reason: string }
  | { readonly kind: "late" };

const compileLimitMs = 2000;
const memoryLimit = { maxOldGenerationSizeMb: 128, maxYoungGenerationSizeMb: 32, stackSizeMb: 4 };

// Node 20 does not hand tsx's loader on to threads: from source, a small file brings it in again.
const workerFile = new URL(
  import.meta.url.endsWith(".ts") ? "./source-worker.mjs" : "./compile-worker.js",
  import.meta.url,
);

function start(): Promise<Worker> {
  const worker = new Worker(workerFile, { resourceLimits: memoryLimit, stdin: false });
  worker.unref();
  return new Promise((resolve, reject) => {
    worker.once("message", () => resolve(worker));
    worker.once("error", reject);
  });
}

function ask(worker: Worker, schema: JsonObject): Promise<PoolAnswer> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => settle({ kind: "late" }), compileLimitMs);
    const onMessage = ({ code, reason = "" }: CompileAnswer) =>
      settle(code === undefined ? { kind: "refused", reason } : { kind: "code", code });
    // Out of memory ends the worker, not the server: the schema is too large to compile.
    const onEnd = () => settle({ kind: "late" });
    function settle(answer: PoolAnswer): void {
      clearTimeout(timer);
      worker.off("message", onMessage).off("error", onEnd).off("exit", onEnd);
      resolve(answer);
    }
    worker.once("message", onMessage).once("error", onEnd).once("exit", onEnd);
    worker.postMessage(schema);
  });
}

export class CompilePool {
  #worker: Promise<Worker> | undefined;
  #last: Promise<unknown> = Promise.resolve();

  /** Compiles in turn; the time limit counts from the moment the worker begins. */
  compile(schema: JsonObject): Promise<PoolAnswer> {
    const turn = this.#last.then(() => this.#compile(schema));
    this.#last = turn.catch(() => undefined);
    return turn;
  }

  async #compile(schema: JsonObject): Promise<PoolAnswer> {
    this.#worker ??= start();
    const worker = await this.#worker;
    const answer = await ask(worker, schema);
    if (answer.kind === "late") await this.stop();
    return answer;
  }

  async stop(): Promise<void> {
    const worker = await this.#worker?.catch(() => undefined);
    this.#worker = undefined;
    await worker?.terminate();
  }
}
