/** `/healthz`: the process lives. `/readyz`: it can take work, its store answers. */
import { Router } from "express";
import type { Reader } from "../store/index.ts";

export interface Health {
  readonly isReady: () => boolean;
  readonly store: { readonly read: Reader };
}

export function health({ isReady, store }: Health): Router {
  const router = Router();
  router.get("/healthz", (_request, response) => void response.json({ status: "ok" }));
  router.get("/readyz", async (_request, response) => {
    const answers = await store.read.all("SELECT 1 AS one").then(
      () => true,
      () => false,
    );
    const ready = isReady() && answers;
    response.status(ready ? 200 : 503).json({ status: ready ? "ready" : "notReady" });
  });
  return router;
}
