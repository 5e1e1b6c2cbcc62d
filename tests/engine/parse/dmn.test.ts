/* oxlint-disable unicorn/no-thenable -- `then` is the model's word for the right side of a rule; an array is no function */
import assert from "node:assert/strict";
import { decide } from "../../../engine/decisions/index.ts";
import { DMN_LIMIT, parseDmn } from "../../../engine/parse/dmn.ts";
import { contextOf } from "../decisions/tables.ts";

const MODEL = "https://www.omg.org/spec/DMN/20191111/MODEL/";

function file(body: string, model = MODEL, attributes = ""): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<definitions xmlns="${model}" xmlns:x="urn:other:tool" id="file" name="file" namespace="urn:test" ${attributes}>${body}</definitions>`;
}

const TABLE = `<decisionTable id="table">
  <input id="matterKey" label="事项"><inputExpression id="ie"><text>matter.key</text></inputExpression>
    <inputValues><text>"sewer","road"</text></inputValues></input>
  <output id="lead" name="lead" label="主责"><outputValues><text>"urban","water"</text></outputValues>
    <defaultOutputEntry><text>"urban"</text></defaultOutputEntry></output>
  <rule id="sewers"><description>下水道</description><inputEntry id="c1"><text><![CDATA["sewer"]]></text></inputEntry><outputEntry id="c2"><text>"water"</text></outputEntry></rule>
