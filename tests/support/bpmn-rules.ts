/** The table of a rule's test: diagrams that pass, and diagrams that are refused or told, by code and element. */
import assert from "node:assert/strict";
import { parseBpmn } from "../../engine/index.ts";
import type { Problem } from "../../engine/index.ts";

type Expected = readonly [xml: string, code: string, elementId: string];

interface Table {
  readonly fine: Readonly<Record<string, string>>;
  readonly refused?: Readonly<Record<string, Expected>>;
  readonly told?: Readonly<Record<string, Expected>>;
}

/** Every refusal must name the element and speak both languages. */
export function rule(name: string, { fine, refused = {}, told = {} }: Table): void {
  describe(`rule ${name}`, () => {
    for (const [title, xml] of Object.entries(fine)) {
      it(`passes: ${title}`, async () => assert.deepEqual(await problemsOf(xml), []));
    }
    for (const [title, [xml, code, elementId]] of Object.entries(refused)) {
      it(`refuses: ${title}`, async () => {
        const result = await parseBpmn(xml);
        assert.ok(!result.ok, "the document was accepted");
        expectProblem(result.problems, code, elementId);
      });
    }
    for (const [title, [xml, code, elementId]] of Object.entries(told)) {
      it(`tells: ${title}`, async () => {
        const result = await parseBpmn(xml);
        assert.ok(result.ok, result.ok ? "" : sayAll(result.problems));
        expectProblem(result.value.warnings, code, elementId);
      });
    }
  });
}

async function problemsOf(xml: string): Promise<readonly string[]> {
  const result = await parseBpmn(xml);
  return (result.ok ? result.value.warnings : result.problems).map((problem) => `${problem.code} ${problem.en}`);
}

function expectProblem(problems: readonly Problem[], code: string, elementId: string): void {
  const found = problems.find((problem) => problem.code === code && problem.elementId === elementId);
  assert.ok(found, `expected ${code} at ${elementId}, but: ${sayAll(problems)}`);
  assert.match(found.zh, /[\u4e00-\u9fff]/);
  assert.match(found.en, /^[\x20-\x7e\u4e00-\u9fff“”，。：、（）]+$/);
}

function sayAll(problems: readonly Problem[]): string {
  return problems.map((problem) => `${problem.code} ${problem.elementId ?? "-"}: ${problem.en}`).join("\n");
}
