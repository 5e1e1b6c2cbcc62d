/** 已阅: the receipt of a copy; reading it twice changes nothing. */
import type { CommandOf } from "../../model/command.ts";
import type { Actor } from "../../model/actor.ts";
import type { CopyState } from "../../model/office.ts";
import { OFFICE_REJECTIONS } from "../office-problems.ts";
import { own } from "../read-state.ts";
import type { Rejection, Run } from "../run.ts";
import type { CommandRule } from "./command-rule.ts";

export const readCopy: CommandRule<"readCopy"> = { isAllowedAfterEnd: true, carryOut };

function carryOut(run: Run, { copyId, actor }: CommandOf<"readCopy">): Rejection {
  const copy = own(run.state.copies, copyId);
  if (copy === undefined) return OFFICE_REJECTIONS.copyNotFound();
  if (!isFor(copy, actor)) return OFFICE_REJECTIONS.copyNotYours();
  if (!copy.readBy?.includes(actor.id)) run.emit({ type: "copyRead", copyId, by: actor.id });
  return undefined;
}

function isFor({ people = [], groups = [] }: Omit<CopyState, "id">, actor: Actor): boolean {
  const own = actor.kind === "person" ? actor.groups : [];
  return people.includes(actor.id) || groups.some((group) => own.includes(group));
}
