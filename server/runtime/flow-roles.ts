/** Which roles a street's flows hand work to, read from the flows themselves and the parameters that they name. */
import { parameterValue } from "./parameter-value.ts";
import type { OrganisationContext } from "./organisation-context.ts";
import { dayOf } from "../views/moments.ts";

export interface FlowRole {
  /** Kind of the unit that has the role. */
  readonly kind: string;
  readonly role: string;
}

/** `place.street + "/dispatcher"`, `place.street + "/" + param.verifierRole`: how a flow names a candidate group. */
const group = /place\.(grid|community|street|district)\s*\+\s*"\/(?:"\s*\+\s*param\.([A-Za-z0-9_]+)|([A-Za-z0-9_]+)")/g;

/** In: the street's code. Out: each kind and role once. */
export function flowRoles({ catalogue, ports }: OrganisationContext, street: string): readonly FlowRole[] {
  const pack = catalogue.resolvedPack(street);
  const day = dayOf(ports.clock.now(), catalogue.timeZone);
  const found = new Map<string, FlowRole>();
  for (const document of Object.values(pack.documents)) {
    if (document.kind !== "process" || !("xml" in document)) continue;
    const xml = document.xml.replaceAll("&quot;", '"').replaceAll("&#34;", '"');
    for (const [, kind = "", parameter, literal = ""] of xml.matchAll(group)) {
      const role = parameter === undefined ? literal : parameterValue(pack, parameter, day);
      if (typeof role === "string") found.set(`${kind}/${role}`, { kind, role });
    }
  }
  return [...found.values()];
}
