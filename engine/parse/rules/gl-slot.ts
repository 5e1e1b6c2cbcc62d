/** A `gl:slot` has an id and the names of the variables that pass. */
import { extensionOf, textOf, wordsOf } from "../element.ts";
import { problemAt } from "../problems.ts";
import { FINE } from "./rule.ts";
import type { Rule } from "./rule.ts";

const NAME = /^[\p{L}_][\p{L}\p{N}_]*$/u;

export const glSlot: Rule = (element) => {
  const slot = extensionOf(element, "gl:Slot");
  if (slot === undefined) return FINE;
  if (!NAME.test(textOf(slot, "id") ?? "")) {
    return [problemAt(element, "GL_SLOT_WITHOUT_ID", "的 gl:slot 没有有效编号", "has a gl:slot without a valid id")];
  }
  const names = [...wordsOf(textOf(slot, "in")), ...wordsOf(textOf(slot, "out"))];
  return names
    .filter((name) => !NAME.test(name) || name in {})
    .map((name) =>
      problemAt(
        element,
        "GL_SLOT_VARIABLE",
        `的 gl:slot 变量“${name}”无效`,
        `has a gl:slot with "${name}", which is no variable`,
      ),
    );
};
