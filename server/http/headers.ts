/** Security headers of every answer (S28): a strict content policy, no sniffing, no framing. */
import helmet from "helmet";
import type { RequestHandler } from "express";

const self = "'self'";

/**
 * `style-src` allows inline styles because antd and diagram-js write them; scripts come from files only.
 * Nothing is upgraded to https on an http address: that would break a phone on the local network.
 */
const directives = {
  "default-src": [self],
  "script-src": [self],
  "style-src": [self, "'unsafe-inline'"],
  "img-src": [self, "data:", "blob:"],
  "font-src": [self, "data:"],
  "connect-src": [self],
  "worker-src": [self],
  "manifest-src": [self],
  "media-src": [self, "blob:"],
  "object-src": ["'none'"],
  "base-uri": [self],
  "form-action": [self],
  "frame-ancestors": ["'none'"],
};

/** @param secure whether browsers reach the server by https */
export function securityHeaders(secure: boolean): RequestHandler {
  const hardening = helmet({
    contentSecurityPolicy: { useDefaults: false, directives },
    strictTransportSecurity: secure ? { maxAge: 31_536_000 } : false,
    // Browsers ignore these two on plain http and fill the console with warnings.
    crossOriginOpenerPolicy: secure,
    originAgentCluster: secure,
    referrerPolicy: { policy: "same-origin" },
    xFrameOptions: { action: "deny" },
  });
  return (request, response, next) => {
    response.setHeader("Permissions-Policy", "camera=(self), geolocation=(self), microphone=(self)");
    hardening(request, response, next);
  };
}
