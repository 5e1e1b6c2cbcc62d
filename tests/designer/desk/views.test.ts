import assert from "node:assert/strict";
import { countFilters, filtersOf, pagePath, paramsOf, viewKeys } from "../../../designer/desk/inbox/views.ts";

describe("filters in the address", () => {
  it("come back as they were written", () => {
    const filters = filtersOf(new URLSearchParams("view=overdue&matter=sewerBlocked&grid=xingfuGrid1&q=幸福路 12"));
    assert.deepEqual(filtersOf(paramsOf(filters)), filters);
    assert.equal(filters.q, "幸福路 12");
  });

  it("take an unknown view for 待办 and leave out what is empty", () => {
    const filters = filtersOf(new URLSearchParams("view=everything&level="));
    assert.equal(filters.view, "todo");
    assert.equal(paramsOf(filters).toString(), "");
  });

  it("ask cases or tasks by the view, each with the filters it knows", () => {
    const filters = filtersOf(new URLSearchParams("view=cases&stage=disposal&state=handling"));
    assert.equal(pagePath(filters, "nanyuan", ""), "/cases?limit=50&street=nanyuan&state=handling");
    assert.equal(
      pagePath({ ...filters, view: "toSign" }, "", "c9"),
      "/tasks?limit=50&view=toSign&stage=disposal&state=handling&cursor=c9",
    );
    assert.equal(countFilters(filters), 1);
  });

  it("offer the six views of the desk", () => {
    assert.deepEqual([...viewKeys], ["todo", "toSign", "dueSoon", "overdue", "done", "cases"]);
  });
});
