/** Serves the built screens: hashed files for ever, the page itself always fresh, and the page for its own addresses. */
import { existsSync } from "node:fs";
import { join } from "node:path";
import express, { Router } from "express";
import type { Response } from "express";

const forEver = "public, max-age=31536000, immutable";

function cacheRule(response: Response, path: string): void {
  const isHashed = /[\\/]assets[\\/]/.test(path);
  response.set("Cache-Control", isHashed ? forEver : "no-cache");
}

/** @param folder `dist/designer` */
export function screens(folder: string): Router {
  const router = Router();
  const page = join(folder, "index.html");
  router.use(
    express.static(folder, { setHeaders: cacheRule, index: "index.html", redirect: false, dotfiles: "ignore" }),
  );
  router.get("/{*path}", (request, response, next) => {
    const isPage = request.accepts(["html", "json"]) === "html" && !/\.\w+$/.test(request.path);
    if (!isPage || request.path.startsWith("/api/") || !existsSync(page)) return next();
    response.set("Cache-Control", "no-cache").sendFile(page);
  });
  return router;
}
