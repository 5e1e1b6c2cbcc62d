/** The Express application: headers, log, health, API, screens. Nothing here knows how a case runs. */
import express, { type Express } from "express";
import compression from "compression";
import type { Container } from "./container.ts";
import { accessLog } from "./http/access-log.ts";
import type { Handlers } from "./http/call.ts";
import { noSuchRoute, onException } from "./http/failure.ts";
import { securityHeaders } from "./http/headers.ts";
import { health } from "./http/health.ts";
import { openApi } from "./http/openapi.ts";
import { signInLimit } from "./http/rate-limit.ts";
import { apiRouter } from "./http/router.ts";
import { screens } from "./http/screens.ts";
import { cookieName, sessions } from "./http/sessions.ts";

export interface AppOptions {
  /** Checks every answer against the contract: for tests. */
  readonly checkAnswers?: boolean;
}

/** Throws when routes and handlers do not match. */
export function createApp(container: Container, handlers: Handlers, options: AppOptions = {}): Express {
  const { settings, log, wall } = container;
  const secure = settings.publicUrl.startsWith("https:");
  const now = () => wall.now();
  const app = express();
  app.disable("x-powered-by");
  app.set("trust proxy", settings.trustProxy);
  app.set("query parser", "simple");
  app.use(accessLog(log), securityHeaders(secure));
  app.use(health(container));
  app.use(compression());
  const document = openApi(container.version, cookieName(secure));
  app.get("/api/openapi.json", (_request, response) => void response.json(document));
  app.use(["/api/session", "/api/setup"], signInLimit());
  const door = {
    publicUrl: settings.publicUrl,
    sessions: sessions(container.sessionRows, now, container.secret, secure),
    now,
    person: container.person,
    checkAnswers: options.checkAnswers ?? false,
  };
  app.use("/api", apiRouter(handlers, door, settings.demo));
  app.use(screens(settings.designerDir));
  app.use(noSuchRoute);
  app.use(onException(log));
  return app;
}
