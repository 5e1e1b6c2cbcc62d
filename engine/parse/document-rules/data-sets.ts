/**
 * What an activity takes and gives stands in its sets, which name nothing else: every input and output in at least one, what is optional or comes
 * while it runs among the set's own, and two sets that belong together say so on both sides (BPMN 2.0 tables 10.57–10.63).
 */
import type { Problem } from "../../model/problem.ts";
import { childOf, childrenOf, isA } from "../element.ts";
import type { Element } from "../element.ts";
import { titleOf } from "../type-names.ts";
import { problemNear } from "./document-rule.ts";
import type { DocumentRule } from "./document-rule.ts";

interface Side {
  readonly items: string;
  readonly sets: string;
  readonly members: string;
  readonly special: readonly string[];
  readonly partners: string;
  readonly back: string;
}

const SIDES: readonly Side[] = [
  {
    items: "dataInputs",
    sets: "inputSets",
    members: "dataInputRefs",
    special: ["optionalInputRefs", "whileExecutingInputRefs"],
    partners: "outputSetRefs",
    back: "inputSetRefs",
  },
  {
    items: "dataOutputs",
    sets: "outputSets",
    members: "dataOutputRefs",
    special: ["optionalOutputRefs", "whileExecutingOutputRefs"],
    partners: "inputSetRefs",
    back: "outputSetRefs",
  },
];

export const dataSets: DocumentRule = (element) =>
  isA(element, "bpmn:InputOutputSpecification") ? SIDES.flatMap((side) => checkSide(element, side)) : [];

function checkSide(io: Element, side: Side): readonly Problem[] {
  const sets = childrenOf(io, side.sets);
  const contained = new Set(sets.flatMap((set) => childrenOf(set, side.members)));
  // What each turn of a repetition takes and gives is not there for the activity as a whole.
  const isOfTurns = childOf(io.$parent, "loopCharacteristics") !== undefined;
  const homeless = isOfTurns ? [] : childrenOf(io, side.items).filter((item) => !contained.has(item));
  const own = new Set(childrenOf(io, side.items));
  const named = sets.flatMap((set) => [side.members, ...side.special].flatMap((name) => childrenOf(set, name)));
  const foreign = named.filter((item) => !own.has(item)).map((item) => notOwn(io, item));
  return [...foreign, ...homeless.map((item) => inNoSet(item)), ...sets.flatMap((set) => checkSet(set, side))];
}

function checkSet(set: Element, { members, special, partners, back }: Side): readonly Problem[] {
  const own = childrenOf(set, members);
  const foreign = special.flatMap((name) => childrenOf(set, name)).filter((item) => !own.includes(item));
  const oneSided = childrenOf(set, partners).filter((partner) => !childrenOf(partner, back).includes(set));
  return [...foreign.map((item) => notMember(set, item)), ...oneSided.map((partner) => notMutual(set, partner))];
}

/** Told at the activity: the specification of its data often has no id. */
const notOwn = (io: Element, item: Element): Problem =>
  problemNear(
    io.$parent ?? io,
    "BPMN_DATA_SET",
    `的输入集或输出集引用了不属于它的“${titleOf(item)}”`,
    `has an input or output set with "${titleOf(item)}", which is not its own`,
  );

const inNoSet = (item: Element): Problem =>
  problemNear(item, "BPMN_DATA_IN_NO_SET", "不属于任何输入集或输出集", "stands in no input or output set");

const notMember = (set: Element, item: Element): Problem =>
  problemNear(
    set,
    "BPMN_DATA_NOT_IN_SET",
    `把不属于它的“${titleOf(item)}”列为可选或执行中提供`,
    `calls "${titleOf(item)}" optional or provided while executing, which is not in it`,
  );

const notMutual = (set: Element, partner: Element): Problem =>
  problemNear(
    set,
    "BPMN_DATA_SETS_ONE_SIDED",
    `与“${titleOf(partner)}”的对应关系只写在一边`,
    `names "${titleOf(partner)}" as its counterpart, which does not name it`,
  );
