/** Slows guessing from one address; the lock of one login, kept in the store, stands behind it (S21). */
import type { RequestHandler } from "express";
import { rateLimit } from "express-rate-limit";
import { writeFailure } from "./failure.ts";
import { problem } from "./problems.ts";

const minute = 60_000;
/** A whole office signs in through one address each morning. */
const perMinute = 120;

/** A market square reports through one mobile network's address; beyond this nobody reads what comes. */
const residentsPerMinute = 300;

/** The first gate before residents' pages, on each node; the counts in the store stand behind it. */
export function residentLimit(): RequestHandler {
  return rateLimit({
    windowMs: minute,
    limit: residentsPerMinute,
    standardHeaders: "draft-7",
    legacyHeaders: false,
    validate: false,
    handler: (_request, response) => writeFailure(response, [problem("RATE_LIMITED")]),
  });
}

export function signInLimit(): RequestHandler {
  return rateLimit({
    windowMs: minute,
    limit: perMinute,
    standardHeaders: "draft-7",
    legacyHeaders: false,
    skip: (request) => request.method !== "POST",
    // The library checks how the proxy setting is used and logs; the settings table has said what holds.
    validate: false,
    handler: (_request, response) => writeFailure(response, [problem("RATE_LIMITED")]),
  });
}
