/** A `gl:clock` has a limit; a `gl:ladder` has a key and hangs on a clock. */
import { extensionOf, isFeel, textOf } from "../element.ts";
import { problemAt } from "../problems.ts";
import { FINE } from "./rule.ts";
import type { Rule } from "./rule.ts";

export const glClock: Rule = (element) => {
  const clock = extensionOf(element, "gl:Clock");
  const ladder = extensionOf(element, "gl:Ladder");
  if (clock !== undefined && !isFeel(textOf(clock, "limit") ?? "")) {
    return [
      problemAt(
        element,
        "GL_CLOCK_WITHOUT_LIMIT",
        "的 gl:clock 没有时限表达式（limit）",
        "has a gl:clock whose limit is no FEEL expression",
      ),
    ];
  }
  if (ladder === undefined) return FINE;
  if ((textOf(ladder, "key") ?? "").trim() === "") {
    return [
      problemAt(element, "GL_LADDER_WITHOUT_KEY", "的 gl:ladder 没有指定阶梯（key）", "has a gl:ladder without a key"),
    ];
  }
  return clock === undefined
    ? [
        problemAt(
          element,
          "GL_LADDER_WITHOUT_CLOCK",
          "有 gl:ladder 但没有 gl:clock",
          "has a gl:ladder but no gl:clock for it to hang on",
        ),
      ]
    : FINE;
};
