/** Every rule that a process must keep to be deployed. */
import type { Rule } from "./rule.ts";

export const RULES: Readonly<Record<string, Rule>> = {};
