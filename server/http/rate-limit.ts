/** Slows guessing from one address; the lock of one login, kept in the store, stands behind it (S21). */
import type { RequestHandler } from "express";
import { rateLimit } from "express-rate-limit";
import { writeFailure } from "./failure.ts";
import { problem } from "./problems.ts";

const minute = 60_000;
/** A whole office signs in through one address each morning. */
const perMinute = 120;

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
