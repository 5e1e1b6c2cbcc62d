/** 通报 and 批示 through the API of the living city. */
import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import type {
  Bulletin,
  CaseDetail,
  CasePage,
  CommandDone,
  Figure,
  FigureCases,
  NoticePage,
  Results,
} from "../../../server/contract/types.ts";
import type { CaseFactRow, CaseRow } from "../../../server/store/rows.ts";
import { cityServer } from "../../support/living-city.ts";
import type { Client, TestServer } from "../../support/server.ts";
import { unzip } from "../../support/unzip.ts";

const value = (figures: readonly Figure[], id: string) => figures.find((figure) => figure.id === id);

describe("the monthly bulletin", function () {
  this.timeout(120_000);
  let server: TestServer;
  let leader: Client;
  before(async () => {
    server = await cityServer();
    leader = await server.as("leader", "nanyuan");
  });

  const bulletin = async (query = "?month=2026-10") => {
    const { status, body } = await leader.get<Bulletin>(`/results/bulletin${query}`);
    assert.equal(status, 200, JSON.stringify(body));
    return body;
  };
  const sentences = (of: Bulletin, language: "zh-CN" | "en" = "zh-CN") =>
    of.sections.flatMap((section) => [...section.paragraphs, ...section.notes].map((each) => each[language] ?? ""));

  it("says the figures of the results page", async () => {
    const { figures } = (await leader.get<Results>("/results?month=2026-10")).body;
    const said = sentences(await bulletin()).join("\n");
    const words = (id: string, unit: string) => `${value(figures, id)?.value?.toFixed(unit === "%" ? 1 : 0)}${unit}`;
    assert.ok(said.includes(`南苑街道共上报各类事件 ${words("reported", "")} 件`), said);
    assert.ok(said.includes(`按期结案率 ${words("onTimeRate", "%")}`), said);
    assert.ok(said.includes(`签收率 ${words("signRate", "%")}`), said);
    assert.ok(
      said.includes(`（微循环）${value(figures, "microLoop")?.counted} 件，占 ${words("microLoop", "%")}`),
      said,
    );
  });

  it("compares with the month before where it is known, and with nothing where it is not", async () => {
    assert.match(sentences(await bulletin()).join(""), /比上月(增加|减少) \d+ 件|与上月持平/);
    assert.doesNotMatch(sentences(await bulletin("?month=2026-09")).join(""), /上月|去年/);
  });

  it("names every unit once, adds up its tables and links each figure to its cases", async () => {
    const units = (await bulletin()).sections.find((section) => section.id === "units")?.table;
    assert.deepEqual(
      units?.rows.map(([name]) => name?.text["zh-CN"]),
      ["幸福社区", "和平社区", "合计"],
    );
    const [first = 0, second = 0, total] = (units?.rows ?? []).map((row) => row[1]?.value);
    assert.equal(total, first + second);
    for (const row of units?.rows ?? [])
      for (const cell of row.slice(1)) {
        if (cell.link === undefined) continue;
        const { status } = await leader.get(cell.link.replace("/desk", ""));
        assert.equal(status, 200, cell.link);
      }
  });

  it("lists late cases under the name of their unit", async () => {
    const { figures } = (await leader.get<Results>("/results?month=2026-10")).body;
    const late = (await bulletin()).sections.find((section) => section.id === "overdue")?.table;
    assert.equal(late?.rows.length, value(figures, "overdue")?.value);
    assert.ok(late?.rows.every(([unit, number]) => unit?.text["zh-CN"] !== "" && number?.caseId !== undefined));
  });

  it("of a month that is not over says so on the page and in the files; a finished one does not", async () => {
    const now = await bulletin("?month=2026-11");
    assert.match(
      now.remark?.["zh-CN"] ?? "",
      /^（本月尚未结束，数据截至2026年\d+月\d+日 \d\d:\d\d，月末后以正式通报为准）$/,
    );
    for (const ending of ["docx", "xlsx"])
      assert.ok(
        [...(await download(`/results/bulletin.${ending}?month=2026-11`)).values()].join("").includes("本月尚未结束"),
        ending,
      );
    assert.equal((await bulletin()).remark, undefined);
  });

  it("says so when it does not name every late case, and leads to all of them", async () => {
    const { store } = server.running.container;
    const month = "2025-06";
    const [model] = await store.read.all<CaseFactRow>("SELECT * FROM case_fact WHERE street_id = 'nanyuan' LIMIT 1");
    const [row] = await store.read.all<CaseRow>("SELECT * FROM case_ WHERE street_id = 'nanyuan' LIMIT 1");
    assert.ok(model !== undefined && row !== undefined);
    const at = Date.parse("2025-06-10T10:00:00+08:00");
    const ids = Array.from({ length: 103 }, () => randomUUID());
    await store.write(async (tx) => {
      for (const [index, id] of ids.entries()) {
        tx.insert("case_", { ...row, id, number: `南苑-20250610-${index}`, opened_at: at + index, closed_at: at });
        tx.insert("case_fact", {
          ...{ ...model, case_id: id, opened_at: at + index, opened_month: month, filed_month: month },
          ...{ due_month: month, closed_month: month, late: 1, outcome: "closed", supervisions: 0, instructions: 0 },
          ...{ filed_at: at, suspended: 0 },
        });
      }
      return Promise.resolve();
    });
    try {
      const late = (await bulletin(`?month=${month}`)).sections.find((section) => section.id === "overdue")?.table;
      assert.equal(late?.rows.length, 100);
      const [more] = late?.more ?? [];
      assert.equal(more?.text["zh-CN"], "超期案件共 103 件，以上列出最近上报的前 100 件，全部案件见“考核评估”。");
      const all = await leader.get<FigureCases>(more.link.replace("/desk", ""));
      assert.equal(all.body.total, 103);
      const said = [...(await download(`/results/bulletin.docx?month=${month}`)).values()].join("");
      assert.ok(said.includes("共 103 件"));
    } finally {
      await store.write(async (tx) => {
        for (const table of ["case_fact", "case_"])
          for (const id of ids)
            await tx.run(`DELETE FROM ${table} WHERE ${table === "case_" ? "id" : "case_id"} = $1`, [id]);
      });
    }
  });

  it("speaks English too, without a gap left open", async () => {
    for (const month of ["2026-09", "2026-10", "2026-11", "2025-02"]) {
      const of = await bulletin(`?month=${month}`);
      for (const words of [...sentences(of, "en"), ...sentences(of)]) {
        assert.doesNotMatch(words, /\{|\}|NaN|undefined|null|Infinity/);
        assert.notEqual(words.trim(), "");
      }
      assert.doesNotMatch(sentences(of, "en").join(""), /件，|本月/);
    }
  });

  async function download(path: string) {
    const response = await fetch(`${server.url}/api${path}`, { headers: { cookie: leader.cookie } });
    assert.equal(response.status, 200);
    assert.match(response.headers.get("content-disposition") ?? "", /^attachment; filename\*=UTF-8''/);
    return unzip(new Uint8Array(await response.arrayBuffer()));
  }

  it("comes as a Word paper and as Excel sheets with the same sentences and numbers", async () => {
    const of = await bulletin();
    const text = ((await download("/results/bulletin.docx?month=2026-10")).get("word/document.xml") ?? "").replaceAll(
      /<[^>]*>/g,
      "",
    );
    for (const words of sentences(of)) assert.ok(text.includes(words.replaceAll("&", "&amp;")), words);
    const sheets = await download("/results/bulletin.xlsx?month=2026-10");
    const all = [...sheets.values()].join("");
    for (const words of sentences(of)) assert.ok(all.includes(words), words);
    const english = (await download("/results/bulletin.docx?month=2026-10&language=en")).get("word/document.xml") ?? "";
    assert.ok(english.includes("Bulletin on grid governance of Nanyuan Street"));
    const units = of.sections.find((section) => section.id === "units");
    assert.ok(all.includes("按期结案率（%）") && units?.table !== undefined, "a bare number says of what");

    const empty = [...(await download("/results/bulletin.docx?month=2025-02")).values()].join("");
    assert.ok(empty.includes("2025年2月，南苑街道没有上报、立案或办结的案件"));
  });
});

