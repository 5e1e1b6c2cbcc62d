/** How many stand behind a pool: none at the least, one at the most or more, and the least is not above the most (BPMN 2.0 table 9.5). */
import { isA, numberOf } from "../element.ts";
import { problemNear } from "./document-rule.ts";
import type { DocumentRule } from "./document-rule.ts";

export const participantMultiplicity: DocumentRule = (element) => {
  if (!isA(element, "bpmn:ParticipantMultiplicity")) return [];
  const [minimum, maximum] = [numberOf(element, "minimum") ?? 0, numberOf(element, "maximum") ?? 1];
  const isWithin = [minimum, maximum].every(Number.isInteger) && minimum >= 0 && maximum >= 1 && minimum <= maximum;
  if (isWithin) return [];
  return [
    problemNear(
      element,
      "BPMN_PARTICIPANT_MULTIPLICITY",
      `的参与方数量从 ${minimum} 到 ${maximum}，不成立`,
      `stands for ${minimum} to ${maximum} participants, which cannot be`,
    ),
  ];
};
