/** All ways to break a model. */
import { ACTIVITY_MUTATIONS } from "./activities.ts";
import { DOCUMENT_MUTATIONS } from "./documents.ts";
import { EVENT_MUTATIONS } from "./events.ts";
import { FLOWS_AND_GATEWAYS } from "./flows-and-gateways.ts";
import type { Mutation } from "./mutation.ts";

export const MUTATIONS: readonly Mutation[] = [
  ...FLOWS_AND_GATEWAYS,
  ...EVENT_MUTATIONS,
  ...ACTIVITY_MUTATIONS,
  ...DOCUMENT_MUTATIONS,
];
