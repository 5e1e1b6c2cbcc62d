import assert from "node:assert/strict";
import { fillText } from "../../../server/jobs/fill-text.ts";

const reading = {
  facts: {
    case: { number: "南苑-20261123-0007" },
    matter: { title: { "zh-CN": "下水道堵塞", en: "Blocked sewer" } },
    percent: 80,
    dueAt: "2026-11-23T09:30:00.000Z",
  },
  now: Date.parse("2026-11-23T02:00:00.000Z"),
  timeZone: "Asia/Shanghai",
};

describe("texts of notices", () => {
  it("are filled in both languages, instants as people say them", () => {
    const text = { "zh-CN": "{case.number} {matter.title}：{percent}%，{dueAt} 前", en: "{matter.title} by {dueAt}" };
    assert.deepEqual(fillText(text, reading), {
      "zh-CN": "南苑-20261123-0007 下水道堵塞：80%，今天 17:30 前",
      en: "Blocked sewer by today 17:30",
    });
  });

  it("show a dash for a fact that is missing, and never reach into prototypes", () => {
    const text = { "zh-CN": "{case.none} {constructor.name} {__proto__.x}" };
    assert.equal(fillText(text, reading)["zh-CN"], "— — —");
  });
});
