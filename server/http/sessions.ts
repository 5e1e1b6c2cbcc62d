/** The session of a browser: cookie rules, opening at sign-in with a new id, and closing. */
import { randomBytes } from "node:crypto";
import type { Request, RequestHandler } from "express";
import session from "express-session";
import { longestMs, SessionStore, type SessionRows } from "./session-store.ts";

/** What a handler may do with the caller's session. */
export interface SessionDoor {
  /** Starts a new session under a new id (no fixation) and gives its CSRF token. */
  open(personId: string): Promise<string>;
  close(): Promise<void>;
  /** CSRF token of the present session; empty without one. */
  readonly csrf: string;
}

export const cookieName = (secure: boolean): string => (secure ? "__Host-gridloom" : "gridloom");

const random = () => randomBytes(32).toString("base64url");

/**
 * @param secure whether browsers reach the server by https: only then a `__Host-` cookie can be set
 * @param secret signs the cookie; kept in the store, so that every node knows it
 */
export function sessions(rows: SessionRows, now: () => number, secret: string, secure: boolean): RequestHandler {
  return session({
    store: new SessionStore(rows, now),
    name: cookieName(secure),
    secret,
    genid: random,
    resave: false,
    saveUninitialized: false,
    unset: "destroy",
    proxy: true,
    cookie: { httpOnly: true, sameSite: "lax", secure, path: "/", maxAge: longestMs },
  });
}

const call = (act: (done: (error?: unknown) => void) => void) =>
  new Promise<void>((resolve, reject) => act((error) => (error ? reject(error) : resolve())));

/** @param now the machine's own clock */
export function sessionDoor(request: Request, now: () => number): SessionDoor {
  return {
    async open(personId) {
      await call((done) => request.session.regenerate(done));
      const csrf = random();
      Object.assign(request.session, { personId, csrf, createdAt: now(), seenAt: now() });
      await call((done) => request.session.save(done));
      return csrf;
    },
    close: () => call((done) => request.session.destroy(done)),
    get csrf() {
      return request.session?.csrf ?? "";
    },
  };
}
