import assert from "node:assert/strict";
import { readSettings, type Settings } from "../../server/config.ts";
import { helpText, settingTable } from "../../server/setting-table.ts";

function settings(argv: readonly string[], env: Record<string, string> = {}): Settings {
  const read = readSettings(argv, env);
  assert.ok(read.ok && read.value !== "help", JSON.stringify(read));
  return read.value;
}

function refusal(argv: readonly string[], env: Record<string, string> = {}): string {
  const read = readSettings(argv, env);
  assert.equal(read.ok, false);
  return read.ok ? "" : read.problems.map((problem) => `${problem.path} ${problem.zh} ${problem.en}`).join("\n");
}

describe("settings", () => {
  it("serve the demo on this machine only when nothing is set", () => {
    const { host, port, demo, publicUrl, lan, tls, dataDir, databaseUrl } = settings([]);
    assert.deepEqual(
      { host, port, demo, publicUrl, lan },
      { host: "127.0.0.1", port: 3000, demo: true, publicUrl: "http://localhost:3000", lan: false },
    );
    assert.equal(tls.kind, "none");
    assert.match(dataDir, /[\\/]var[\\/]demo$/);
    assert.equal(databaseUrl, undefined);
  });

  it("keep real records apart from the demo's", () => {
    const empty = settings(["--empty"]);
    assert.equal(empty.demo, false);
    assert.match(empty.dataDir, /[\\/]var[\\/]city$/);
    assert.equal(settings([], { DEMO: "0" }).demo, false);
  });

  it("take options before the environment, in both spellings", () => {
    assert.equal(settings(["--port", "4000"], { PORT: "5000" }).port, 4000);
    assert.equal(settings(["--port=4001"], { PORT: "5000" }).port, 4001);
    assert.equal(settings([], { PORT: "5000" }).port, 5000);
    assert.equal(settings([], { PORT: "" }).port, 3000);
  });

  it("open to the network with https of its own by --lan", () => {
    const lan = settings(["--lan"]);
    assert.deepEqual([lan.host, lan.tls.kind, lan.lan], ["0.0.0.0", "own", true]);
    assert.match(lan.publicUrl, /^https:/);
    assert.equal(settings(["--lan", "--empty"]).tls.kind, "own");
  });

  it("refuse real accounts on an open network without https", () => {
    assert.match(refusal(["--empty", "--host", "0.0.0.0"]), /HOST .*https/);
    assert.equal(settings(["--empty", "--host", "0.0.0.0"], { TRUST_PROXY: "1" }).trustProxy, 1);
    assert.equal(settings(["--host", "0.0.0.0"]).host, "0.0.0.0");
  });

  const wrong: readonly (readonly [readonly string[], Record<string, string>, RegExp])[] = [
    [["--port", "99999"], {}, /PORT .*端口.*port/],
    [["--port", "abc"], {}, /PORT/],
    [["--port"], {}, /--port .*缺少值.*missing/],
    [["--colour", "red"], {}, /--colour .*没有这个选项.*no such option/],
    [[], { PUBLIC_URL: "ftp://x" }, /PUBLIC_URL .*https?/],
    [[], { DATABASE_URL: "mysql://x/y" }, /DATABASE_URL .*postgres:/],
    [[], { TLS_CERT: "/nowhere.pem" }, /TLS_CERT .*TLS_KEY/],
    [[], { TLS_CERT: "/nowhere.pem", TLS_KEY: "/nowhere.key" }, /TLS_CERT .*\/nowhere\.pem/],
    [[], { LOG_LEVEL: "loud" }, /LOG_LEVEL .*warn/],
    [[], { TRUST_PROXY: "yes" }, /TRUST_PROXY/],
    [[], { DEMO: "yes" }, /DEMO .*0.*1/],
  ];
  for (const [argv, env, words] of wrong)
    it(`refuse ${argv.join(" ")}${JSON.stringify(env)} in one clear line`, () =>
      assert.match(refusal(argv, env), words));

  it("explain every setting in Chinese and English", () => {
    const text = helpText();
    for (const row of settingTable) {
      assert.ok(text.includes(row.name) && text.includes(row.zh) && text.includes(row.en), row.name);
      assert.match(row.zh, /\p{Script=Han}/u);
    }
    assert.equal(readSettings(["--help"], {}).ok, true);
  });
});
