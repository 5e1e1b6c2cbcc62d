/** Exclusive gateway: the first true flow, else the default, else an incident; a merge passes each token (§13.4.2). */
import { passOn } from "../behavior.ts";
import type { Behavior } from "../behavior.ts";
import { chooseFirst } from "../flows.ts";

export const exclusiveGateway: Behavior<"exclusiveGateway"> = {
  isInstant: true,
  activate: passOn,
  choose: chooseFirst,
};
