/** Door of the rehearsal: a case that nobody touches, and the chain that it goes up. */
export { chainOf } from "./chain.ts";
export type { ChainLink } from "./chain.ts";
export { untouched } from "./untouched.ts";
export type { Moment, Rehearsal } from "./untouched.ts";
