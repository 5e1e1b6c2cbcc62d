import { documentOf, flows, node, processOf, start } from "../../../support/bpmn-builder.ts";
import { rule } from "../../../support/bpmn-rules.ts";

const pool = (multiplicity: string): string =>
  documentOf(
    `<bpmn:collaboration id="c"><bpmn:participant id="pool" processRef="p"><bpmn:participantMultiplicity ${multiplicity} /></bpmn:participant></bpmn:collaboration>` +
      processOf("p", start(), node("manualTask", "a"), flows("start > a")),
  );
const REFUSED = "BPMN_PARTICIPANT_MULTIPLICITY";

rule("participant-multiplicity", {
  fine: { "from to": pool(`minimum="2" maximum="5"`), "nothing said": pool(""), "at most": pool(`maximum="3"`) },
  refused: {
    "fewer than none": [pool(`minimum="-1" maximum="1"`), REFUSED, "pool"],
    "at most none": [pool(`minimum="0" maximum="0"`), REFUSED, "pool"],
    "at least more than at most": [pool(`minimum="3" maximum="2"`), REFUSED, "pool"],
  },
});
