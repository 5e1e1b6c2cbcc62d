/** 抄送: people and groups are told of the case and acknowledge it (`readCopy`); nothing waits for them. */
import type { CommandOf } from "../../model/command.ts";
import { OFFICE_REJECTIONS } from "../office-problems.ts";
import type { Rejection, Run } from "../run.ts";
import type { CommandRule } from "./command-rule.ts";

export const copyTo: CommandRule<"copyTo"> = { isAllowedAfterEnd: true, carryOut };

function carryOut(run: Run, { people: named = [], groups: asked = [], note, actor }: CommandOf<"copyTo">): Rejection {
  const people = [...new Set(named)];
  const groups = [...new Set(asked)];
  if (people.length + groups.length === 0) return OFFICE_REJECTIONS.copyNobody();
  const id = run.nextId("y");
  const said = note === undefined || note === "" ? {} : { note };
  run.emit({
    type: "copied",
    copy: {
      ...{ id, by: actor.id, at: run.now, ...said },
      ...(people.length === 0 ? {} : { people }),
      ...(groups.length === 0 ? {} : { groups }),
    },
  });
  run.effect({ type: "notifyCopy", copyId: id, people, groups, ...said });
  return undefined;
}
