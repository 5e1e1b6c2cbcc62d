/** SSRF: an address that somebody typed in must not lead into the own network. */
import assert from "node:assert/strict";
import { isPrivate, NetRefused, openNet } from "../../../../server/external/notify/net.ts";
import { listenHttp } from "../../../support/listeners.ts";

const refused = async (call: Promise<unknown>, code: NetRefused["code"]) =>
  assert.rejects(call, (error) => error instanceof NetRefused && error.code === code);

describe("the way out", () => {
  for (const address of [
    ...["127.0.0.1", "10.1.2.3", "172.16.0.1", "172.31.255.255", "192.168.1.1", "169.254.169.254", "100.64.0.1"],
    ...["0.0.0.0", "198.18.0.1", "224.0.0.1", "255.255.255.255", "::1", "::", "fe80::1", "fc00::1", "fd12::1"],
    ...["::ffff:127.0.0.1", "::ffff:8.8.8.8", "64:ff9b::7f00:1", "2002:7f00:1::", "ff02::1", "not an address"],
  ])
    it(`takes ${address} for private`, () => assert.equal(isPrivate(address), true));

  for (const address of ["8.8.8.8", "114.114.114.114", "172.32.0.1", "192.169.0.1", "2400:3200::1"])
    it(`takes ${address} for public`, () => assert.equal(isPrivate(address), false));

  const net = openNet([], 500);
  for (const url of [
    ...[
      "https://127.0.0.1/hook",
      "https://2130706433/",
      "https://0x7f.1/",
      "https://[::1]:8443/",
      "https://localhost/",
    ],
    ...["https://[::ffff:127.0.0.1]/", "https://169.254.169.254/latest/meta-data"],
    ...["http://qyapi.weixin.qq.com/", "file:///etc/passwd", "ftp://8.8.8.8/"],
  ])
    it(`refuses ${url}`, () => refused(net.postJson(url, {}), "ADDRESS_REFUSED"));

  it("reaches a private host that the installation allows, by name of host and port", async () => {
    const listener = await listenHttp();
    try {
      const answer = await openNet([listener.host]).postJson(listener.url, { a: "中文" });
      assert.equal(answer.status, 200);
      assert.deepEqual(listener.heard[0]?.body, { a: "中文" });
      await refused(openNet(["127.0.0.1:1"]).postJson(listener.url, {}), "ADDRESS_REFUSED");
    } finally {
      await listener.stop();
    }
  });

  it("follows no redirect, reads no endless answer, waits for nobody", async () => {
    const away = await listenHttp(() => ({ status: 302, headers: { location: "http://127.0.0.1:1/" } }));
    const long = await listenHttp(() => ({ status: 200, body: "x".repeat(200_000) }));
    const silent = await listenHttp(() => "hang");
    const open = openNet(["127.0.0.1"], 400);
    try {
      assert.equal((await open.postJson(away.url, {})).status, 302);
      assert.equal(away.heard.length, 1);
      assert.ok((await open.postJson(long.url, {})).text.length <= 65_536);
      await refused(open.postJson(silent.url, {}), "TIMED_OUT");
      await refused(open.postJson("http://127.0.0.1:1/", {}), "UNREACHABLE");
    } finally {
      await Promise.all([away, long, silent].map((each) => each.stop()));
    }
  });
});
