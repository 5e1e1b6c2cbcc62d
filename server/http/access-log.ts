/** Gives every request an id and, when it is answered, one line in the log without personal data (S17). */
import { randomUUID } from "node:crypto";
import type { RequestHandler } from "express";
import type { Logger } from "./log.ts";

export function accessLog(log: Logger): RequestHandler {
  return (request, response, next) => {
    const requestId = randomUUID();
    const start = performance.now();
    response.setHeader("X-Request-Id", requestId);
    response.on("finish", () => {
      const route: unknown = response.locals["routeId"];
      const ms = Math.round(performance.now() - start);
      log.info({ requestId, route: route ?? "-", method: request.method, status: response.statusCode, ms });
    });
    next();
  };
}
