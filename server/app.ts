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
import { residentLimit, signInLimit } from "./http/rate-limit.ts";
import { apiRouter } from "./http/router.ts";
import { screens } from "./http/screens.ts";
import { cookieName, sessions } from "./http/sessions.ts";
import { announcements } from "./resources/announcements.ts";
import { attachments } from "./resources/attachments.ts";
import { cases } from "./resources/cases.ts";
import { definitionDrafts } from "./resources/definition-drafts.ts";
import { channels } from "./resources/channels.ts";
import { definitions } from "./resources/definitions.ts";
import { deliveries } from "./resources/deliveries.ts";
import { demo } from "./resources/demo.ts";
import { forms } from "./resources/forms.ts";
import { grids } from "./resources/grids.ts";
import { units } from "./resources/units.ts";
import { home } from "./resources/home.ts";
import { notices } from "./resources/notices.ts";
import { noticeWishes } from "./resources/notice-wishes.ts";
import { organisation } from "./resources/organisation.ts";
import { people } from "./resources/people.ts";
import { places } from "./resources/places.ts";
import { peopleFiles } from "./resources/people-files.ts";
import { residents } from "./resources/residents.ts";
import { results } from "./resources/results.ts";
import { records } from "./resources/records.ts";
import { session } from "./resources/session.ts";
import { settings as streetSettings } from "./resources/settings.ts";
import { submissions } from "./resources/submissions.ts";
import { tasks } from "./resources/tasks.ts";
import { welcome } from "./resources/welcome.ts";

/** All handlers, one file a noun. */
function handlersOf(container: Container): Handlers {
  return {
    ...welcome(container),
    ...session(container),
    ...demo(container),
    ...organisation(container),
    ...grids(container),
    ...units(container),
    ...people(container),
    ...peopleFiles(container),
    ...places(container),
    ...home(container),
    ...forms(container),
    ...submissions(container),
    ...records(container),
    ...attachments(container),
    ...tasks(container),
    ...cases(container),
    ...residents(container),
    ...notices(container),
    ...noticeWishes(container),
    ...announcements(container),
    ...channels(container),
    ...deliveries(container),
    ...definitions(container),
    ...definitionDrafts(container),
    ...streetSettings(container),
    ...results(container),
  };
}

export interface AppOptions {
  /** Checks every answer against the contract: for tests. */
  readonly checkAnswers?: boolean;
}

/** Throws when routes and handlers do not match. The demo's routes are left out outside the demo. */
export function createApp(container: Container, options: AppOptions = {}): Express {
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
  app.use(["/api/session", "/api/setup", "/api/join"], signInLimit());
  app.use("/api/resident", residentLimit());
  const door = {
    publicUrl: settings.publicUrl,
    sessions: sessions(container.sessionRows, now, container.secret, secure),
    now,
    person: container.person,
    checkAnswers: options.checkAnswers ?? false,
  };
  app.use("/api", apiRouter(handlersOf(container), door, settings.demo));
  app.use(screens(settings.designerDir));
  app.use(noSuchRoute);
  app.use(onException(log));
  return app;
}
