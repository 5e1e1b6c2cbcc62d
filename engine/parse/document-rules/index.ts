/** Every rule about a document as a whole, on one screen. */
import { associations } from "./associations.ts";
import { collections } from "./collections.ts";
import { dataAssociations } from "./data-associations.ts";
import { dataPlaces } from "./data-places.ts";
import { dataSets } from "./data-sets.ts";
import { dataTypes } from "./data-types.ts";
import type { DocumentRule } from "./document-rule.ts";
import { enumerations } from "./enumerations.ts";
import { lanes } from "./lanes.ts";
import { messageFlows } from "./message-flows.ts";
import { participantMultiplicity } from "./participant-multiplicity.ts";
import { referenceTypes } from "./reference-types.ts";
import { roleAssignment } from "./role-assignment.ts";
import { thrownDefinitions } from "./thrown-definitions.ts";

export const DOCUMENT_RULES: readonly DocumentRule[] = [
  referenceTypes,
  enumerations,
  messageFlows,
  lanes,
  associations,
  dataAssociations,
  dataPlaces,
  dataSets,
  dataTypes,
  collections,
  participantMultiplicity,
  roleAssignment,
  thrownDefinitions,
];
