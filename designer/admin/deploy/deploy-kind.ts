/** What a chosen file is: by its name first, by its text second. */
import type { DeployRequest } from "../../../server/contract/types.ts";

export type DeployKind = DeployRequest["kind"];
export const deployKinds = [
  "process",
  "decision",
  "form",
  "ladder",
  "calendar",
  "vocabulary",
  "matter",
] as const satisfies readonly DeployKind[];

/** Top keys that only one kind of JSON content has. */
const signs: readonly (readonly [string, DeployKind])[] = [
  ["schema", "form"],
  ["rungs", "ladder"],
  ["officeHours", "calendar"],
  ["codes", "vocabulary"],
  ["matters", "matter"],
];

/** The kind, or undefined when the person must say it. */
export function kindOf(name: string, content: string): DeployKind | undefined {
  const ending = name.toLowerCase().split(".").at(-1);
  if (ending === "bpmn") return "process";
  if (ending === "dmn") return "decision";
  if (ending === "xml") return /\bdecisionTable\b/.test(content) ? "decision" : "process";
  try {
    const parsed = JSON.parse(content) as unknown;
    if (typeof parsed !== "object" || parsed === null) return undefined;
    return signs.find(([key]) => key in parsed)?.[1];
  } catch {
    return undefined;
  }
}

/** As the contract's `DeployRequest.content.maxLength`: larger files are refused before they are sent. */
export const largestContent = 2_097_152;
