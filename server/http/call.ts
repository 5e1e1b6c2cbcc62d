/** What a handler receives and how handlers are typed, from the route table. */
import type { Person } from "../access/actor.ts";
import type { RouteId, routes } from "../contract/routes.ts";
import type { Contract } from "../contract/types.ts";
import type { Content, Outcome } from "./outcome.ts";
import type { SessionDoor } from "./sessions.ts";

type RouteOf<R extends RouteId> = Extract<(typeof routes)[number], { readonly id: R }>;

/** A received file, still in memory, its type found from its bytes. */
export interface UploadedFile {
  readonly name: string;
  readonly type: string;
  readonly bytes: Uint8Array;
}

type Schemas = Required<Contract>;
type BodyOf<R extends RouteId> =
  RouteOf<R> extends { readonly body: infer B }
    ? B extends keyof Schemas
      ? Schemas[B]
      : B extends "file" | "workbook"
        ? UploadedFile
        : never
    : undefined;

type ValueOf<P> = P extends { readonly enum: readonly (infer E)[] }
  ? E
  : P extends { readonly type: "string" }
    ? string
    : P extends { readonly type: "boolean" }
      ? boolean
      : number;
type RequiredOf<Q> = { [K in keyof Q]: Q[K] extends { readonly required: true } ? K : never }[keyof Q];
type QueryOf<R extends RouteId> =
  RouteOf<R> extends { readonly query: infer Q }
    ? { readonly [K in RequiredOf<Q>]: ValueOf<Q[K]> } & {
        readonly [K in Exclude<keyof Q, RequiredOf<Q>>]?: ValueOf<Q[K]>;
      }
    : Readonly<Record<string, undefined>>;

type AnswerOf<R extends RouteId> = RouteOf<R>["response"] extends "none"
  ? undefined
  : RouteOf<R>["response"] extends readonly [infer N extends keyof Schemas]
    ? readonly Schemas[N][]
    : RouteOf<R>["response"] extends keyof Schemas
      ? Schemas[RouteOf<R>["response"]]
      : Content;

type ParamNames<P extends string> = P extends `${string}:${infer Name}/${infer Rest}`
  ? ParamName<Name> | ParamNames<`/${Rest}`>
  : P extends `${string}:${infer Name}`
    ? ParamName<Name>
    : never;
type ParamName<N extends string> = N extends `${infer Name}.${string}` ? Name : N;

interface Call<R extends RouteId = RouteId> {
  readonly principal: RouteOf<R>["access"] extends "public" ? Person | undefined : Person;
  readonly params: Readonly<Record<ParamNames<RouteOf<R>["path"]>, string>>;
  readonly query: QueryOf<R>;
  readonly body: BodyOf<R>;
  /** Value of the header Idempotency-Key. */
  readonly idempotencyKey: string | undefined;
  readonly requestId: string;
  /** Network address of the caller, for counting only: it is never kept or logged. */
  readonly address: string;
  readonly session: SessionDoor;
}

/** "Fetch, check right, act, return": one for each route of the table. */
type Handler<R extends RouteId> = (call: Call<R>) => Promise<Outcome<AnswerOf<R>>>;
export type Handlers = { readonly [R in RouteId]: Handler<R> };

/** As the router sees them: one shape for all routes. */
export interface AnyCall {
  readonly principal: Person | undefined;
  readonly params: Readonly<Record<string, string>>;
  readonly query: Readonly<Record<string, string | number | boolean>>;
  readonly body: unknown;
  readonly idempotencyKey: string | undefined;
  readonly requestId: string;
  readonly address: string;
  readonly session: SessionDoor;
}
export type AnyHandler = (call: AnyCall) => Promise<Outcome<unknown>>;
