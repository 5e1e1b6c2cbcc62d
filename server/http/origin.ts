/** Cross-site requests (S22): an unsafe request must come from this site and carry the session's token. */
import { timingSafeEqual } from "node:crypto";
import type { Request } from "express";

/** True when the browser says, by Origin or Sec-Fetch-Site, that another site sent the request. */
export function isCrossSite(request: Request, publicUrl: string): boolean {
  const origin = request.get("origin");
  if (origin !== undefined) {
    if (origin === new URL(publicUrl).origin) return false;
    return !URL.canParse(origin) || new URL(origin).host !== request.get("host");
  }
  const site = request.get("sec-fetch-site");
  return site !== undefined && site !== "same-origin" && site !== "none";
}

/** Compares the header with the session's token without telling by time how much of it fits. */
export function isTokenRight(request: Request, token: string): boolean {
  const given = Buffer.from(request.get("x-csrf-token") ?? "");
  const wanted = Buffer.from(token);
  return given.length === wanted.length && timingSafeEqual(given, wanted);
}
