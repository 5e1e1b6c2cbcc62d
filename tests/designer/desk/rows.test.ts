import assert from "node:assert/strict";
import fc from "fast-check";
import { casePath, heldRows, type Row, uniqueRows } from "../../../designer/desk/inbox/rows.ts";
import type { CaseSummary } from "../../../server/contract/types.ts";

const title = { "zh-CN": "" };
const caseNamed = (id: string): CaseSummary => ({
  id,
  number: id,
  street: "nanyuan",
  streetTitle: title,
  matter: "sewerBlocked",
  title: "下水道堵塞",
  address: "",
  grid: "xingfuGrid1",
  gridTitle: { "zh-CN": "幸福社区第1网格" },
  state: "handling",
  stateTitle: title,
  level: "grid",
  levelTitle: title,
  severity: "major",
  openedAt: "2026-11-23T00:00:00.000Z",
  returns: 0,
  reworks: 0,
  cards: { yellow: 0, red: 0 },
  suspended: false,
  supervised: false,
});
const row = (id: string, titleText = "下水道堵塞"): Row => ({ id, case: { ...caseNamed(id), title: titleText } });
const idsOf = (rows: readonly Row[]) => rows.map((each) => each.id);

describe("the inbox while somebody points at it", () => {
  it("keeps the order when the server's order changes", () => {
    const { rows, waiting } = heldRows([row("a"), row("b"), row("c")], [row("c"), row("a"), row("b")]);
    assert.deepEqual(idsOf(rows), ["a", "b", "c"]);
    assert.equal(waiting, 0);
  });

  it("shows a vanished row dimmed in its place", () => {
    const { rows } = heldRows([row("a"), row("b")], [row("b")]);
    assert.deepEqual(
      rows.map((each) => [each.id, each.gone ?? false]),
      [
        ["a", true],
        ["b", false],
      ],
    );
  });

  it("changes words in place", () => {
    const { rows } = heldRows([row("a")], [row("a", "井盖缺损")]);
    assert.equal(rows[0]?.case.title, "井盖缺损");
  });

  it("lets new rows above wait, and says how many", () => {
    const { rows, waiting } = heldRows([row("a"), row("b")], [row("x"), row("a"), row("y"), row("b")]);
    assert.deepEqual(idsOf(rows), ["a", "b"]);
    assert.equal(waiting, 2);
  });

  it("appends what “load more” brought", () => {
    const { rows, waiting } = heldRows([row("a")], [row("a"), row("b"), row("c")]);
    assert.deepEqual(idsOf(rows), ["a", "b", "c"]);
    assert.equal(waiting, 0);
  });

  it("never moves, loses or doubles a shown row, whatever comes", () => {
    const ids = fc.uniqueArray(
      fc.integer({ min: 0, max: 30 }).map((each) => `r${String(each)}`),
      { maxLength: 20 },
    );
    fc.assert(
      fc.property(ids, ids, (before, after) => {
        const shown = before.map((id) => row(id));
        const { rows, waiting } = heldRows(
          shown,
          after.map((id) => row(id)),
        );
        assert.deepEqual(idsOf(rows).slice(0, before.length), before);
        assert.equal(new Set(idsOf(rows)).size, rows.length);
        const unseen = after.filter((id) => !before.includes(id)).length;
        assert.equal(rows.length - before.length + waiting, unseen);
      }),
    );
  });
});

describe("rows of the inbox", () => {
  it("stand once when two pages overlap", () => {
    assert.deepEqual(idsOf(uniqueRows([row("a"), row("b"), row("a")])), ["a", "b"]);
  });

  it("open the case at the task that is to be done", () => {
    const task = {
      id: "7",
      street: "nanyuan",
      name: "签收",
      case: caseNamed("c1"),
      candidates: [],
      createdAt: "2026-11-23T00:00:00.000Z",
      priority: 50,
      overdue: false,
    };
    assert.equal(casePath({ id: "nanyuan:7", case: caseNamed("c1"), task }), "/desk/case/c1?task=7");
    const done = { ...task, completedAt: "2026-11-23T01:00:00.000Z" };
    assert.equal(casePath({ id: "nanyuan:7", case: caseNamed("c1"), task: done }), "/desk/case/c1");
  });
});
