import { boundary, documentOf, flows, node, processOf, start, timer, userTask } from "../../../support/bpmn-builder.ts";
import { rule } from "../../../support/bpmn-rules.ts";

const waiting = (definition: string): string =>
  documentOf(
    processOf("p", start(), node("intermediateCatchEvent", "x", {}, definition), userTask("a"), flows("start > x > a")),
  );
const beside = (definition: string, isInterrupting: boolean): string =>
  documentOf(
    processOf(
      "p",
      start(),
      userTask("a"),
      boundary("x", "a", definition, isInterrupting),
      userTask("b"),
      flows("start > a", "x > b"),
    ),
  );

rule("timer-definition", {
  fine: {
    "a duration": waiting(timer("timeDuration", "PT4H")),
    "a date with offset": waiting(timer("timeDate", "2026-03-02T09:00:00+08:00")),
    FEEL: waiting(timer("timeDuration", "=limit")),
    "a cycle beside its activity": beside(timer("timeCycle", "R3/PT1H"), false),
    "a cycle to wait for": waiting(timer("timeCycle", "R3/PT1H")),
    "a cycle that interrupts": beside(timer("timeCycle", "R3/PT1H"), true),
  },
  refused: {
    "none of the three": [waiting("<bpmn:timerEventDefinition />"), "BPMN_TIMER_NOT_ONE", "x"],
    "two of them": [
      waiting(
        `<bpmn:timerEventDefinition><bpmn:timeDate>2026-03-02</bpmn:timeDate><bpmn:timeDuration>PT1H</bpmn:timeDuration></bpmn:timerEventDefinition>`,
      ),
      "BPMN_TIMER_NOT_ONE",
      "x",
    ],
    "an empty one": [waiting(timer("timeDuration", " ")), "BPMN_TIMER_NOT_ONE", "x"],
    "a duration that is none": [waiting(timer("timeDuration", "4 hours")), "BPMN_TIMER_INVALID", "x"],
    "a day that is none": [waiting(timer("timeDate", "2026-02-30")), "BPMN_TIMER_INVALID", "x"],
    "a cycle that is none": [beside(timer("timeCycle", "hourly"), false), "BPMN_TIMER_INVALID", "x"],
  },
});
