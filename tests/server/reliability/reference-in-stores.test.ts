/** R8, R9 on both databases: random processes whose state is saved and read back between any two steps. */
import assert from "node:assert/strict";
import { replay } from "../../../engine/index.ts";
import type { Event, InstanceState } from "../../../engine/index.ts";
import { saveInstance } from "../../../server/store/instances.ts";
import type { Store } from "../../../server/store/index.ts";
import type { CaseRow, EventRow } from "../../../server/store/rows.ts";
import type { Tx } from "../../../server/store/transaction.ts";
import { sorted } from "../../engine/reference/run-both.ts";
import type { Keep } from "../../engine/reference/run-both.ts";
import { leadKept, seedsFrom } from "../../engine/reference/sizes.ts";
import { databases } from "../../support/stores.ts";

const SIZES: Readonly<Record<string, number>> = { SQLite: 15, PostgreSQL: 8 };
const STREET = "nanyuan";

function caseRow(id: string): CaseRow {
  return {
    ...{ street_id: STREET, id, number: id, matter: "m", process_key: "p", title: "", address: "", description: "" },
    ...{ state: "", level: "", severity: "general", lead: null, grid: "g", unit_path: "/", reporter: "r" },
    ...{ place_code: null, position: null, report_id: id, owner: null, opened_at: 0, closed_at: null, outcome: null },
    ...{ due_at: null, warn_at: null, started_at: null, limit_value: null, limit_clock: null, returns: 0, reworks: 0 },
    ...{ yellow: 0, red: 0, suspended: 0, supervised: 0, channel: "staff", rating: null, reopens: 0 },
  };
}

function insertEvents(tx: Tx, id: string, events: readonly Event[]): void {
  for (const { seq, at, actor, type, ...body } of events) {
    tx.insert("event", {
      ...{ street_id: STREET, instance_id: id, seq, at: Date.parse(at), actor: JSON.stringify(actor), type },
      ...{ element_id: null, body: JSON.stringify(body) },
    });
  }
}

/** One transaction a step, as the runtime does it; the next step begins with what the database has. */
async function keepIn(store: Store, id: string): Promise<Keep> {
  let revision = 0;
  const row = { street_id: STREET, id, bundle_hash: "b", revision, status: "running", state: "{}" };
  await store.write(async (tx) => {
    tx.insert("case_", caseRow(id));
    tx.insert("instance", row);
  });
  return async (state, events) => {
    await store.write(async (tx) => {
      const next = { ...row, revision: revision + 1, status: state.status, state: JSON.stringify(state) };
      await saveInstance(tx, next, revision);
      insertEvents(tx, id, events);
    });
    revision += 1;
    return load(store, id);
  };
}

async function load(store: Store, id: string): Promise<InstanceState> {
  const key = [STREET, id];
  const [instance] = await store.read.all<{ state: string }>(
    "SELECT state FROM instance WHERE street_id = $1 AND id = $2",
    key,
  );
  const rows = await store.read.all<EventRow>(
    "SELECT * FROM event WHERE street_id = $1 AND instance_id = $2 ORDER BY seq",
    key,
  );
  const state = JSON.parse(instance?.state ?? "{}") as InstanceState;
  assert.deepEqual(sorted(replay(rows.map(eventOf))), sorted(state), "the stored history gives the stored state");
  return state;
}

function eventOf({ seq, at, actor, type, body }: EventRow): Event {
  const head = { seq, at: new Date(at).toISOString(), actor: JSON.parse(actor) as unknown, type };
  return { ...head, ...(JSON.parse(body) as object) } as Event;
}

for (const database of databases)
  describe(`random processes on ${database.name}`, function () {
    this.timeout(120_000);

    it("live the same lives as in memory, read back after each step", async () => {
      const opened = await database.open();
      try {
        await leadKept(seedsFrom(5_001, SIZES[database.name] ?? 8), (seed) => keepIn(opened.store, `case${seed}`));
      } finally {
        await opened.close();
      }
    });
  });
