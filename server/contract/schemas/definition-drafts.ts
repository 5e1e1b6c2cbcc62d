/** Definitions at work: the form draft, flow draft … that people edit before they publish it. */
import { text, short, key, instant, flag, count, list, ref, object } from "../schema-parts.ts";

const content = { type: "string", maxLength: 2_097_152 } as const;

export const definitionDraftsSchemas = {
  /** `prefix`: what keys of the pack's own definitions begin with; empty for the base. */
  Pack: object({ key, title: ref("Title"), level: key, levelKind: short, prefix: short }),
  DefinitionDraftSummary: object(
    {
      ...{ pack: key, packTitle: ref("Title"), kind: short, key, title: ref("Title") },
      ...{ editSequence: count, by: ref("Person"), at: instant, publishedVersion: count },
    },
    ["publishedVersion"],
  ),
  /** What an editor shows; `editSequence` 0 when nobody has edited it yet. */
  DefinitionDraft: object(
    {
      ...{ pack: key, kind: short, key },
      /** File text: BPMN or DMN XML, or JSON. Left out of the answer to a save. */
      content,
      editSequence: count,
      /** True when it differs from the published version. */
      isChanged: flag,
      by: ref("Person"),
      at: instant,
      /** The version that the edits began from. */
      baseVersion: count,
      publishedVersion: count,
      /** What is wrong with the document by itself; publishing checks it with everything around it. */
      problems: list(ref("Problem")),
      /** The form's validator as an ES module, when it compiles. */
      validatorUrl: short,
    },
    ["content", "by", "at", "baseVersion", "publishedVersion", "validatorUrl"],
  ),
  SaveDefinitionDraft: object({ content, editSequence: count }),
  PublishDefinitionDraft: object({ note: text, editSequence: count, checkOnly: flag, baseVersion: count }, [
    "checkOnly",
    "baseVersion",
  ]),
  /** One difference from the published version, in words. */
  DefinitionChange: object({ severity: { enum: ["safe", "attention", "lossy"] }, zh: text, en: text, item: short }, [
    "item",
  ]),
  PublishResult: object(
    { published: flag, version: count, problems: list(ref("Problem")), changes: list(ref("DefinitionChange")) },
    ["version"],
  ),
};
