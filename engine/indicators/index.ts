/** Door of the indicators: facts of a case from its events, and the judgement of an indicator about them. */
export { factsAfter } from "./case-facts.ts";
export type { CaseFacts, FindNode } from "./case-facts.ts";
export { accountFactNames, caseFactNames } from "./fact-names.ts";
export type { CaseFactName } from "./fact-names.ts";
export { checkFeel, judgeOf } from "./indicator.ts";
export { timeSpent } from "./time-spent.ts";
export type { TimeSpent } from "./time-spent.ts";
export type { Indicator, Judge, Verdict } from "./indicator.ts";
