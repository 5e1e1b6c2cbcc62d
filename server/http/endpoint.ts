/**
 * Every route goes through here: same site → session → token → access → body → handler → answer or failure.
 * One promise and one success decision for each request, so nothing is half answered.
 */
import { createHash } from "node:crypto";
import type { Request, RequestHandler, Response } from "express";
import type { Problem, Result } from "../../engine/model/problem.ts";
import type { Person } from "../access/actor.ts";
import { mayDo } from "../access/may-do.ts";
import type { Route } from "../contract/route.ts";
import { contractProblems } from "./body-check.ts";
import type { AnyCall, AnyHandler } from "./call.ts";
import { requestIdOf, writeFailure } from "./failure.ts";
import { readJson } from "./json-body.ts";
import { isCrossSite, isTokenRight } from "./origin.ts";
import { Content } from "./outcome.ts";
import { problem } from "./problems.ts";
import { pathFits, readQuery } from "./query.ts";
import { sessionDoor } from "./sessions.ts";
import { readUpload } from "./upload.ts";

export interface Door {
  readonly publicUrl: string;
  readonly sessions: RequestHandler;
  /** The machine's own clock in milliseconds. */
  readonly now: () => number;
  /** The person of a session, or undefined when gone or disabled. */
  readonly person: (id: string) => Promise<Person | undefined>;
  /** Checks answers against the contract too and throws when one does not fit: for tests. */
  readonly checkAnswers: boolean;
}

const handlerLimitMs = 30_000;
const maxKey = 128;
type Preparation = { readonly principal: Person | undefined } & Pick<AnyCall, "query" | "body">;
const no = (found: Problem): Result<never> => ({ ok: false, problems: [found] });

const run = (middleware: RequestHandler, request: Request, response: Response) =>
  new Promise<void>((resolve, reject) => {
    void middleware(request, response, (error?: unknown) => (error ? reject(error) : resolve()));
  });

async function admit(
  route: Route,
  request: Request,
  response: Response,
  door: Door,
): Promise<Result<Person | undefined>> {
  const isUnsafe = route.method !== "get";
  if (isUnsafe && isCrossSite(request, door.publicUrl)) return no(problem("ORIGIN_REFUSED"));
  if (route.access === "public" && !isUnsafe) return { ok: true, value: undefined };
  await run(door.sessions, request, response);
  const { personId, csrf = "" } = request.session;
  const person = personId === undefined ? undefined : await door.person(personId);
  if (route.access === "public") return { ok: true, value: person };
  if (person === undefined) return no(problem("NOT_SIGNED_IN"));
  if (isUnsafe && !isTokenRight(request, csrf)) return no(problem("CSRF_REFUSED"));
  if (route.access !== "session" && !mayDo(person, route.access)) return no(problem("ACTION_NOT_ALLOWED"));
  return { ok: true, value: person };
}

async function readBody(route: Route, request: Request, response: Response): Promise<Result<unknown>> {
  if (route.body === undefined) return { ok: true, value: undefined };
  if (route.body === "file" || route.body === "workbook") return readUpload(request, response, route.body);
  const read = await readJson(request, response, route.maxBytes);
  if (!read.ok) return read;
  const problems = contractProblems(route.body, read.value);
  return problems.length > 0 ? { ok: false, problems } : read;
}

async function prepare(route: Route, request: Request, response: Response, door: Door): Promise<Result<Preparation>> {
  if (!pathFits(request.params)) return no(problem("NOT_FOUND"));
  const admitted = await admit(route, request, response, door);
  if (!admitted.ok) return admitted;
  const query = readQuery(route.query ?? {}, request.query);
  if (!query.ok) return query;
  const body = await readBody(route, request, response);
  if (!body.ok) return body;
  return { ok: true, value: { principal: admitted.value, query: query.value, body: body.value } };
}

/** A longer key is kept by its hash: cut off, two keys could become one. */
const keyOf = (given: string | undefined) =>
  given === undefined || given.length <= maxKey ? given : createHash("sha256").update(given).digest("hex");

function toCall(ready: Preparation, request: Request, response: Response, door: Door): AnyCall {
  return {
    ...ready,
    params: request.params as Readonly<Record<string, string>>,
    idempotencyKey: keyOf(request.get("idempotency-key")),
    requestId: requestIdOf(response),
    address: request.ip ?? "",
    session: sessionDoor(request, door.now),
  };
}

function checkAnswer(route: Route, value: unknown): void {
  if (route.response === "none" || value instanceof Content) return;
  const [name, items] =
    typeof route.response === "string" ? [route.response, [value]] : [route.response[0], value as unknown[]];
  const wrong = items.flatMap((item) => contractProblems(name, item));
  if (wrong.length > 0)
    throw new Error(`The answer of ${route.id} breaks the contract: ${wrong.map((each) => each.en).join(" ")}`);
}

function writeAnswer(route: Route, value: unknown, response: Response): void {
  response.status(route.status ?? 200);
  if (!response.hasHeader("Cache-Control")) response.set("Cache-Control", "no-store");
  if (value instanceof Content)
    response
      .type(value.type)
      .set(value.headers)
      .send(typeof value.body === "string" ? value.body : Buffer.from(value.body));
  else if (route.status === 204) response.end();
  else response.json(value);
}

const late = Symbol("late");
function deadline(): { promise: Promise<typeof late>; clear: () => void } {
  let clear = () => {};
  const promise = new Promise<typeof late>((resolve) => {
    const timer = setTimeout(() => resolve(late), handlerLimitMs);
    clear = () => clearTimeout(timer);
  });
  return { promise, clear };
}

/** Makes the Express handler of a route. An exception goes to the last middleware: it is our bug. */
export function endpoint(route: Route, handler: AnyHandler, door: Door): RequestHandler {
  return async (request, response) => {
    response.locals["routeId"] = route.id;
    const ready = await prepare(route, request, response, door);
    if (!ready.ok) return writeFailure(response, ready.problems);
    const limit = deadline();
    const outcome = await Promise.race([handler(toCall(ready.value, request, response, door)), limit.promise]).finally(
      limit.clear,
    );
    if (outcome === late) return writeFailure(response, [problem("TIMED_OUT")]);
    if (!outcome.ok)
      return writeFailure(response, outcome.problems, "details" in outcome ? outcome.details : undefined);
    if (door.checkAnswers) checkAnswer(route, outcome.value);
    writeAnswer(route, outcome.value, response);
  };
}
