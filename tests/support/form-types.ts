/* Made by `npm run types` from definitions/city/forms. Do not edit. */

export interface Arbitration {
  lead: string;
  role: "handler" | "communityAcceptor" | "gridWorker";
  opinion: string;
}

export interface ClosureDecision {
  outcome: "close" | "rework";
  opinion: string;
}

export interface DailyPatrol {
  shift: "day" | "night";
  /**
   * @maxItems 3
   */
  readiness?: ("uniform" | "badge" | "bag")[];
  position: {
    lng: number;
    lat: number;
    accuracy?: number;
    source: "gps" | "pin" | "place";
    at?: string;
  };
  checklist: {
    homeWorkshop: DailyPatrolCheck;
    dangerousGoods: DailyPatrolCheck;
    vending: DailyPatrolCheck;
    foodStalls: DailyPatrolCheck;
    newStructures: DailyPatrolCheck;
    siteFences: DailyPatrolCheck;
    rubbleHeaps: DailyPatrolCheck;
    fireLanes: DailyPatrolCheck;
    fireGear: DailyPatrolCheck;
    charging: DailyPatrolCheck;
    covers: DailyPatrolCheck;
    facades: DailyPatrolCheck;
    neighbours: DailyPatrolCheck;
    propertyService: DailyPatrolCheck;
    gridBoard: DailyPatrolCheck;
    servicePoint: DailyPatrolCheck;
  };
  note?: string;
}
export interface DailyPatrolCheck {
  result: "normal" | "problem" | "notApplicable";
  note?: string;
  /**
   * @minItems 1
   * @maxItems 4
   */
  photos?: string[];
  matter?: string;
  position?: {
    lng: number;
    lat: number;
    accuracy?: number;
    source: "gps" | "pin" | "place";
    at?: string;
  };
}

export interface Disposal {
  result?: string;
  /**
   * @minItems 1
   * @maxItems 9
   */
  photos?: string[];
  beyondAuthority?: string;
  unable?: string;
  extensionDays?: number;
  extensionReason?: string;
  outcome: "done" | "escalate" | "requestExtension";
}

export interface EventReport {
  result?: string;
  /**
   * @minItems 1
   * @maxItems 9
   */
  resultPhotos?: string[];
  /**
   * @minItems 1
   * @maxItems 9
   */
  photos?: string[];
  matter: string;
  place?: string;
  position: {
    lng: number;
    lat: number;
    accuracy?: number;
    source: "gps" | "pin" | "place";
    at?: string;
  };
  description: string;
  severity: "general" | "major" | "urgent";
  onSpot?: boolean;
}

export interface ExtensionApproval {
  days?: number;
  decision: "grant" | "refuse";
  opinion?: string;
}

export interface HouseholdCollection {
  informed?: true;
  use?: "selfOccupied" | "rented" | "vacant" | "business" | "other";
  dwellingType?: "flat" | "house" | "shopHouse" | "dormitory";
  area?: number;
  ownerName?: string;
  gas?: "piped" | "bottled" | "none";
  smokeAlarm?: boolean;
  eBikes?: number;
  dogs?: number;
  headName?: string;
  phone?: string;
  idNumber?: string;
  residents?: number;
  elderly?: number;
  elderlyAlone?: boolean;
  disabled?: number;
  hardship?: "none" | "minimumLiving" | "temporary" | "seriousIllness";
  /**
   * @maxItems 6
   */
  needs?: ("errand" | "medical" | "meals" | "repair" | "mediation" | "job")[];
  note?: string;
  missing?: string;
  reason?: string;
  revisitOn?: string;
  place: string;
  outcome: "completed" | "partial" | "refused" | "absent";
}

export interface LevelHandling {
  result?: string;
  /**
   * @minItems 1
   * @maxItems 9
   */
  photos?: string[];
  beyondAuthority?: string;
  unable?: string;
  outcome: "solved" | "escalate";
}

export interface LevelSupervision {
  requirement?: string;
  reason?: string;
  result?: string;
  /**
   * @minItems 1
   * @maxItems 9
   */
  photos?: string[];
  outcome: "continue" | "redispatch" | "solved";
}

export interface OwnerDecision {
  lead?: string;
  role?: "handler" | "communityAcceptor" | "gridWorker";
  /**
   * @maxItems 5
   */
  assist?: string[];
  limitDays?: number;
  outcome: "assign" | "dismiss";
  reason: string;
}

export interface Redispatch {
  lead: string;
  role: "handler" | "communityAcceptor" | "gridWorker";
  reason: string;
}

export interface ResidentReport {
  matter: string;
  description: string;
  /**
   * @maxItems 6
   */
  photos?: string[];
  position?: {
    lng: number;
    lat: number;
    accuracy?: number;
    source: "gps" | "pin" | "place";
    at?: string;
  };
  phone?: string;
  consent: true;
}

export interface SignFor {
  reason?: string;
  suggestedUnit?: string;
  decision: "accept" | "return";
}

export interface TopLevelHandling {
  result?: string;
  /**
   * @minItems 1
   * @maxItems 9
   */
  photos?: string[];
  reason?: string;
  outcome: "solved" | "redispatch";
}

export interface Verification {
  /**
   * @minItems 1
   * @maxItems 9
   */
  photos?: string[];
  outcome: "pass" | "fail" | "cannotVerify";
  opinion?: string;
}
