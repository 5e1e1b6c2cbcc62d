import { documentOf, flow, flows, node, processOf, start, userTask } from "../../../support/bpmn-builder.ts";
import { rule } from "../../../support/bpmn-rules.ts";

const gateway = (id: string, gatewayDirection: string): string => node("parallelGateway", id, { gatewayDirection });
const diamond = (first: string, second: string): string =>
  documentOf(
    processOf(
      "p",
      start(),
      gateway("g", first),
      userTask("a"),
      userTask("b"),
      gateway("j", second),
      userTask("c"),
      flows("start > g > a > j > c", "g > b > j"),
    ),
  );

rule("gateway-direction", {
  fine: {
    "a fork and a join": diamond("Diverging", "Converging"),
    "no word about it": diamond("Unspecified", "Unspecified"),
    "joins and forks": documentOf(
      processOf(
        "p",
        start(),
        node("parallelGateway", "f"),
        gateway("g", "Mixed"),
        userTask("a"),
        userTask("b"),
        flows("start > f > a > g", "f > b > g"),
        ...["c", "d"].map((id) => userTask(id) + flow("g", id)),
      ),
    ),
  },
  refused: {
    "a fork that is said to converge": [diamond("Converging", "Converging"), "BPMN_GATEWAY_DIRECTION", "g"],
    "a join that is said to diverge": [diamond("Diverging", "Diverging"), "BPMN_GATEWAY_DIRECTION", "j"],
    "a fork that is said to be mixed": [diamond("Mixed", "Converging"), "BPMN_GATEWAY_DIRECTION", "g"],
    "a direction that there is not": [diamond("Sideways", "Converging"), "BPMN_ATTRIBUTE_VALUE", "g"],
  },
});
