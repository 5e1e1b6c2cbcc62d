/** A city whose notices go out: channels set up by the administrator, people with addresses, a postman that is asked. */
import assert from "node:assert/strict";
import type { Announcement, Channel, Delivery, DeliveryPage, NoticeWishes } from "../../server/contract/types.ts";
import { openNet } from "../../server/external/notify/net.ts";
import { startPostman, type Postman } from "../../server/jobs/postman.ts";
import { systemClock } from "../../server/ports.ts";
import { newId } from "./reports.ts";
import { startTestServer, type Client, type TestServer, type TestServerOptions } from "./server.ts";

export interface Post {
  readonly server: TestServer;
  readonly admin: Client;
  /** Carries out what is due at the test's clock. */
  readonly postman: Postman;
  /** Another node's postman on the same records. */
  secondPostman(): Postman;
  setUp(kind: string, settings: Readonly<Record<string, string>>, street?: string): Promise<void>;
  remove(kind: string, street?: string): Promise<void>;
  log(query?: string): Promise<readonly Delivery[]>;
  announce(from: Client, wish: Partial<AnnouncementWish>): Promise<Announcement>;
  stop(): Promise<void>;
}

interface AnnouncementWish {
  readonly unit: string;
  readonly units: readonly string[];
  readonly roles: readonly string[];
  readonly title: string;
  readonly confirm: boolean;
  readonly urgent: boolean;
}

/** Short enough for a test to wait for a server that hangs. */
const TIMEOUT = 500;

export async function startPost(options: TestServerOptions = {}): Promise<Post> {
  const server = await startTestServer({ ...options, env: { NOTIFY_HOSTS: "127.0.0.1", ...options.env } });
  const { container } = server.running;
  // The server's own looks by itself; the test says when.
  await container.postman.stop();
  const newPostman = () => {
    const { store, ports, catalogue, secret, log } = container;
    const parts = { store, ports, catalogue, secret, log, wall: systemClock, publicUrl: undefined };
    return startPostman({ ...parts, net: openNet(["127.0.0.1"], TIMEOUT), onWork: () => () => undefined, poll: false });
  };
  const postmen = [newPostman()];
  const admin = await server.as("systemAdmin");
  const channelAt = async (kind: string, street: string) =>
    (await admin.get<readonly Channel[]>(`/channels?street=${street}`)).body.find((each) => each.kind === kind);
  return {
    server,
    admin,
    postman: postmen[0] as Postman,
    secondPostman() {
      const second = newPostman();
      postmen.push(second);
      return second;
    },
    async setUp(kind, settings, street = "yunjin") {
      const before = await channelAt(kind, street);
      const change = { on: true, revision: before?.revision ?? 0, settings };
      const saved = await admin.put(`/channels/${street}/${kind}`, change);
      assert.equal(saved.status, 200, JSON.stringify(saved.body));
    },
    async remove(kind, street = "yunjin") {
      assert.equal((await admin.delete(`/channels/${street}/${kind}`)).status, 204);
    },
    async log(query = "") {
      const { status, body } = await admin.get<DeliveryPage>(`/deliveries?limit=200${query}`);
      assert.equal(status, 200, JSON.stringify(body));
      return body.items;
    },
    async announce(from, wish) {
      const usual = { unit: "nanyuan", units: ["nanyuan"], roles: ["leader"], title: "防汛值守", body: "今晚加强巡查" };
      const sent = await from.post<Announcement>("/announcements", {
        ...{ id: newId(), ...usual, confirm: false, urgent: false, ...wish },
      });
      assert.equal(sent.status, 201, JSON.stringify(sent.body));
      return sent.body;
    },
    async stop() {
      for (const postman of postmen) await postman.stop();
      await server.stop();
    },
  };
}

/** Somebody says where he can be reached. */
export async function reachable(client: Client, wish: Partial<NoticeWishes>): Promise<void> {
  const none = { email: "", phone: "", wecomId: "", dingtalkId: "", off: [], language: "zh-CN", open: [] };
  const saved = await client.put("/notice-wishes", { ...none, ...wish });
  assert.equal(saved.status, 200, JSON.stringify(saved.body));
}
