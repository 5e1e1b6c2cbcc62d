/** The API's router, made from the route table: a route without handler, or the reverse, stops the start. */
import { Router } from "express";
import type { Route } from "../contract/route.ts";
import { routes } from "../contract/routes.ts";
import type { AnyHandler, Handlers } from "./call.ts";
import { endpoint, type Door } from "./endpoint.ts";
import { methodNotAllowed, noSuchRoute } from "./failure.ts";

/** Throws when routes and handlers are not the same set. */
export function matchHandlers(handlers: Readonly<Record<string, unknown>>): void {
  const ids = new Set<string>(routes.map((route) => route.id));
  const missing = [...ids].filter((id) => !Object.hasOwn(handlers, id));
  const spare = Object.keys(handlers).filter((id) => !ids.has(id));
  if (missing.length > 0) throw new Error(`Expected a handler for the routes ${missing.join(", ")}`);
  if (spare.length > 0) throw new Error(`Expected a route for the handlers ${spare.join(", ")}`);
}

/** Routes that exist in this kind of installation: the demo's own are absent outside the demo (decided.md 21). */
const routesOf = (demo: boolean): readonly Route[] =>
  (routes as readonly Route[]).filter((route) => demo || route.demoOnly !== true);

export function apiRouter(handlers: Handlers, door: Door, demo: boolean): Router {
  matchHandlers(handlers);
  const router = Router({ caseSensitive: true });
  const present = routesOf(demo);
  for (const route of present) {
    // The table types each handler by its own route; the router needs the one shape that all share.
    const handler = handlers[route.id as keyof Handlers] as unknown as AnyHandler;
    router[route.method](route.path, endpoint(route, handler, door));
  }
  for (const [path, same] of byPath(present)) {
    router.all(path, methodNotAllowed(same.map((route) => route.method)));
  }
  router.use(noSuchRoute);
  return router;
}

function byPath(present: readonly Route[]): Map<string, readonly Route[]> {
  const paths = new Map<string, readonly Route[]>();
  for (const route of present) paths.set(route.path, [...(paths.get(route.path) ?? []), route]);
  return paths;
}
