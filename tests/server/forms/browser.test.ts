import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import type { ValidateFunction } from "ajv";
import fc from "fast-check";
import { chromium, type Browser, type Page } from "playwright-core";
import type { JsonObject } from "../../../engine/model/json.ts";
import type { Form } from "../../../server/contract/types.ts";
import { startTestServer, type Client, type TestServer } from "../../support/server.ts";

const folder = new URL("../../../definitions/city/forms/", import.meta.url);
const executablePath = process.env["CHROMIUM"] ?? "/usr/bin/chromium";

interface PhoneModule {
  readonly validators: Readonly<Record<string, ValidateFunction>>;
  readonly rootKey: string;
}

/** Values that hit and miss a field's schema about equally often. */
function valueFor(schema: JsonObject): fc.Arbitrary<unknown> {
  const words = fc.constantFrom(
    "",
    "王小明",
    "13800138000",
    "11010519491231002X",
    "2026-02-29",
    "x".repeat(600),
    "sewerBlocked",
  );
  const options = Array.isArray(schema["enum"]) ? [fc.constantFrom(...(schema["enum"] as unknown[]))] : [];
  const items = (schema["items"] ?? {}) as JsonObject;
  const inner = (schema["properties"] ?? {}) as Readonly<Record<string, JsonObject>>;
  const shaped =
    schema["type"] === "object"
      ? [
          fc.record(Object.fromEntries(Object.entries(inner).map(([key, each]) => [key, valueFor(each)])), {
            requiredKeys: [],
          }),
        ]
      : schema["type"] === "array"
        ? [fc.array(valueFor(items), { maxLength: 4 })]
        : [];
  return fc.oneof(...options, ...shaped, ...shaped, words, fc.integer({ min: -1, max: 200 }), fc.boolean(), fc.uuid());
}

describe("compiled forms in Chromium, under the real content policy", function () {
  this.timeout(60_000);
  let server: TestServer;
  let browser: Browser;
  let page: Page;
  let worker: Client;
  const violations: string[] = [];
  before(async () => {
    server = await startTestServer();
    worker = await server.as("gridWorker");
    browser = await chromium.launch({
      executablePath,
      args: [
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
      ],
    });
    page = await browser.newPage();
    page.on("console", (message) => /Content Security Policy/.test(message.text()) && violations.push(message.text()));
    page.on("pageerror", (error) => violations.push(error.message));
    await page.goto(`${server.url}/api/welcome`);
  });
  after(async () => {
    await browser.close();
    await server.stop();
  });

  for (const name of readdirSync(folder)) {
    const file = JSON.parse(readFileSync(new URL(name, folder), "utf8")) as { key: string; schema: JsonObject };
    it(`${file.key}: phone and server agree on 60 submissions, valid and not`, async () => {
      const { body: form } = await worker.get<Form>(`/forms/${file.key}`);
      const result = await server.running.container.forms.compileForm(form.schema as JsonObject);
      assert.ok(result.ok);
      const data = fc.sample(valueFor(form.schema as JsonObject), { numRuns: 60, seed: 20_261_123 });
      const onPhone = await page.evaluate(
        async ({ url, instances }) => {
          await new Promise((resolve) => setTimeout(resolve, 1));
          const { validators, rootKey } = (await import(url)) as PhoneModule;
          const validate = validators[rootKey];
          return instances.map((instance) => {
            const isValid = validate?.(instance);
            return isValid === true
              ? []
              : (validate?.errors ?? []).map((error) => `${error.instancePath} ${error.keyword}`);
          });
        },
        { url: `${server.url}${form.validatorUrl}`, instances: data },
      );
      const onServer = data.map((each) =>
        result.value.validate(each).map((error) => `${error.instancePath} ${error.keyword}`),
      );
      assert.deepEqual(onPhone, onServer);
      assert.deepEqual(violations, []);
    });
  }
  it("the policy does forbid code made from text", async () => {
    // The debugger's own call may evaluate text; a timer's may not.
    const forbidden = await page.evaluate(async () => {
      await new Promise((resolve) => setTimeout(resolve, 1));
      try {
        // oxlint-disable-next-line no-new-func, typescript/no-implied-eval
        return String(new Function("return 1")());
      } catch (error) {
        return String(error);
      }
    });
    assert.match(forbidden, /EvalError/);
  });
});
