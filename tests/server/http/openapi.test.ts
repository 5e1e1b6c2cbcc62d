import assert from "node:assert/strict";
import { Ajv2020 } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import { routes } from "../../../server/contract/routes.ts";
import { schemas } from "../../../server/contract/schemas.ts";
import { openApi } from "../../../server/http/openapi.ts";
import { contractTypes } from "../../../server/tasks/generate-types.ts";
import { allFormTypes } from "../../../server/tasks/form-types-text.ts";
import { readFileSync } from "node:fs";

interface Operation {
  readonly operationId: string;
  readonly parameters: readonly { readonly name: string; readonly in: string; readonly required: boolean }[];
  readonly responses: Readonly<Record<string, unknown>>;
}
interface Document {
  readonly openapi: string;
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, object>> };
}

const document = openApi("0.0.0", "gridloom") as unknown as Document;
const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
);

describe("the OpenAPI document", () => {
  it("has one operation for each route, and no other", () => {
    assert.equal(document.openapi, "3.1.0");
    assert.deepEqual(
      operations.map(({ operation }) => operation.operationId).toSorted(),
      routes.map((route) => route.id).toSorted(),
    );
  });

  it("declares every path parameter, as required", () => {
    for (const { path, operation } of operations) {
      const named = [...path.matchAll(/\{(\w+)\}/g)].map((match) => match[1]);
      const declared = operation.parameters.filter((each) => each.in === "path");
      assert.deepEqual(
        declared.map((each) => each.name),
        named,
        path,
      );
      assert.ok(
        declared.every((each) => each.required),
        path,
      );
      assert.doesNotMatch(path, /:/);
    }
  });

  it("gives every operation a success and a failure", () => {
    for (const { operation } of operations) {
      const codes = Object.keys(operation.responses);
      assert.ok(codes.some((code) => /^2\d\d$/.test(code)) && codes.includes("default"), operation.operationId);
    }
  });

  it("points at schemas that are there", () => {
    const refs = [...JSON.stringify(document).matchAll(/"\$ref":"([^"]+)"/g)].map((match) => match[1] ?? "");
    assert.ok(refs.length > 50);
    for (const ref of refs)
      assert.ok(Object.hasOwn(document.components.schemas, ref.replace("#/components/schemas/", "")), ref);
  });

  it("holds schemas that compile as JSON Schema 2020-12", () => {
    const ajv = new Ajv2020({ strict: true, strictTypes: false, strictRequired: false });
    addFormats.default(ajv);
    ajv.addVocabulary(["components"]);
    ajv.addSchema({ $id: "openapi", components: document.components });
    for (const name of Object.keys(schemas)) ajv.compile({ $ref: `openapi#/components/schemas/${name}` });
  });

  it("names for every unsafe route that needs a session the token header", () => {
    for (const { method, operation } of operations) {
      const route = routes.find((each) => each.id === operation.operationId);
      const wants = method !== "get" && route?.access !== "public";
      assert.equal(
        operation.parameters.some((each) => each.name === "X-CSRF-Token"),
        wants,
        operation.operationId,
      );
    }
  });
});

describe("generated types", () => {
  const committed = (path: string) => readFileSync(new URL(`../../../${path}`, import.meta.url), "utf8");
  it("of the contract are those of its schemas: npm run types changes nothing", async () => {
    assert.equal(await contractTypes(), committed("server/contract/types.ts"));
  });
  it("of the forms are those of the city pack", async () => {
    assert.equal(await allFormTypes(), committed("tests/support/form-types.ts"));
  });
});
