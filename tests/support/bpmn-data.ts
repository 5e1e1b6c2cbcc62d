/** Data of BPMN for tests (§10.4): objects, what an activity needs and gives, and the associations between them. */

export const dataObject = (id: string, name = id, attributes = ""): string =>
  `<bpmn:dataObject id="${id}" name="${name}" ${attributes} />`;

/** `io(["order"], ["bill"])`: one set each; a name with `?` behind it is optional. */
export function io(inputs: readonly string[], outputs: readonly string[] = []): string {
  const item = (tag: string, name: string): string =>
    `<bpmn:${tag} id="${tag}_${plain(name)}" name="${plain(name)}" />`;
  const set = (tag: string, refs: string, optional: string, items: string, names: readonly string[]): string =>
    `<bpmn:${tag}>${names.map((name) => `<bpmn:${refs}>${items}_${plain(name)}</bpmn:${refs}>`).join("")}${names
      .filter((name) => name.endsWith("?"))
      .map((name) => `<bpmn:${optional}>${items}_${plain(name)}</bpmn:${optional}>`)
      .join("")}</bpmn:${tag}>`;
  return `<bpmn:ioSpecification>${inputs.map((name) => item("dataInput", name)).join("")}${outputs
    .map((name) => item("dataOutput", name))
    .join("")}${set("inputSet", "dataInputRefs", "optionalInputRefs", "dataInput", inputs)}${set(
    "outputSet",
    "dataOutputRefs",
    "optionalOutputRefs",
    "dataOutput",
    outputs,
  )}</bpmn:ioSpecification>`;
}

const plain = (name: string): string => name.replace("?", "");

interface More {
  readonly transformation?: string;
  /** From → to. */
  readonly assign?: readonly (readonly [from: string, to: string])[];
}

/** From a thing to a data input: ids on both ends. */
export const dataInto = (source: string | undefined, target: string, more: More = {}): string =>
  association("dataInputAssociation", source, target, more);
export const dataOutOf = (source: string | undefined, target: string, more: More = {}): string =>
  association("dataOutputAssociation", source, target, more);

function association(
  tag: string,
  source: string | undefined,
  target: string,
  { transformation, assign = [] }: More,
): string {
  const parts = [
    source === undefined ? "" : `<bpmn:sourceRef>${source}</bpmn:sourceRef>`,
    `<bpmn:targetRef>${target}</bpmn:targetRef>`,
    transformation === undefined ? "" : `<bpmn:transformation>${transformation}</bpmn:transformation>`,
    ...assign.map(
      ([from, to]) => `<bpmn:assignment><bpmn:from>${from}</bpmn:from><bpmn:to>${to}</bpmn:to></bpmn:assignment>`,
    ),
  ];
  return `<bpmn:${tag}>${parts.join("")}</bpmn:${tag}>`;
}
