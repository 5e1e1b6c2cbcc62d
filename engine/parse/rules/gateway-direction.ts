/** A gateway that says its direction keeps it: converging joins and does not fork, diverging the other way round (BPMN 2.0 §10.6). */
import { isA, ownTextOf } from "../element.ts";
import { problemAt } from "../problems.ts";
import { FINE } from "./rule.ts";
import type { Rule } from "./rule.ts";

interface Direction {
  readonly zh: string;
  readonly en: string;
  readonly isKept: (incoming: number, outgoing: number) => boolean;
}

/** "Unspecified" promises nothing. */
const DIRECTIONS: Readonly<Record<string, Direction>> = {
  Converging: {
    zh: "汇聚，应有多条流入、至多一条流出",
    en: "converging: it needs several flows in and at most one out",
    isKept: (incoming, outgoing) => incoming > 1 && outgoing < 2,
  },
  Diverging: {
    zh: "分支，应有多条流出、至多一条流入",
    en: "diverging: it needs several flows out and at most one in",
    isKept: (incoming, outgoing) => incoming < 2 && outgoing > 1,
  },
  Mixed: {
    zh: "混合，应有多条流入和多条流出",
    en: "mixed: it needs several flows in and several out",
    isKept: (incoming, outgoing) => incoming > 1 && outgoing > 1,
  },
};

export const gatewayDirection: Rule = (element, model) => {
  if (!isA(element, "bpmn:Gateway")) return FINE;
  const name = ownTextOf(element, "gatewayDirection") ?? "";
  const direction = Object.hasOwn(DIRECTIONS, name) ? DIRECTIONS[name] : undefined;
  if (direction === undefined) return FINE;
  if (direction.isKept(model.incoming(element).length, model.outgoing(element).length)) return FINE;
  return [problemAt(element, "BPMN_GATEWAY_DIRECTION", `标明为${direction.zh}`, `is said to be ${direction.en}`)];
};
