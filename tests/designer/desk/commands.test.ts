import assert from "node:assert/strict";
import { Ajv2020 } from "ajv/dist/2020.js";
import {
  allowedOnCase,
  allowedOnTask,
  commandBody,
  type CommandKey,
  commandPath,
  commandSpecs,
} from "../../../designer/desk/case/commands.ts";
import type { CaseDetail, Task } from "../../../server/contract/types.ts";
import { routes } from "../../../server/contract/routes.ts";
import { schemas } from "../../../server/contract/schemas.ts";

const detail = {
  summary: { id: "c1", number: "南苑-20261123-0001" },
  actions: ["cancel", "supervise", "unknown"],
  revision: 7,
} as unknown as CaseDetail;
const task = { task: { id: "t 1", street: "nanyuan" }, actions: ["claim", "complete", "sendBack"] } as unknown as Task;
const typed = {
  reason: "  不属于本部门职责  ",
  limit: { value: 4, clock: "workHour" },
  supervisionId: "s1",
  unit: "nanyuanUrban",
  toElementId: "signFor",
  receiver: "group:nanyuanUrban/handler",
} as const;

const bodyNames: Readonly<Record<CommandKey, string>> = {
  supervise: "Supervise",
  instruct: "Instruct",
  replySupervision: "ReplySupervision",
  suspend: "Reason",
  resume: "Reason",
  extend: "Extend",
  cancel: "Reason",
  withdrawStep: "Reason",
  urge: "Reason",
  forceClose: "Reason",
  sendBack: "SendBack",
  transfer: "Transfer",
};

function isValid(name: string, body: object): boolean {
  const ajv = new Ajv2020({ strict: false, validateFormats: false });
  return ajv.validate({ $defs: schemas, $ref: `#/$defs/${name}` }, body);
}

describe("the office's commands", () => {
  it("are offered only when the server allows them", () => {
    assert.deepEqual(
      allowedOnCase(detail).map((spec) => spec.key),
      ["supervise", "cancel"],
    );
    assert.deepEqual(
      allowedOnTask(task).map((spec) => spec.key),
      ["sendBack"],
    );
  });

  for (const key of Object.keys(commandSpecs) as CommandKey[]) {
    it(`${key} sends what the contract asks for, to a route that exists`, () => {
      const body = commandBody(key, typed, 7);
      assert.ok(isValid(bodyNames[key], body), JSON.stringify(body));
      const path = commandPath(key, { detail, task });
      const known = routes.some(
        (route) => route.method === "post" && new RegExp(`^${route.path.replace(/:\w+/g, "[^/]+")}$`).test(path),
      );
      assert.ok(known, path);
    });
  }

  it("carry the revision that was seen and the reason without its margins", () => {
    assert.deepEqual(commandBody("suspend", typed, 7), { reason: "不属于本部门职责", revision: 7 });
  });

  it("leave an unfinished limit out where it is optional", () => {
    assert.deepEqual(commandBody("supervise", { reason: "到场", limit: { clock: "workHour" } }, 1), {
      requirement: "到场",
      revision: 1,
    });
  });

  it("transfer to a person or to a post", () => {
    assert.deepEqual(commandBody("transfer", { reason: "外出", receiver: "person:p1" }, 2), {
      reason: "外出",
      personId: "p1",
      revision: 2,
    });
    assert.deepEqual(commandBody("transfer", { reason: "外出", receiver: "group:a/b" }, 2), {
      reason: "外出",
      group: "a/b",
      revision: 2,
    });
  });

  it("on a task without a task are our bug, not the user's", () => {
    assert.throws(() => commandPath("sendBack", { detail }), /Expected a task/);
  });
});
