/** The organisation with its people, grids that are edited on the map, and what is missing. */
import {
  anyObject,
  count,
  day,
  flag,
  instant,
  key,
  lat,
  list,
  lng,
  object,
  ref,
  short,
  text,
} from "../schema-parts.ts";

const phone = { type: "string", maxLength: 30 } as const;
const address = { type: "string", maxLength: 200 } as const;
const ring = { ...list(ref("MapPoint")), maxItems: 2000 } as const;

export const gridsSchemas = {
  MapPoint: object({ lng, lat }),
  UnitPeople: object(
    {
      unit: ref("Unit"),
      phone,
      address,
      /** Roles of this kind of unit with the people in them; empty: nobody. */
      posts: list(object({ role: key, roleTitle: ref("Title"), leads: flag, people: list(ref("Person")) })),
      /** Kinds of unit that I may add below it. */
      adds: list({ enum: ["community", "department"] }),
      /** Whether I may change it here: rename, move, telephone and address. */
      mayChange: flag,
    },
    ["phone", "address"],
  ),
  /** A unit that was merged or closed; its code and its past stay. */
  FormerUnit: object({ unit: ref("Unit"), parentTitle: ref("Title"), closedAt: instant, mayReopen: flag }, [
    "parentTitle",
    "closedAt",
  ]),
  Organisation: object({ units: list(ref("UnitPeople")), former: list(ref("FormerUnit")), mayManage: flag }),
  /** One unit before it is changed or closed. */
  UnitDetail: object(
    {
      unit: ref("Unit"),
      phone,
      address,
      revision: short,
      mayRename: flag,
      mayClose: flag,
      /** Units that it may stand below, the present one among them. */
      parents: list(ref("Unit")),
      /** What must be settled before it is closed, a sentence each. */
      ties: list(ref("Problem")),
    },
    ["phone", "address"],
  ),
  NewUnit: object(
    { kind: { enum: ["community", "department"] }, parent: key, title: ref("UnitTitle"), phone, address },
    ["phone", "address"],
  ),
  UnitTitle: object({ "zh-CN": short, en: short }),
  UnitChange: object({ revision: short, parent: key, title: ref("UnitTitle"), phone, address }, [
    "parent",
    "phone",
    "address",
  ]),
  UnitClosing: object({ revision: short, note: text }, ["note"]),
  UnitChanged: object({ unit: key, version: count }),
  /** What is missing, with the place where one repairs it. */
  Gap: object(
    {
      kind: {
        enum: [
          "gridWithoutWorker",
          "workerInTwoGrids",
          "gridTooSmall",
          "gridTooLarge",
          "unitWithoutLeader",
          "roleWithoutPeople",
          "flowRoleEmpty",
          "communityWithoutGrid",
          "postEnding",
        ],
      },
      unit: key,
      unitTitle: ref("Title"),
      street: key,
      role: key,
      roleTitle: ref("Title"),
      person: ref("Person"),
      /** The other units of the person. */
      others: list(ref("Title")),
      households: count,
      range: object({ min: count, max: count }),
      /** Who gets the work meanwhile; absent: nobody, work stays where it is. */
      fallback: ref("Title"),
      /** The last day of the person who goes. */
      day,
      /** Who takes the post, and from which day on. */
      coming: object({ person: ref("Person"), day }),
    },
    ["role", "roleTitle", "person", "others", "households", "range", "fallback", "day", "coming"],
  ),
  GridArea: object({
    unit: key,
    community: key,
    title: ref("Title"),
    /** Corners, the first not repeated. */
    ring,
  }),
  StreetGrids: object({
    street: key,
    revision: short,
    grids: list(
      object({
        area: ref("GridArea"),
        households: count,
        places: count,
        openCases: count,
        people: list(ref("Person")),
      }),
    ),
    communities: list(ref("Unit")),
    /** Codes of grids that are gone: they are not used again. */
    usedCodes: list(key),
    /** Size range of the street in households. */
    range: object({ min: count, max: count }),
    /** Streets beside, for the eye. */
    neighbours: list(ref("GridArea")),
    basemap: anyObject,
    mayManage: flag,
  }),
  GridsChange: object({
    street: key,
    /** Of the grids as they were loaded. */
    revision: short,
    checkOnly: flag,
    note: text,
    grids: { ...list(ref("GridArea")), maxItems: 500 },
  }),
  GridProblem: object({ problem: ref("Problem"), at: list(ring) }),
  GridsChanged: object(
    {
      published: flag,
      version: count,
      movedPlaces: count,
      added: list(key),
      removed: list(key),
      problems: list(ref("GridProblem")),
    },
    ["version"],
  ),
};
