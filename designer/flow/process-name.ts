/** The name that an author gave to the first process of a BPMN file, or undefined. */
export function processName(xml: string): string | undefined {
  const parsed = new DOMParser().parseFromString(xml, "text/xml");
  const process = parsed.getElementsByTagNameNS("http://www.omg.org/spec/BPMN/20100524/MODEL", "process")[0];
  const name = process?.getAttribute("name") ?? "";
  return name === "" ? undefined : name;
}
