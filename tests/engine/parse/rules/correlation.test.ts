import { documentOf, end, flows, processOf, start } from "../../../support/bpmn-builder.ts";
import { rule } from "../../../support/bpmn-rules.ts";

const property = (path = "id", id = "Order"): string =>
  `<bpmn:correlationProperty id="${id}" name="order"><bpmn:correlationPropertyRetrievalExpression messageRef="M"><bpmn:messagePath>${path}</bpmn:messagePath></bpmn:correlationPropertyRetrievalExpression></bpmn:correlationProperty>`;
const key = (id: string, ...refs: string[]): string =>
  `<bpmn:correlationKey id="${id}">${refs.map((ref) => `<bpmn:correlationPropertyRef>${ref}</bpmn:correlationPropertyRef>`).join("")}</bpmn:correlationKey>`;
const subscription = (attributes: string, bound = "Order", path = "orderId"): string =>
  `<bpmn:correlationSubscription id="s" ${attributes}><bpmn:correlationPropertyBinding correlationPropertyRef="${bound}"><bpmn:dataPath>${path}</bpmn:dataPath></bpmn:correlationPropertyBinding></bpmn:correlationSubscription>`;
const around = (properties: string, subscribed = subscription(`correlationKeyRef="K"`)): string =>
  documentOf(
    `<bpmn:message id="M" name="m" />${properties}<bpmn:collaboration id="c">${key("K", "Order")}</bpmn:collaboration>` +
      processOf("p", subscribed, start(), end(), flows("start > end")),
  );

rule("correlation", {
  fine: { "a key that is read off the message and bound in the process": around(property()) },
  refused: {
    "a property that no message has": [
      around(`<bpmn:correlationProperty id="Order" name="order" />`),
      "BPMN_CORRELATION",
      "p",
    ],
    "a subscription without a key": [around(property(), subscription("")), "BPMN_CORRELATION", "p"],
    "a binding of another key's property": [
      around(property() + property("id", "Other"), subscription(`correlationKeyRef="K"`, "Other")),
      "BPMN_CORRELATION",
      "p",
    ],
    "a faulty path": [around(property("id +")), "BPMN_FEEL_INVALID", "p"],
    "an empty data path": [
      around(property(), subscription(`correlationKeyRef="K"`, "Order", " ")),
      "BPMN_EXPRESSION_EMPTY",
      "p",
    ],
  },
});
