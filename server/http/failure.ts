/** Writes every answer that is not 2xx: code, both sentences, path and request id; never a stack or a cause. */
import type { ErrorRequestHandler, Request, RequestHandler, Response } from "express";
import type { Problem } from "../../engine/model/problem.ts";
import type { JsonObject } from "../../engine/model/json.ts";
import type { FailureBody } from "../contract/types.ts";
import type { Logger } from "./log.ts";
import { problem, statusOf } from "./problems.ts";

export const requestIdOf = (response: Response): string => String(response.getHeader("x-request-id") ?? "-");

const short = (text: string) => text.slice(0, 200);

function bodyOf(problems: readonly Problem[], requestId: string, details?: JsonObject): FailureBody {
  const [first = problem("INTERNAL"), ...rest] = problems;
  return {
    code: first.code,
    zh: first.zh,
    en: first.en,
    ...(first.path === undefined ? {} : { path: short(first.path) }),
    ...(first.elementId === undefined ? {} : { elementId: short(first.elementId) }),
    requestId,
    ...(rest.length > 0 ? { problems: problems.map((each) => ({ ...each })) } : {}),
    ...(details === undefined ? {} : { details }),
  };
}

/** Answers with the status of the first problem. */
export function writeFailure(response: Response, problems: readonly Problem[], details?: JsonObject): void {
  if (response.headersSent) return void response.destroy();
  const error = bodyOf(problems, requestIdOf(response), details);
  response.status(statusOf(error.code)).set("Cache-Control", "no-store").json({ error });
}

export const noSuchRoute: RequestHandler = (_request, response) => writeFailure(response, [problem("ROUTE_NOT_FOUND")]);

export function methodNotAllowed(allowed: readonly string[]): RequestHandler {
  return (request: Request, response: Response) => {
    response.set("Allow", allowed.map((method) => method.toUpperCase()).join(", "));
    writeFailure(response, [problem("METHOD_NOT_ALLOWED", { method: request.method })]);
  };
}

/** The last middleware: an exception is our bug, except what Express says of a malformed address. */
export function onException(log: Logger): ErrorRequestHandler {
  return (error: unknown, _request, response, _next) => {
    const status = (error as { status?: number } | undefined)?.status;
    if (status === 400) return writeFailure(response, [problem("PATH_INVALID")]);
    log.error({ requestId: requestIdOf(response), err: error }, "request failed");
    writeFailure(response, [problem("INTERNAL")]);
  };
}
