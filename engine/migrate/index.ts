/** The door of migration. */
export { dryRun, migrate } from "./migrate.ts";
export { planProblems } from "./plan-problems.ts";
export { suggestPlan } from "./suggest-plan.ts";
export type { Match, Suggestion } from "./suggest-plan.ts";
export type { Fate, Migration, MigrationPlan, ProcessPlan, Verdict } from "./plan.ts";
