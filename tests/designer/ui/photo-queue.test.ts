import assert from "node:assert/strict";
import { PhotoQueue, type PhotoPorts } from "../../../designer/ui/form/photo-queue.ts";

const refused = new Error("refused");

function queueOver(tries: Record<string, readonly (Error | "ok")[]>, waited: number[] = []) {
  const left = new Map(Object.entries(tries).map(([id, outcomes]) => [id, [...outcomes]]));
  const sent: string[] = [];
  const ports: PhotoPorts = {
    mayRetry: (error) => error !== refused,
    wait: async (pause) => void waited.push(pause),
    send: async (id, onProgress) => {
      onProgress(0.5);
      const outcome = left.get(id)?.shift() ?? "ok";
      if (outcome !== "ok") throw outcome;
      sent.push(id);
    },
  };
  return { queue: new PhotoQueue(ports), sent };
}

describe("photos on their way", () => {
  it("go one after the other and end as sent", async () => {
    const { queue, sent } = queueOver({});
    queue.add("a");
    queue.add("b");
    assert.deepEqual(await queue.settled(), []);
    assert.deepEqual(sent, ["a", "b"]);
    assert.equal(queue.states().get("a")?.kind, "sent");
  });

  it("are tried again with growing pauses when the network fails", async () => {
    const waited: number[] = [];
    const { queue, sent } = queueOver({ a: [new Error("lost"), new Error("lost"), "ok"] }, waited);
    queue.add("a");
    assert.deepEqual(await queue.settled(), []);
    assert.deepEqual(sent, ["a"]);
    assert.equal(waited.length, 2);
    assert.ok((waited[0] ?? 0) < (waited[1] ?? 0));
  });

  it("are not sent again when the server refused the photo itself", async () => {
    const waited: number[] = [];
    const { queue } = queueOver({ a: [refused] }, waited);
    queue.add("a");
    assert.deepEqual(await queue.settled(), ["a"]);
    assert.deepEqual(waited, []);
  });

  it("wait for the person after the last try, and go when told to", async () => {
    const lost = Array.from({ length: 4 }, () => new Error("lost"));
    const { queue, sent } = queueOver({ a: lost });
    queue.add("a");
    assert.deepEqual(await queue.settled(), ["a"]);
    queue.retryFailed();
    assert.deepEqual(await queue.settled(), []);
    assert.deepEqual(sent, ["a"]);
  });

  it("stop being anybody's care once deleted, even half-way", async () => {
    const { queue } = queueOver({ a: [new Error("lost")] });
    queue.add("a");
    queue.forget("a");
    assert.deepEqual(await queue.settled(), []);
    assert.equal(queue.states().has("a"), false);
  });

  it("are sent once when added twice", async () => {
    const { queue, sent } = queueOver({});
    queue.add("a");
    queue.add("a");
    await queue.settled();
    queue.add("a");
    await queue.settled();
    assert.deepEqual(sent, ["a"]);
  });

  it("tell whoever listens about every change", async () => {
    const { queue } = queueOver({});
    const seen: (string | undefined)[] = [];
    const stop = queue.subscribe(() => seen.push(queue.states().get("a")?.kind));
    queue.add("a");
    await queue.settled();
    stop();
    queue.forget("a");
    assert.deepEqual([...new Set(seen)], ["waiting", "sending", "sent"]);
  });
});
