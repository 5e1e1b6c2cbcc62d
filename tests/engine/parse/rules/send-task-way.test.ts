import { documentOf, extensions, flows, message, node, processOf, start } from "../../../support/bpmn-builder.ts";
import { rule } from "../../../support/bpmn-rules.ts";

const job = `<zeebe:taskDefinition type="mail" />`;
const send = (inner: string): string =>
  documentOf(
    message("m", "hello", "=k") +
      processOf("p", start(), node("sendTask", "x", { messageRef: "m" }, inner), flows("start > x")),
  );

rule("send-task-way", {
  fine: {
    "a message": send(""),
    "a job": documentOf(processOf("p", start(), node("sendTask", "x", {}, extensions(job)), flows("start > x"))),
  },
  refused: { both: [send(extensions(job)), "BPMN_SEND_TWO_WAYS", "x"] },
});
