import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import type {
  DefinitionDraft,
  DefinitionDraftSummary,
  DefinitionSummary,
  FormSummary,
  PublishResult,
} from "../../../server/contract/types.ts";
import { addPerson } from "../../../server/store/people.ts";
import { newId } from "../../support/reports.ts";
import { startTestServer, type Client, type Failure, type TestServer } from "../../support/server.ts";

const city = (path: string) => readFileSync(new URL(`../../../definitions/city/${path}`, import.meta.url), "utf8");

const newForm = (key: string, title: string) =>
  JSON.stringify({
    key,
    title: { "zh-CN": title, en: "New form" },
    schema: {
      $schema: "https://json-schema.org/draft/2020-12/schema",
      type: "object",
      additionalProperties: false,
      required: ["name"],
      properties: { name: { type: "string", title: "名称", minLength: 1, maxLength: 50 } },
    },
    uiSchema: { "ui:order": ["name"] },
    messages: { en: { name: { title: "Name" } } },
  });

describe("drafts of definitions", function () {
  this.timeout(60_000);
  let server: TestServer;
  let one: Client;
  let other: Client;
  let ofStreet: Client;

  async function designerAt(unit: string, name: string): Promise<Client> {
    const id = newId();
    const grants = [{ unit, role: "designer" }];
    await server.running.container.store.write((tx) => addPerson(tx, { id, name, grants, at: 0 }));
    return server.asPerson(id);
  }

  before(async () => {
    server = await startTestServer();
    one = await designerAt("yunjin", "甲设计");
    other = await designerAt("yunjin", "乙设计");
    ofStreet = await designerAt("nanyuan", "南苑设计");
  });
  after(() => server.stop());

  const read = (client: Client, path: string) => client.get<DefinitionDraft & Failure>(`/definitions/${path}/draft`);
  const save = (client: Client, path: string, content: string, editSequence: number) =>
    client.put<DefinitionDraft & Failure>(`/definitions/${path}/draft`, { content, editSequence });
  const publish = (client: Client, path: string, body: object) =>
    client.post<PublishResult & Failure>(`/definitions/${path}/draft/publish`, { note: "测试", ...body });

  it("opens the published content when nobody has edited it", async () => {
    const { status, body } = await read(one, "yunjin/form/signFor");
    assert.equal(status, 200);
    assert.deepEqual(JSON.parse(body.content ?? ""), JSON.parse(city("forms/signFor.json")));
    assert.deepEqual([body.editSequence, body.isChanged, body.publishedVersion, body.problems], [0, false, 1, []]);
    assert.match(body.validatorUrl ?? "", /^\/api\/validators\/[0-9a-f]{40}\.js$/);
  });

  it("keeps what was saved, shows it to the others and publishes it", async () => {
    const path = "yunjin/form/shopVisit";
    const saved = await save(one, path, newForm("shopVisit", "商铺走访"), 0);
    assert.deepEqual([saved.status, saved.body.editSequence, saved.body.isChanged], [200, 1, true]);
    const drafts = await other.get<readonly DefinitionDraftSummary[]>("/definitions/drafts?kind=form");
    assert.deepEqual(
      drafts.body.map(({ key, by }) => [key, by.name]),
      [["shopVisit", "甲设计"]],
    );
    const checked = await publish(one, path, { editSequence: 1, checkOnly: true });
    assert.deepEqual([checked.body.published, checked.body.problems], [false, []]);
    const done = await publish(one, path, { editSequence: 1 });
    assert.deepEqual([done.status, done.body.published, done.body.version], [200, true, 1], JSON.stringify(done.body));
    const worker = await server.as("gridWorker", "xingfuGrid1");
    const forms = (await worker.get<readonly FormSummary[]>("/forms")).body;
    assert.ok(forms.some((form) => form.key === "shopVisit"));
    assert.deepEqual((await other.get<readonly unknown[]>("/definitions/drafts")).body, []);
    assert.equal((await publish(one, path, { editSequence: 1 })).body.error.code, "NOTHING_TO_PUBLISH");
  });

  it("never overwrites in silence: the second editor is told who was first and when", async () => {
    const path = "yunjin/form/twoEditors";
    await save(one, path, newForm("twoEditors", "甲写的"), 0);
    const late = await save(other, path, newForm("twoEditors", "乙写的"), 0);
    assert.deepEqual([late.status, late.body.error.code], [409, "DRAFT_CHANGED"]);
    const { by, at, editSequence } = late.body.error.details ?? {};
    assert.deepEqual([by, editSequence], ["甲设计", 1]);
    assert.ok(!Number.isNaN(Date.parse(String(at))));
    assert.match((await read(other, path)).body.content ?? "", /甲写的/);
    const again = await save(other, path, newForm("twoEditors", "乙写的"), 1);
    assert.deepEqual([again.status, again.body.editSequence], [200, 2]);
    const stale = await publish(one, path, { editSequence: 1 });
    assert.equal(stale.body.error.code, "DRAFT_CHANGED");
  });

  it("takes the same save twice: an answer got lost", async () => {
    const path = "yunjin/form/lostAnswer";
    await save(one, path, newForm("lostAnswer", "一次"), 0);
    const again = await save(one, path, newForm("lostAnswer", "一次"), 0);
    assert.deepEqual([again.status, again.body.editSequence], [200, 1]);
  });

  it("goes back to the published version when it is given up, and tells who still has it open", async () => {
    const path = "yunjin/form/verification";
    const changed = city("forms/verification.json").replace(
      /"title": \{\s*"zh-CN": "[^"]*"/,
      '"title": { "zh-CN": "改名"',
    );
    assert.equal((await save(one, path, changed, 0)).status, 200);
    assert.equal((await one.delete(`/definitions/${path}/draft?editSequence=7`)).status, 409);
    assert.equal((await one.delete(`/definitions/${path}/draft?editSequence=1`)).status, 204);
    const { body } = await read(other, path);
    assert.deepEqual([body.isChanged, body.editSequence], [false, 2]);
    assert.equal((await save(other, path, changed, 1)).body.error.code, "DRAFT_CHANGED");
  });

  it("lets a version that was published meanwhile be seen before it is followed by another", async () => {
    const path = "yunjin/form/redispatch";
    const file = JSON.parse(city("forms/redispatch.json")) as { title: object };
    const titled = (title: string) => JSON.stringify({ ...file, title: { "zh-CN": title, en: "Redispatch" } });
    await save(one, path, titled("甲"), 0);
    const uploaded = { kind: "form", pack: "yunjin", content: titled("乙"), note: "" };
    assert.equal((await other.post("/definitions", uploaded)).status, 201);
    const refused = await publish(one, path, { editSequence: 1 });
    assert.deepEqual([refused.status, refused.body.error.code], [409, "VERSION_CHANGED"]);
    assert.deepEqual([refused.body.error.details?.["by"], refused.body.error.details?.["version"]], ["乙设计", 2]);
    const done = await publish(one, path, { editSequence: 1, baseVersion: 2 });
    assert.deepEqual([done.body.published, done.body.version], [true, 3], JSON.stringify(done.body));
  });

  it("refuses what is no form, names what is wrong and stores nothing", async () => {
    const path = "yunjin/form/broken";
    for (const [content, code] of [
      ['{"key": ', "CONTENT_UNREADABLE"],
      ["[]", "CONTENT_UNREADABLE"],
      [newForm("another", "别的"), "DRAFT_KEY_DIFFERS"],
    ] as const) {
      const { status, body } = await save(one, path, content, 0);
      assert.deepEqual([status, body.error.code], [422, code]);
    }
    assert.equal((await read(one, path)).status, 404);
    const wrong = newForm("broken", "坏表单").replace('"type":"string"', '"type":"strange"');
    const saved = await save(one, path, wrong, 0);
    assert.deepEqual([saved.status, saved.body.validatorUrl], [200, undefined]);
    assert.ok(saved.body.problems.length > 0);
    const refused = await publish(one, path, { editSequence: 1 });
    assert.deepEqual([refused.status, refused.body.published], [200, false]);
    assert.ok(refused.body.problems.length > 0);
    const { body } = await one.get<readonly DefinitionSummary[]>("/definitions?kind=form");
    assert.ok(!body.some((each) => each.key === "broken"));
  });

  it("keeps a flow while it does not parse, and says what is wrong with it", async () => {
    const flow = city("processes/eventLoop.bpmn");
    const saved = await save(one, "yunjin/process/eventLoop", flow.slice(0, 600), 0);
    assert.equal(saved.status, 200);
    assert.ok(saved.body.problems.length > 0);
    const whole = await save(
      one,
      "yunjin/process/eventLoop",
      flow.replace("<bpmn:definitions", "<!-- 改 --><bpmn:definitions"),
      1,
    );
    assert.deepEqual(
      whole.body.problems.filter((each) => each.severity !== "warning"),
      [],
    );
    const done = await publish(one, "yunjin/process/eventLoop", { editSequence: 2 });
    assert.deepEqual([done.body.published, done.body.version], [true, 2], JSON.stringify(done.body));
  });

  it("is per street: a street's designer edits his own pack and finds no other", async () => {
    const own = "nanyuan/form/nanyuan__shop";
    assert.equal((await save(ofStreet, own, newForm("nanyuan__shop", "南苑商铺"), 0)).status, 200);
    assert.equal((await publish(ofStreet, own, { editSequence: 1 })).body.published, true);
    const [here, there] = await Promise.all([server.as("gridWorker", "xingfuGrid1"), server.as("dispatcher", "beihe")]);
    assert.equal((await here.get("/forms/nanyuan__shop")).status, 200);
    assert.equal((await there.get("/forms/nanyuan__shop")).status, 404);
    for (const path of ["beihe/form/beihe__shop", "yunjin/form/signFor", "nowhere/form/a", "nanyuan/nothing/a"])
      for (const answer of [await read(ofStreet, path), await save(ofStreet, path, newForm("a", "甲"), 0)])
        assert.equal(answer.status, 404, path);
    const unprefixed = await save(ofStreet, "nanyuan/form/plain", newForm("plain", "无前缀"), 0);
    assert.equal(unprefixed.status, 200);
    const refused = await publish(ofStreet, "nanyuan/form/plain", { editSequence: 1 });
    assert.deepEqual(
      refused.body.problems.map(({ code }) => code),
      ["PACK_PREFIX"],
    );
  });
});
