/** A street's settings over HTTP: read, preview, publish, who was first, history, and what running cases keep. */
import assert from "node:assert/strict";
import type {
  FailureBody,
  ParameterSetting,
  SettingsPreview,
  SettingsPublished,
  SettingsVersion,
  StreetSettings,
} from "../../../server/contract/types.ts";
import { tasksOf } from "../../../engine/index.ts";
import type { InstanceState } from "../../../engine/index.ts";
import { hasPostgres, newPostgresDatabase } from "../../support/postgres.ts";
import { sendReport } from "../../support/reports.ts";
import { startTestServer, type Client, type TestServer } from "../../support/server.ts";

type Refused = { readonly error: FailureBody };

const set = (item: string, value: unknown) => ({
  ...{ kind: "parameter", definition: "parameters", item, action: "set", attribute: "value", value },
});
const giveBack = (item: string) => ({ kind: "parameter", definition: "parameters", item, action: "return" });
const hours = (value: number) => ({ value, clock: "workHour" });

describe("a street's settings", function () {
  this.timeout(60_000);
  let server: TestServer;
  let nanyuan: Client;
  let beihe: Client;

  before(async () => {
    server = await startTestServer();
    nanyuan = await server.as("designer", "nanyuan");
    beihe = await server.as("leader", "beihe");
  });
  after(() => server.stop());

  const read = async (client: Client, street: string) =>
    (await client.get<StreetSettings>(`/streets/${street}/settings`)).body;
  const settingIn = (settings: StreetSettings, key: string): ParameterSetting => {
    const found = settings.groups.flatMap((group) => group.settings).find((each) => each.key === key);
    assert.ok(found, key);
    return found;
  };
  const publish = async (client: Client, street: string, changes: readonly object[], more: object = {}) => {
    const { version } = await read(client, street);
    const body = { version, changes, reason: "雨季提前处置", ...more };
    return client.post<SettingsPublished & Refused>(`/streets/${street}/settings`, body);
  };

  it("shows each declared value with where it comes from", async () => {
    const settings = await read(beihe, "beihe");
    const sign = settingIn(settings, "signLimit");
    assert.deepEqual(sign.value, hours(1));
    assert.deepEqual(sign.above, hours(2));
    assert.equal(sign.words["zh-CN"], "1 工作时");
    assert.equal(sign.origin?.why, "指挥大厅实时派单，一小时内签收");
    assert.equal(settingIn(settings, "approvalLimit").origin, undefined);
    assert.deepEqual(
      settingIn(settings, "supervisorRole").options.map(({ value }) => value),
      ["dispatcher", "verifier", "leader"],
    );
    assert.equal(settings.base.version, 1);
    assert.equal(settings.mayPublish, true);
  });

  it("says the chain of each street in sentences, from its own flows", async () => {
    const [own] = (await read(nanyuan, "nanyuan")).chains;
    assert.equal(
      own?.sentence["zh-CN"],
      "网格自办 4 工作时内未办结 → 微循环（社区）；微循环（社区）1 工作日内未办结 → 小循环（街道）；" +
        "小循环（街道）2 工作日内未办结 → 大循环（区）；大循环（区）须在 3 工作日内办结，不再上报",
    );
    const [city] = (await read(beihe, "beihe")).chains;
    assert.match(city?.sentence["zh-CN"] ?? "", /街道 0\.5 工作日内未办结 → 区；区须在 0\.5 工作日内办结，不再上报$/);
  });

  it("previews before and after on one case and stores nothing", async () => {
    const { version } = await read(nanyuan, "nanyuan");
    const changes = [set("nanyuan__communityLimit", hours(4))];
    const { status, body } = await nanyuan.post<SettingsPreview>("/streets/nanyuan/settings/preview", {
      version,
      changes,
    });
    assert.equal(status, 200, JSON.stringify(body));
    assert.deepEqual(body.problems, []);
    assert.match(body.before.chain[0]?.sentence["zh-CN"] ?? "", /微循环（社区）1 工作日/);
    assert.match(body.after?.chain[0]?.sentence["zh-CN"] ?? "", /微循环（社区）4 工作时/);
    const upAt = (rows: SettingsPreview["before"]["rows"]) =>
      rows.find((row) => row.kind === "task" && row.title["zh-CN"].includes("街道办理"))?.at ?? "";
    assert.ok(upAt(body.after?.rows ?? []) < upAt(body.before.rows));
    assert.equal(body.differences[0]?.before["zh-CN"], "1 工作日");
    assert.equal(body.differences[0]?.after["zh-CN"], "4 工作时");
    assert.equal((await read(nanyuan, "nanyuan")).version, version);
  });

  it("tells faults of a preview at their field, beside what holds now", async () => {
    const changes = [set("approvalLimit", hours(0)), set("supervisorRole", "headman")];
    const { body } = await nanyuan.post<SettingsPreview>("/streets/nanyuan/settings/preview", { version: 1, changes });
    assert.deepEqual(
      body.problems.map(({ path }) => path),
      ["/changes/0/value/value", "/changes/1/value"],
    );
    assert.match(body.problems[1]?.zh ?? "", /没有岗位“headman”/);
    assert.equal(body.after, undefined);
    assert.ok(body.before.rows.length > 0);
  });

  it("publishes for the next case, while the running one keeps its bundle; and goes back", async () => {
    const worker = await server.as("gridWorker", "xingfuGrid1");
    const limitOf = async (caseId: string): Promise<unknown> => {
      const { store, catalogue } = server.running.container;
      const [row] = await store.read.all<{ state: string; bundle_hash: string }>(
        "SELECT state, bundle_hash FROM instance WHERE street_id = $1 AND id = $2",
        ["nanyuan", caseId],
      );
      assert.ok(row);
      assert.ok(tasksOf(JSON.parse(row.state) as InstanceState).length > 0);
      const bundle = await catalogue.bundleByHash(row.bundle_hash);
      return bundle.parameters["nanyuan__communityLimit"]?.values.at(-1)?.value;
    };
    const reported = async () => {
      const sent = await sendReport(worker, { matter: "exposedGarbage", more: { severity: "general" } });
      assert.ok(sent.body.case, JSON.stringify(sent.body));
      return sent.body.case.id;
    };

    const running = await reported();
    const before = await read(nanyuan, "nanyuan");
    const done = await publish(nanyuan, "nanyuan", [set("nanyuan__communityLimit", hours(3))]);
    assert.equal(done.status, 201, JSON.stringify(done.body));
    const next = await reported();
    assert.deepEqual(await limitOf(running), { value: 1, clock: "workDay" });
    assert.deepEqual(await limitOf(next), hours(3));
    const now = settingIn(await read(nanyuan, "nanyuan"), "nanyuan__communityLimit");
    assert.equal(now.origin?.by, nanyuan.session.person.name);
    assert.equal(now.origin?.why, "雨季提前处置");

    const back = await publish(nanyuan, "nanyuan", [giveBack("nanyuan__communityLimit")]);
    assert.equal(back.status, 201, JSON.stringify(back.body));
    const after = await read(nanyuan, "nanyuan");
    assert.deepEqual(settingIn(after, "nanyuan__communityLimit"), settingIn(before, "nanyuan__communityLimit"));
    assert.deepEqual(await limitOf(await reported()), { value: 1, clock: "workDay" });
    assert.deepEqual(await limitOf(next), hours(3));
  });

  it("announces a value for a later day", async () => {
    const done = await publish(beihe, "beihe", [set("approvalLimit", hours(2))], { from: "2026-12-01" });
    assert.equal(done.status, 201, JSON.stringify(done.body));
    assert.equal(done.body.differences[0]?.after["zh-CN"], "4 工作时（市级）；2026-12-01 起 2 工作时");
    const approval = settingIn(await read(beihe, "beihe"), "approvalLimit");
    assert.deepEqual(approval.value, hours(4));
    assert.deepEqual(approval.ahead[0]?.from, "2026-12-01");
    const withdrawn = await publish(beihe, "beihe", [giveBack("approvalLimit")]);
    assert.equal(withdrawn.status, 201);
    assert.deepEqual(settingIn(await read(beihe, "beihe"), "approvalLimit").ahead, []);
  });

  it("names who was first when two publish the same version", async () => {
    const { version } = await read(beihe, "beihe");
    const other = await server.as("designer", "beihe");
    const body = (value: number) => ({ version, changes: [set("dispatchLimit", hours(value))], reason: "调整" });
    const answers = await Promise.all([
      beihe.post<Refused>("/streets/beihe/settings", body(3)),
      other.post<Refused>("/streets/beihe/settings", body(4)),
    ]);
    assert.deepEqual(
      answers.map(({ status }) => status).toSorted((a, b) => a - b),
      [201, 409],
    );
    const [late] = answers.filter(({ status }) => status === 409);
    const first = answers[0]?.status === 201 ? beihe : other;
    assert.equal(late?.body.error.code, "SETTINGS_CHANGED");
    assert.equal(late?.body.error.details?.["by"], first.session.person.name);
    assert.ok(late?.body.error.zh.includes(first.session.person.name));
  });

  it("keeps every version with who, why and what, and goes back to one as a new version", async () => {
    await publish(beihe, "beihe", [set("returnsBeforeArbitration", 4)]);
    const [latest, earlier] = (await beihe.get<SettingsVersion[]>("/streets/beihe/settings/history")).body;
    assert.ok(latest !== undefined && earlier !== undefined);
    assert.equal(latest.isCurrent, true);
    assert.equal(latest.by, beihe.session.person.name);
    assert.equal(latest.note, "雨季提前处置");
    assert.deepEqual(
      latest.differences.map(({ title, before, after }) => [title["zh-CN"], before["zh-CN"], after["zh-CN"]]),
      [["退回几次后仲裁", "3", "4"]],
    );
    const back = await beihe.post<SettingsPublished>("/streets/beihe/settings/restore", {
      ...{ version: latest.version, to: earlier.version, reason: "恢复原设置" },
    });
    assert.equal(back.status, 201, JSON.stringify(back.body));
    assert.equal(back.body.version, latest.version + 1);
    assert.equal(settingIn(await read(beihe, "beihe"), "returnsBeforeArbitration").value, 3);
  });

  it("lets the street fall back on the city's chain, and take its own again", async () => {
    const slot = { kind: "process", definition: "eventLoop", item: "escalation", action: "return" };
    const before = await read(nanyuan, "nanyuan");
    assert.equal(before.slots[0]?.filling["zh-CN"], "南苑街道三级循环");
    const done = await publish(nanyuan, "nanyuan", [slot]);
    assert.equal(done.status, 201, JSON.stringify(done.body));
    const plain = await read(nanyuan, "nanyuan");
    assert.deepEqual(plain.slots, []);
    assert.ok((plain.chains[0]?.links.length ?? 0) < (before.chains[0]?.links.length ?? 0));
    const back = { version: plain.version, to: before.version, reason: "仍用三级循环" };
    assert.equal((await nanyuan.post("/streets/nanyuan/settings/restore", back)).status, 201);
    assert.deepEqual((await read(nanyuan, "nanyuan")).chains, before.chains);
  });

  it("refuses what does not make sense", async () => {
    const code = async (changes: readonly object[], more: object = {}) => {
      const { status, body } = await publish(nanyuan, "nanyuan", changes, more);
      return `${status} ${body.error.code}`;
    };
    const change = set("approvalLimit", hours(8));
    assert.equal(await code([set("approvalLimit", { value: 10_000, clock: "workDay" })]), "422 SETTING_INVALID");
    assert.equal(await code([change], { reason: "  " }), "422 SETTINGS_REASON_MISSING");
    assert.equal(await code([change], { from: "2026-11-22" }), "422 SETTINGS_DAY_PAST");
    assert.equal(await code([change], { from: "2028-01-01" }), "422 SETTINGS_DAY_TOO_FAR");
    assert.equal(await code([set("approvalLimit", hours(4))]), "422 SETTINGS_UNCHANGED");
    assert.equal(await code([change], { version: 0 }), "409 SETTINGS_CHANGED");
    assert.equal(await code([{ ...change, value: undefined }]), "422 BODY_INVALID");
    const restore = { version: (await read(nanyuan, "nanyuan")).version, to: 999, reason: "x" };
    const { status, body } = await nanyuan.post<Refused>("/streets/nanyuan/settings/restore", restore);
    assert.equal(`${status} ${body.error.code}`, "422 SETTINGS_VERSION_UNKNOWN");
  });

  it("is found only by those of the street, and published only by those who may", async () => {
    assert.equal((await beihe.get("/streets/nanyuan/settings")).status, 404);
    assert.equal(
      (await beihe.post("/streets/nanyuan/settings", { version: 1, changes: [giveBack("signLimit")], reason: "x" }))
        .status,
      404,
    );
    assert.equal((await beihe.get("/streets/xingfu/settings")).status, 404);
    const dispatcher = await server.as("dispatcher", "nanyuan");
    assert.equal((await read(dispatcher, "nanyuan")).mayPublish, false);
    assert.equal((await publish(dispatcher, "nanyuan", [set("approvalLimit", hours(8))])).status, 403);
    const worker = await server.as("gridWorker", "xingfuGrid1");
    assert.equal((await worker.get("/streets/nanyuan/settings")).status, 403);
    const district = await server.as("designer", "jinchuan");
    assert.equal((await district.get("/streets/nanyuan/settings")).status, 200);
  });

  it("keeps what streets have set over a restart", async () => {
    const { catalogue } = server.running.container;
    const before = (await read(nanyuan, "nanyuan")).version;
    const done = await publish(nanyuan, "nanyuan", [set("verifyLimit", { value: 2, clock: "workDay" })]);
    assert.equal(done.status, 201);
    const { store, settings, forms, ports } = server.running.container;
    const { loadCatalogue } = await import("../../../server/runtime/index.ts");
    const again = await loadCatalogue({
      store,
      ports,
      definitionsDir: settings.definitionsDir,
      compileForm: forms.compileForm,
    });
    assert.deepEqual(again.bundle("nanyuan", "eventLoop")?.hash, catalogue.bundle("nanyuan", "eventLoop")?.hash);
    assert.equal((await read(nanyuan, "nanyuan")).version, before + 1);
  });

  it("reads what another node has published", async () => {
    const { store, settings, forms, ports } = server.running.container;
    const { loadCatalogue } = await import("../../../server/runtime/index.ts");
    const other = await loadCatalogue({
      store,
      ports,
      definitionsDir: settings.definitionsDir,
      compileForm: forms.compileForm,
    });
    const before = other.bundle("beihe", "eventLoop")?.hash;
    await other.refreshIfChanged();
    assert.equal(other.bundle("beihe", "eventLoop")?.hash, before);
    assert.equal((await publish(beihe, "beihe", [set("approvalLimit", hours(6))])).status, 201);
    await other.refreshIfChanged();
    assert.notEqual(other.bundle("beihe", "eventLoop")?.hash, before);
  });
});

describe("a street's settings on PostgreSQL", function () {
  this.timeout(120_000);
  let server: TestServer | undefined;
  after(async () => server?.stop());

  if (hasPostgres)
    it("are published once for each version, kept and restored", async () => {
      server = await startTestServer({ databaseUrl: await newPostgresDatabase() });
      const client = await server.as("designer", "nanyuan");
      const path = "/streets/nanyuan/settings";
      const { version } = (await client.get<StreetSettings>(path)).body;
      const body = (value: number) => ({ version, changes: [set("approvalLimit", hours(value))], reason: "调整" });
      const answers = await Promise.all([client.post(path, body(6)), client.post(path, body(8))]);
      assert.deepEqual(
        answers.map(({ status }) => status).toSorted((a, b) => a - b),
        [201, 409],
      );
      const restored = await client.post(`${path}/restore`, { version: version + 1, to: version, reason: "恢复" });
      assert.equal(restored.status, 201, JSON.stringify(restored.body));
      const { body: history } = await client.get<SettingsVersion[]>(`${path}/history`);
      assert.deepEqual(
        history.map((each) => each.version),
        [version + 2, version + 1, version],
      );
    });
});
