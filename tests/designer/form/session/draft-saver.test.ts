import assert from "node:assert/strict";
import type { DefinitionDraft } from "../../../../server/contract/types.ts";
import { DraftSaver, type SaveState } from "../../../../designer/form/session/draft-saver.ts";

const draft = (editSequence: number): DefinitionDraft => ({
  ...{ pack: "yunjin", kind: "form", key: "visit", editSequence, isChanged: true, problems: [] },
});

/** A server that keeps the last content and refuses a save over another one. */
function server() {
  const kept = { content: "start", sequence: 0, isDown: false };
  const states: SaveState["kind"][] = [];
  const saver = new DraftSaver<string>(
    { content: "start", draft: draft(0) },
    {
      send: (content, sequence) => {
        if (kept.isDown) return Promise.reject(new Error("down"));
        if (sequence !== kept.sequence) return Promise.reject(new Error("changed"));
        Object.assign(kept, { content, sequence: sequence + 1 });
        return Promise.resolve(draft(kept.sequence));
      },
      conflictOf: (error) =>
        error instanceof Error && error.message === "changed"
          ? { by: "乙", at: "2026-11-23T02:00:00Z", editSequence: kept.sequence }
          : undefined,
      told: ({ kind }) => void states.push(kind),
      pause: 60_000,
    },
  );
  return { kept, saver, states };
}

describe("saving a draft by itself", () => {
  it("saves the newest content once, whatever came while it was saving", async () => {
    const { kept, saver, states } = server();
    saver.change("one");
    const first = saver.flush();
    saver.change("two");
    assert.equal(await first, true);
    assert.deepEqual([kept.content, kept.sequence, saver.sequence], ["two", 2, 2]);
    assert.equal(states.at(-1), "saved");
    saver.stop();
  });

  it("stops when somebody else has saved, and writes over it only when told to", async () => {
    const { kept, saver, states } = server();
    Object.assign(kept, { content: "theirs", sequence: 1 });
    saver.change("mine");
    assert.equal(await saver.flush(), false);
    saver.change("mine too");
    assert.equal(await saver.flush(), false);
    assert.deepEqual([kept.content, states.at(-1)], ["theirs", "conflict"]);
    assert.equal(await saver.follow(1), true);
    assert.deepEqual([kept.content, kept.sequence], ["mine too", 2]);
    saver.stop();
  });

  it("keeps what could not be sent and sends it later", async () => {
    const { kept, saver, states } = server();
    kept.isDown = true;
    saver.change("mine");
    assert.equal(await saver.flush(), false);
    assert.deepEqual([states.at(-1), saver.isBehind], ["failed", true]);
    kept.isDown = false;
    assert.equal(await saver.flush(), true);
    assert.equal(kept.content, "mine");
    saver.stop();
  });
});