</decisionTable>`;

function decision(table = TABLE, attributes = 'id="responsibility" name="责任划分"'): string {
  return `<decision ${attributes}>${table}</decision>`;
}

async function codes(xml: string): Promise<readonly string[]> {
  const result = await parseDmn(xml);
  return result.ok ? [] : result.problems.map((problem) => `${problem.code} ${problem.elementId ?? ""}`.trim());
}

describe("A DMN file", () => {
  it("says in words when tags do not match, whatever the reader fell over", async () => {
    const result = await parseDmn(file(decision().replace("<text>", "<text><text>")));
    assert.ok(!result.ok);
    assert.match(result.problems[0]?.zh ?? "", /不成对/);
  });

  it("becomes a decision that decides", async () => {
    const result = await parseDmn(file(decision()));
    assert.ok(result.ok);
    const [table] = result.value.decisions;
    assert.deepEqual(result.value.warnings, []);
    assert.deepEqual(table, {
      key: "responsibility",
      title: { "zh-CN": "责任划分" },
      hitPolicy: "UNIQUE",
      inputs: [{ id: "matterKey", label: "事项", expression: "matter.key", allowed: '"sewer","road"' }],
      outputs: [{ id: "lead", name: "lead", label: "主责", allowed: '"urban","water"', default: '"urban"' }],
      rules: [{ id: "sewers", note: "下水道", when: ['"sewer"'], then: ['"water"'] }],
    });
    const answer = table === undefined ? undefined : decide(table, contextOf({ matter: { key: "sewer" } }));
    assert.equal(answer?.ok === true && answer.value.output, "water");
  });

  for (const [version, model] of [
    ["1.2", "http://www.omg.org/spec/DMN/20180521/MODEL/"],
    ["1.3", MODEL],
    ["1.4", "https://www.omg.org/spec/DMN/20211108/MODEL/"],
    ["1.5", "https://www.omg.org/spec/DMN/20230324/MODEL/"],
  ] as const) {
    it(`of version ${version} is read`, async () => assert.deepEqual(await codes(file(decision(), model)), []));
  }

  it("may leave out ids and labels; they are made up stably", async () => {
    const bare = `<decisionTable hitPolicy="COLLECT" aggregation="COUNT"><input><inputExpression><text>n</text></inputExpression></input><output/>
      <rule><inputEntry><text>1</text></inputEntry><outputEntry><text>1</text></outputEntry><annotationEntry><text>注</text></annotationEntry></rule></decisionTable>`;
    const result = await parseDmn(file(decision(bare, 'id="counted"')));
    assert.ok(result.ok);
    const [table] = result.value.decisions;
    assert.equal(table?.aggregation, "COUNT");
    assert.deepEqual(table?.inputs, [{ id: "counted_input1", label: "n", expression: "n" }]);
    assert.deepEqual(table?.rules, [{ id: "counted_rule1", note: "注", when: ["1"], then: ["1"] }]);
  });

  it("turns typed date inputs into dates, and reads allowed values from its types", async () => {
    const dated = `<decisionTable><input><inputExpression typeRef="date"><text>day</text></inputExpression></input>
      <output name="o" typeRef="level"/><rule><inputEntry><text>&gt;= date("2026-05-01")</text></inputEntry><outputEntry><text>level</text></outputEntry></rule></decisionTable>`;
    const type =
      '<itemDefinition name="level"><typeRef>string</typeRef><allowedValues><text>"grid","street"</text></allowedValues></itemDefinition>';
    const result = await parseDmn(file(type + decision(dated)));
    assert.ok(result.ok);
    const [table] = result.value.decisions;
    assert.ok(table);
    const answer = (level: string): unknown => {
      const decided = decide(table, contextOf({ day: "2026-06-01", level }));
      return decided.ok ? decided.value.output : decided.problems[0]?.code;
    };
    assert.equal(answer("grid"), "grid");
    assert.equal(answer("planet"), "DECISION_OUTPUT_NOT_ALLOWED");
  });

  it("keeps foreign attributes and a key it would not choose, with a warning", async () => {
    const result = await parseDmn(file(decision(TABLE, 'id="Decision_1" x:color="red"')));
    assert.ok(result.ok);
    assert.deepEqual(
      result.value.warnings.map(({ code, severity }) => [code, severity]),
      [
        ["DMN_KEY", "warning"],
        ["DMN_FOREIGN_ATTRIBUTE", "warning"],
      ],
    );
  });
});

describe("A DMN file is refused", () => {
  it("with a DOCTYPE or entity, before anything is parsed", async () => {
    const bomb = '<!DOCTYPE a [<!ENTITY b "c">]>';
    assert.deepEqual(await codes(bomb + file(decision())), ["XML_DOCTYPE"]);
    assert.deepEqual(await codes(file(decision()).replace("?>", "?><!doctype a>")), ["XML_DOCTYPE"]);
  });

  it("above 2 MiB, counted in bytes", async () => {
    assert.deepEqual(await codes(file(`<description>${"网".repeat(DMN_LIMIT / 3)}</description>`)), ["DMN_TOO_LARGE"]);
  });

  it("when it is no DMN", async () => {
    assert.deepEqual(await codes("not xml"), ["DMN_INVALID"]);
    assert.deepEqual(await codes("<a/>"), ["DMN_INVALID"]);
    assert.deepEqual(await codes(file(decision()).slice(0, -20)), ["DMN_INVALID"]);
    assert.deepEqual(await codes(file("")), ["DMN_EMPTY"]);
  });

  it("with content it does not understand, instead of losing it", async () => {
    assert.deepEqual(await codes(file(decision(`<surprise/>${TABLE}`))), ["DMN_UNKNOWN_ELEMENT"]);
    assert.deepEqual(await codes(file(decision() + decision())), ["DMN_DUPLICATE_ID responsibility"]);
  });

  it("by element id for what the engine cannot decide", async () => {
    const refused: readonly (readonly [string, string])[] = [
      ["<literalExpression><text>1</text></literalExpression>", "DMN_UNSUPPORTED responsibility"],
      ["", "DMN_UNSUPPORTED responsibility"],
      [
        "<context><contextEntry><literalExpression><text>1</text></literalExpression></contextEntry></context>",
        "DMN_UNSUPPORTED responsibility",
      ],
      [
        `<informationRequirement id="needs"><requiredDecision href="#other"/></informationRequirement>${TABLE}`,
        "DMN_UNSUPPORTED needs",
      ],
      [
        `<informationRequirement id="needs"><requiredDecision href="other.dmn#a"/></informationRequirement>${TABLE}`,
        "DMN_UNSUPPORTED needs",
      ],
      [
        `<informationRequirement id="needs"><requiredDecision href="#responsibility"/></informationRequirement>${TABLE}`,
        "DMN_CYCLE needs",
      ],
      [
        `<knowledgeRequirement id="knows"><requiredKnowledge href="#b"/></knowledgeRequirement>${TABLE}`,
        "DMN_UNSUPPORTED knows",
      ],
      ...["ANY", "PRIORITY", "RULE ORDER", "OUTPUT ORDER"].map(
        (policy) => [TABLE.replace('id="table"', `id="table" hitPolicy="${policy}"`), "DMN_UNSUPPORTED table"] as const,
      ),
      [TABLE.replace('id="ie"', 'id="ie" expressionLanguage="juel"'), "DMN_UNSUPPORTED ie"],
    ];
    for (const [body, expected] of refused) assert.deepEqual(await codes(file(decision(body))), [expected], body);
    assert.deepEqual(await codes(file(decision() + '<businessKnowledgeModel id="bkm" name="b"/>')), [
      "DMN_UNSUPPORTED bkm",
    ]);
    assert.deepEqual(await codes(file(decision() + '<decisionService id="service" name="s"/>')), [
      "DMN_UNSUPPORTED service",
    ]);
    assert.deepEqual(await codes(file(decision(), MODEL, 'expressionLanguage="http://www.w3.org/1999/XPath"')), [
      "DMN_UNSUPPORTED file",
    ]);
  });

  it("for a cell that does not compile, by the id of its rule", async () => {
    assert.deepEqual(
      await codes(file(decision(TABLE.replace('"water"</text></outputEntry>', '"water</text></outputEntry>')))),
      ["FEEL_SYNTAX sewers"],
    );
  });

  it("says so in Chinese and English", async () => {
    const result = await parseDmn(file(decision("")));
    const [problem] = result.ok ? [] : result.problems;
    assert.match(problem?.zh ?? "", /没有决策表/);
    assert.match(problem?.en ?? "", /no decision table/);
  });
});

describe("Documentation in a DMN file", () => {
  it("is accepted and decides nothing", async () => {
    const documented = `${decision(`<description>说明</description><question>谁负责?</question><informationRequirement><requiredInput href="#fact"/></informationRequirement>${TABLE}`)}
      <inputData id="fact" name="fact"/><knowledgeSource id="law" name="条例"/>`;
    assert.deepEqual(await codes(file(documented)), []);
  });
});

describe("Decisions that require others", () => {
  const rules = (rows: readonly (readonly [string, string])[]): string =>
    rows
      .map(
        ([when, then]) =>
          `<rule><inputEntry><text>${when}</text></inputEntry><outputEntry><text>${then}</text></outputEntry></rule>`,
      )
      .join("");
  const needing = (
    key: string,
    name: string,
    reads: string,
    needs: readonly string[],
    rows: readonly (readonly [string, string])[],
  ): string =>
    `<decision id="${key}" name="${name}">
      ${needs.map((id) => `<informationRequirement id="${key}_${id}"><requiredDecision href="#${id}"/></informationRequirement>`).join("")}
      <decisionTable><input><inputExpression><text>${reads}</text></inputExpression></input><output/>${rules(rows)}</decisionTable>
    </decision>`;
  const severity = needing(
    "severity",
    "严重程度",
    "depth",
    [],
    [
      ["&gt;= 30", '"high"'],
      ["&lt; 30", '"low"'],
    ],
  );

  it("read their answers by name", async () => {
    const owner = needing(
      "owner",
      "主责",
      "严重程度",
      ["severity"],
      [
        ['"high"', '"district"'],
        ['"low"', '"community"'],
      ],
    );
    const result = await parseDmn(file(owner + severity));
    assert.ok(result.ok);
    const [table] = result.value.decisions;
    assert.ok(table);
    const answer = decide(table, contextOf({ depth: 40, 严重程度: "low" }));
    assert.deepEqual(answer.ok && answer.value.output, "district");
    assert.deepEqual(answer.ok && answer.value.inputs, { 严重程度: "high" });
  });

  it("may not go in circles, nor require without end", async () => {
    const circle = needing("a", "a", "b", ["b"], []) + needing("b", "b", "a", ["a"], []);
    assert.deepEqual(await codes(file(circle)), ["DMN_CYCLE b_a", "DMN_CYCLE a_b"]);
    const twice = Array.from({ length: 40 }, (_, at) =>
      needing(`d${at + 1}`, "d", "1", at === 0 ? [] : [`d${at}`], []),
    );
    assert.deepEqual(await codes(file(twice.join(""))), []);
    const doubled = twice.map((text, at) =>
      text.replace(
        "<decisionTable>",
        at === 0
          ? "<decisionTable>"
          : `<informationRequirement><requiredDecision href="#d${at}"/></informationRequirement><decisionTable>`,
      ),
    );
    assert.match((await codes(file(doubled.join("")))).join(), /DMN_UNSUPPORTED d/);
    const chain = Array.from({ length: 3_000 }, (_, at) =>
      needing(`d${at + 1}`, "d", "1", at === 0 ? [] : [`d${at}`], []),
    );
    assert.match((await codes(file(chain.join("")))).join(), /DMN_UNSUPPORTED d/);
  });
});
