/** What kind of worker does a task: zeebe's job type, else the operation it calls, else its implementation (BPMN 2.0 §10.3.3). */
import type { JobDefinition } from "../../model/process.ts";
import { childOf, childrenOf, extensionOf, feelOf, textOf } from "../element.ts";
import type { Element } from "../element.ts";

/** Zeebe tries a job three times unless told otherwise. */
const DEFAULT_RETRIES = "3";

export function jobDefinition(node: Element): JobDefinition {
  const definition = extensionOf(node, "zeebe:TaskDefinition");
  const headers = childrenOf(extensionOf(node, "zeebe:TaskHeaders"), "values");
  return {
    type: feelOf(jobType(node) ?? ""),
    retries: feelOf(textOf(definition, "retries") ?? DEFAULT_RETRIES),
    headers: Object.fromEntries(headers.map((header) => [textOf(header, "key") ?? "", textOf(header, "value") ?? ""])),
  };
}

export function jobType(node: Element): string | undefined {
  const definition = extensionOf(node, "zeebe:TaskDefinition");
  if (definition !== undefined) return textOf(definition, "type");
  const operation = childOf(node, "operationRef");
  return textOf(operation, "name") ?? textOf(operation, "id") ?? implementation(node);
}

/** `##unspecified` and `##WebService` name a technology and no worker (table 10.8). */
export function implementation(node: Element): string | undefined {
  const written = textOf(node, "implementation")?.trim() ?? "";
  return written === "" || written.startsWith("##") ? undefined : written;
}
