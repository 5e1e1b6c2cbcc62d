/** The table of kinds: a kind that is not here cannot be in a pack. */
import type { Kind } from "../../model/pack.ts";
import { calendarKind } from "./calendar.ts";
import { formKind } from "./form.ts";
import type { KindRules } from "./kind.ts";
import { ladderKind } from "./ladder.ts";
import { matterKind } from "./matter.ts";
import { messageKind } from "./message.ts";
import { moduleKind } from "./module.ts";
import { organisationKind } from "./organisation.ts";
import { parameterKind } from "./parameter.ts";
import { registerKind } from "./register.ts";
import { residentKind } from "./resident.ts";
import { reportKind } from "./report.ts";
import { scenarioKind } from "./scenario.ts";
import { scorecardKind } from "./scorecard.ts";
import { vocabularyKind } from "./vocabulary.ts";

export type { Item, KindRules, Narrowing } from "./kind.ts";

/** Kinds whose content is JSON. Flows and decision tables are XML: their rules stand in `process.ts` and `decision.ts`. */
export type JsonKind = Exclude<Kind, "process" | "decision">;

export const kinds: Readonly<Record<JsonKind, KindRules>> = {
  organisation: organisationKind,
  parameter: parameterKind,
  vocabulary: vocabularyKind,
  matter: matterKind,
  register: registerKind,
  form: formKind,
  calendar: calendarKind,
  ladder: ladderKind,
  module: moduleKind,
  message: messageKind,
  resident: residentKind,
  scenario: scenarioKind,
  scorecard: scorecardKind,
  report: reportKind,
};