describe("批示", function () {
  this.timeout(60_000);
  let server: TestServer;
  before(async () => {
    server = await cityServer();
  });

  it("goes from a leader to a unit, is seen and answered there, and stands in the story", async () => {
    const leader = await server.as("leader", "nanyuan");
    const found = (await leader.get<CasePage>("/cases?state=handling&limit=50")).body.items.find(
      (each) => each.lead !== "nanyuanJustice",
    );
    assert.ok(found !== undefined);
    const path = `/cases/${found.id}`;
    const before = (await leader.get<CaseDetail>(path)).body;
    assert.ok(before.actions.includes("instruct"));
    assert.equal(before.instructTo?.[0]?.unit, found.lead);
    const justice = await server.as("handler", "nanyuanJustice");
    assert.equal((await justice.get(path)).status, 404);
    const body = {
      instruction: "请司法所会同社区上门调处",
      unit: "nanyuanJustice",
      limit: { value: 4, clock: "workHour" },
      revision: before.revision,
    };
    assert.equal((await leader.post(`${path}/instruct`, { ...body, unit: "beiheUrban" })).status, 422);
    assert.equal((await (await server.as("dispatcher", "nanyuan")).post(`${path}/instruct`, body)).status, 403);
    const sent = await leader.post<CommandDone>(`${path}/instruct`, body);
    assert.equal(sent.status, 200, JSON.stringify(sent.body));
    assert.equal(sent.body.message["zh-CN"], "批示已送 南苑司法所");
    assert.equal((await leader.post(`${path}/instruct`, body)).status, 409);
    await server.running.container.runtime.settle();
    const notices = (await justice.get<NoticePage>("/notices")).body.items;
    assert.ok(notices.some((notice) => notice.caseId === found.id && notice.title["zh-CN"] === "领导批示"));
    const seen = (await justice.get<CaseDetail>(path)).body;
    const order = seen.supervisions?.find((each) => each.unit === "nanyuanJustice");
    assert.ok(order?.dueAt !== undefined && order.reply === undefined && seen.actions.includes("replySupervision"));
    const reply = { supervisionId: order.id, reply: "已上门，双方达成协议" };
    const other = await server.as("handler", found.lead);
    assert.equal((await other.post(`${path}/reply-supervision`, reply)).status, 403);
    assert.equal((await justice.post(`${path}/reply-supervision`, reply)).status, 200);
    const { timeline, supervisions } = (await leader.get<CaseDetail>(path)).body;
    const told = timeline.map((entry) => [entry.title["zh-CN"], entry.note ?? ""].join("：")).join("\n");
    assert.match(told, /领导批示：交 南苑司法所：请司法所会同社区上门调处/);
    assert.match(told, /批示办理情况回复：已上门，双方达成协议/);
    assert.equal(supervisions?.find((each) => each.id === order.id)?.repliedBy?.id, justice.id);
    const month = `/results?month=${found.openedAt.slice(0, 7)}`;
    const { figures } = (await leader.get<Results>(month)).body;
    assert.ok((value(figures, "instructed")?.value ?? 0) >= 1);
  });

  it("is answered after its case was closed, and nothing else is begun there any more", async () => {
    const leader = await server.as("leader", "nanyuan");
    const open = (await leader.get<CasePage>("/cases?state=handling&limit=50")).body.items;
    const found = open.find((each) => each.lead !== "nanyuanJustice" && !each.supervised);
    assert.ok(found !== undefined);
    const path = `/cases/${found.id}`;
    const { revision } = (await leader.get<CaseDetail>(path)).body;
    const asked = await leader.post<CommandDone>(`${path}/instruct`, {
      ...{ instruction: "请说明处理经过", unit: "nanyuanJustice", revision },
    });
    assert.equal(asked.status, 200, JSON.stringify(asked.body));
    const ended = await leader.post(`${path}/cancel`, { reason: "重复登记", revision: asked.body.revision });
    assert.equal(ended.status, 200, JSON.stringify(ended.body));

    const justice = await server.as("handler", "nanyuanJustice");
    const seen = (await justice.get<CaseDetail>(path)).body;
    assert.notEqual(seen.summary.closedAt, undefined);
    assert.deepEqual(seen.actions, ["replySupervision"]);
    const order = seen.supervisions?.find((each) => each.unit === "nanyuanJustice");
    const reply = { supervisionId: order?.id, reply: "经核实为重复登记，已并入前案" };
    const answered = await justice.post<CommandDone>(`${path}/reply-supervision`, reply);
    assert.equal(answered.status, 200, JSON.stringify(answered.body));
    assert.equal(answered.body.message["zh-CN"], "督办回复已提交");

    const after = (await leader.get<CaseDetail>(path)).body;
    assert.equal(after.supervisions?.find((each) => each.id === order?.id)?.reply, reply.reply);
    assert.equal(after.summary.closedAt, seen.summary.closedAt);
    assert.deepEqual(after.actions, []);
    const again = { instruction: "再报一次", unit: "nanyuanJustice", revision: after.revision };
    const refused = await leader.post<{ error: { code: string } }>(`${path}/instruct`, again);
    assert.equal(refused.body.error.code, "CASE_CLOSED");
  });
});
