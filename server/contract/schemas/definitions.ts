/** What is deployed, and deployment. */
import { text, short, key, instant, flag, count, list, ref, anyObject, object } from "../schema-parts.ts";

export const definitionsSchemas = {
  DefinitionSummary: object({
    kind: short,
    key,
    pack: key,
    packTitle: ref("Title"),
    title: ref("Title"),
    version: count,
    publishedAt: instant,
    openInstances: count,
  }),
  DefinitionVersion: object({ version: count, publishedAt: instant, by: short, hash: short, note: text }),
  DefinitionDetail: object(
    {
      summary: ref("DefinitionSummary"),
      versions: list(ref("DefinitionVersion")),
      /** File text: BPMN or DMN XML, or JSON. */
      content: { type: "string" },
      resolved: anyObject,
      problems: list(ref("Problem")),
    },
    ["resolved"],
  ),
  DeployRequest: object(
    {
      kind: { enum: ["form", "process", "decision", "ladder", "calendar", "vocabulary", "matter"] },
      pack: key,
      content: { type: "string", maxLength: 2_097_152 },
      checkOnly: flag,
      note: text,
    },
    ["checkOnly", "note"],
  ),
  DeployResult: object({ deployed: flag, key, version: count, problems: list(ref("Problem")) }, ["key", "version"]),
};
