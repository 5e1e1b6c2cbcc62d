/** The OpenAPI 3.1 document, made from the route table and the contract's schemas: never written by hand. */
import type { JsonObject } from "../../engine/model/json.ts";
import type { QueryParameter, Route } from "../contract/route.ts";
import { routes } from "../contract/routes.ts";
import { schemas } from "../contract/schemas.ts";

const media: Readonly<Record<string, string>> = {
  svg: "image/svg+xml",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  text: "text/plain",
  javascript: "text/javascript",
  bytes: "application/octet-stream",
};

/** `#/$defs/Name`, as the schemas say it, becomes OpenAPI's `#/components/schemas/Name`. */
function moveRefs(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(moveRefs);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, child]) =>
      key === "$ref" ? [key, String(child).replace("#/$defs/", "#/components/schemas/")] : [key, moveRefs(child)],
    ),
  );
}

const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` });

function queryParameter([name, spec]: readonly [string, QueryParameter]): JsonObject {
  const { required, ...schema } = spec;
  return {
    name,
    in: "query",
    required: required ?? false,
    schema: { ...schema, ...(spec.enum ? { enum: [...spec.enum] } : {}) },
  };
}

const headerParameter = (name: string, required: boolean, description: string): JsonObject => ({
  name,
  in: "header",
  required,
  description,
  schema: { type: "string", maxLength: 128 },
});

function parametersOf(route: Route): readonly JsonObject[] {
  const names = [...route.path.matchAll(/:(\w+)/g)].map((match) => match[1] ?? "");
  const path = names.map((name) => ({ name, in: "path", required: true, schema: { type: "string", maxLength: 100 } }));
  const query = Object.entries(route.query ?? {}).map(queryParameter);
  const token = headerParameter("X-CSRF-Token", true, "The session's csrfToken");
  const key = headerParameter("Idempotency-Key", false, "Sent again, the same key gives the first answer");
  const isUnsafe = route.method !== "get";
  return [
    ...path,
    ...query,
    ...(isUnsafe && route.access !== "public" ? [token] : []),
    ...(route.method === "post" ? [key] : []),
  ];
}

function bodyOf(route: Route): JsonObject {
  if (route.body === undefined) return {};
  const file = { type: "object", required: ["file"], properties: { file: { type: "string", format: "binary" } } };
  const content: JsonObject =
    route.body === "file" || route.body === "workbook"
      ? { "multipart/form-data": { schema: file } }
      : { "application/json": { schema: ref(route.body) } };
  return { requestBody: { required: true, content } };
}

function contentOf(response: Route["response"]): JsonObject {
  if (response === "none") return {};
  if (typeof response !== "string")
    return { content: { "application/json": { schema: { type: "array", items: ref(response[0]) } } } };
  const type = media[response];
  return type === undefined
    ? { content: { "application/json": { schema: ref(response) } } }
    : { content: { [type]: { schema: { type: "string" } } } };
}

function operationOf(route: Route): JsonObject {
  const isOpen = route.access === "public";
  return {
    operationId: route.id,
    summary: route.summary,
    tags: [route.path.split("/")[1] ?? "api"],
    parameters: parametersOf(route),
    ...bodyOf(route),
    responses: {
      [String(route.status ?? 200)]: { description: route.summary, ...contentOf(route.response) },
      default: { description: "Failure", content: { "application/json": { schema: ref("Failure") } } },
    },
    security: isOpen ? [] : [{ session: [] }],
    "x-access": route.access,
    ...(route.demoOnly === true ? { "x-demo-only": true } : {}),
  };
}

/** The whole document as plain JSON. */
export function openApi(version: string, cookieName: string): JsonObject {
  const paths: Record<string, Record<string, JsonObject>> = {};
  for (const route of routes as readonly Route[]) {
    const path = `/api${route.path.replace(/:(\w+)/g, "{$1}")}`;
    paths[path] = { ...paths[path], [route.method]: operationOf(route) };
  }
  return {
    openapi: "3.1.0",
    jsonSchemaDialect: "https://json-schema.org/draft/2020-12/schema",
    info: { title: "Gridloom 织网", version, summary: "Workflow and forms for grid-based community governance" },
    servers: [{ url: "/" }],
    paths,
    components: {
      schemas: moveRefs(schemas) as JsonObject,
      securitySchemes: { session: { type: "apiKey", in: "cookie", name: cookieName } },
    },
  };
}
