/** The organisation with its people, grids that are edited on the map, and what is missing. */
import { anyObject, count, flag, key, lat, list, lng, object, ref, short, text } from "../schema-parts.ts";

const ring = { ...list(ref("MapPoint")), maxItems: 2000 } as const;

export const gridsSchemas = {
  MapPoint: object({ lng, lat }),
  UnitPeople: object({
    unit: ref("Unit"),
    /** Roles of this kind of unit with the people in them; empty: nobody. */
    posts: list(object({ role: key, roleTitle: ref("Title"), leads: flag, people: list(ref("Person")) })),
  }),
  Organisation: object({ units: list(ref("UnitPeople")), mayManage: flag }),
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
    },
    ["role", "roleTitle", "person", "others", "households", "range", "fallback"],
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
