/** Counting facts in the database: the same combinations on both databases, and the same cases in lists. */
import assert from "node:assert/strict";
import {
  groupFacts,
  flagsOf,
  isInMonth,
  isReportedAgain,
  listFacts,
  type FactFilter,
} from "../../../server/store/case-facts.ts";
import type { CaseFactRow, CaseRow } from "../../../server/store/rows.ts";
import { databases, type TestStore } from "../../support/stores.ts";

const at = Date.parse("2026-10-10T10:00:00+08:00");
const DAY = 86_400_000;

const caseOf = (id: string, change: Partial<CaseRow>): CaseRow => ({
  ...{
    street_id: "s",
    id,
    number: id,
    matter: "sewer",
    process_key: "p",
    title: "t",
    address: "路口",
    description: "",
  },
  ...{ state: "closed", level: "grid", severity: "general", lead: null, grid: "g1", unit_path: "c/d/s/k/g1" },
  ...{ reporter: "r", place_code: "A1", position: null, report_id: id, owner: null, opened_at: at, closed_at: null },
  ...{ outcome: null, due_at: null, warn_at: null, started_at: null, limit_value: null, limit_clock: null, returns: 0 },
  ...{ reworks: 0, yellow: 0, red: 0, suspended: 0, supervised: 0, channel: "staff", rating: null, reopens: 0 },
  ...change,
});

const factOf = (id: string, change: Partial<CaseFactRow>): CaseFactRow => ({
  ...{ street_id: "s", case_id: id, unit_path: "c/d/s/k/g1", community: "k", grid: "g1", large_class: "public" },
  ...{
    matter: "sewer",
    severity: "general",
    channel: "staff",
    level: "grid",
    lead: null,
    sign_unit: null,
    rating: null,
  },
  ...{ outcome: "closed", opened_at: at, filed_at: at, due_at: null, handled_at: null, closed_at: at, signed_at: null },
  ...{ opened_month: "2026-09", filed_month: "2026-10", due_month: "2026-10", closed_month: "2026-11", disposed: 0 },
  ...{ late: 0, sign_late: 0, extended: 0, suspended: 0, escalated: 0, returns: 0, reworks: 0, reopens: 0, yellow: 0 },
  ...{
    red: 0,
    supervisions: 0,
    supervisions_open: 0,
    instructions: 0,
    instructions_open: 0,
    clock: null,
    pauses: "[]",
  },
  ...{ dispatch_late: 0, verified: 0, verify_late: 0, repeated: 0, accept_time: 3, handle_time: null, close_time: 5 },
  ...change,
});

for (const database of databases)
  describe(`facts of cases on ${database.name}`, function () {
    this.timeout(60_000);
    let opened: TestStore;
    before(async () => {
      opened = await database.open();
      const facts = [
        factOf("a", {}),
        factOf("b", {}),
        factOf("c", { opened_month: "2026-10", returns: 2, close_time: null, outcome: null, closed_month: null }),
        factOf("d", { street_id: "o", unit_path: "c/d/o/k/g1" }),
        factOf("e", { community: "l", grid: "g2", unit_path: "c/d/s/l/g2", matter: "light", large_class: "streets" }),
      ];
      await opened.store.write((tx) => {
        for (const fact of facts) {
          tx.insert("case_", caseOf(fact.case_id, { street_id: fact.street_id, unit_path: fact.unit_path }));
          tx.insert("case_fact", fact);
        }
        return Promise.resolve();
      });
    });
    after(() => opened.close());

    const filter = (change: Partial<FactFilter> = {}): FactFilter => ({
      ...{ streets: ["s"], path: "c/d/s", month: "2026-10", now: at, frequentFrom: new Map([["s", 2]]), ...change },
    });

    it("come once for all months, each with the cases that count in it", async () => {
      const months = ["2026-09", "2026-10", "2026-11", "2026-12"];
      const groups = await groupFacts(opened.store.read, filter(), undefined, months);
      const cases = (month: string) =>
        groups.filter((group) => isInMonth(group, month)).reduce((sum, group) => sum + group.cases, 0);
      assert.deepEqual(months.map(cases), [3, 4, 3, 0]);
      assert.equal(
        groups.reduce((sum, group) => sum + group.close, 0),
        15,
      );
      assert.equal(
        groups.reduce((sum, group) => sum + group.closed, 0),
        3,
      );
    });

    it("know what is frequent by the street's own number, in the community and month of the report", async () => {
      const frequent = async (change: Partial<FactFilter>) =>
        (await listFacts(opened.store.read, filter({ month: "2026-09", ...change })))
          .filter((row) => flagsOf(row).frequent)
          .map((row) => row.case_id)
          .toSorted();
      assert.deepEqual(await frequent({}), ["a", "b"]);
      assert.deepEqual(await frequent({ frequentFrom: new Map([["s", 3]]) }), []);
      assert.deepEqual(await frequent({ frequentFrom: new Map() }), []);
    });

    it("narrow to a class, a unit's path and one row of a table", async () => {
      const ids = async (change: Partial<FactFilter>, only?: Parameters<typeof listFacts>[2]) =>
        (await listFacts(opened.store.read, filter(change), only)).map((row) => row.case_id).toSorted();
      assert.deepEqual(await ids({}), ["a", "b", "c", "e"]);
      assert.deepEqual(await ids({ largeClass: "streets" }), ["e"]);
      assert.deepEqual(await ids({ path: "c/d/s/l" }), ["e"]);
      assert.deepEqual(await ids({}, { dimension: "community", value: "k" }), ["a", "b", "c"]);
    });

    it("tell a matter that is reported again at the same place from others", async () => {
      const again = (change: Partial<CaseRow>) =>
        isReportedAgain(opened.store.read, caseOf("x", { opened_at: at + DAY, ...change }), at);
      assert.equal(await again({}), true);
      assert.equal(await again({ place_code: "A2" }), false);
      assert.equal(await again({ place_code: null }), false, "a place without a code is another one than A1");
      assert.equal(await again({ matter: "light" }), false);
      assert.equal(await again({ grid: "g9" }), false);
      assert.equal(await again({ opened_at: at }), false, "the first is not repeated");
      assert.equal(await isReportedAgain(opened.store.read, caseOf("x", { opened_at: at + DAY }), at + 1), false);
    });
  });
