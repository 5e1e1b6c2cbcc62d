/** Input and output sets (BPMN 2.0 §10.4.1): what has to be there, of which one set is enough. */
import { childrenOf } from "../element.ts";
import type { Element } from "../element.ts";

const REFERENCES = {
  inputSets: { all: "dataInputRefs", left: ["optionalInputRefs", "whileExecutingInputRefs"] },
  outputSets: { all: "dataOutputRefs", left: ["optionalOutputRefs", "whileExecutingOutputRefs"] },
} as const;

/**
 * In: an ioSpecification, and what a required item of it needs. Out: the names by set; undefined when nothing has to be
 * there, because there is no set or one without a requirement.
 */
export function setsOf(
  io: Element,
  sets: keyof typeof REFERENCES,
  namesFor: (item: Element) => readonly string[],
): readonly (readonly string[])[] | undefined {
  const { all, left } = REFERENCES[sets];
  const found = childrenOf(io, sets).map((set) => {
    const optional = left.flatMap((name) => childrenOf(set, name));
    const items = childrenOf(set, all).filter((item) => !optional.includes(item));
    return [...new Set(items.flatMap(namesFor))];
  });
  return found.length === 0 || found.some((names) => names.length === 0) ? undefined : found;
}
