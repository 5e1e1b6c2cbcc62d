/** P4 at its hardest point: kill -9 after the message has left and before that is recorded. */
import assert from "node:assert/strict";
import { rmSync } from "node:fs";
import type { DeliveryPage } from "../../../server/contract/types.ts";
import { writeSetting } from "../../../server/store/settings.ts";
import { listenHttp } from "../../support/listeners.ts";
import { reachable, startPost } from "../../support/post.ts";
import { spawnServer, type ServerProcess } from "../../support/server-process.ts";
import { signInAt, type Client } from "../../support/server.ts";
import { temporaryFolder } from "../../support/stores.ts";

/** An urgent notice that waits to go out to the robot, in records that no server has open. */
async function waitingNotice(dataDir: string, robot: string): Promise<{ readonly admin: string }> {
  const post = await startPost({ dataDir, at: new Date().toISOString() });
  await post.setUp("wecom", { webhook: `${robot}?key=k` });
  await reachable(await post.server.as("gridWorker", "xingfuGrid1"), { wecomId: "worker1" });
  const dispatcher = await post.server.as("dispatcher", "nanyuan");
  await post.announce(dispatcher, { units: ["xingfuGrid1"], roles: ["gridWorker"], urgent: true });
  await post.server.running.container.store.write((tx) => writeSetting(tx, "demoLoaded", "all"));
  await post.stop();
  return { admin: post.admin.id };
}

const until = async (isTrue: () => boolean | Promise<boolean>) => {
  while (!(await isTrue())) await new Promise((resolve) => setTimeout(resolve, 50));
};

const sentTo = async (admin: Client) => (await admin.get<DeliveryPage>("/deliveries")).body.items;

describe("kill -9 between sending and recording it", function () {
  this.timeout(90_000);
  const dataDir = temporaryFolder();
  before(() => {
    process.env["NOTIFY_HOSTS"] = "127.0.0.1";
  });
  after(() => {
    delete process.env["NOTIFY_HOSTS"];
    rmSync(dataDir, { recursive: true, force: true });
  });

  it("sends the message at most once more, under the same id", async () => {
    let server: ServerProcess | undefined;
    const robot = await listenHttp((_, nth) => {
      if (nth > 0) return { status: 200, body: { errcode: 0 } };
      void server?.kill("SIGKILL");
      return "hang";
    });
    const { admin: adminId } = await waitingNotice(dataDir, robot.url);
    server = await spawnServer(dataDir);
    await until(() => robot.heard.length === 1);
    await server.kill("SIGKILL");

    server = await spawnServer(dataDir);
    const admin = await signInAt(server.url, adminId);
    const [before] = await sentTo(admin);
    assert.deepEqual([before?.state, before?.tries], ["retrying", 1], "the claim is on record, its end is not");
    // The claim of the dead server runs out.
    assert.equal((await admin.post("/demo/clock", { minutes: 2 })).status, 200);
    await until(async () => (await sentTo(admin))[0]?.state === "sent");
    const ids = robot.heard.map((each) => each.headers["idempotency-key"]);
    assert.deepEqual(ids, [before?.id, before?.id]);
    await server.kill("SIGTERM");
    await robot.stop();
  });
});
