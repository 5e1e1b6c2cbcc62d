/** Units, grids, places and the map. */
import { text, short, id, key, instant, lng, lat, flag, count, list, ref, anyObject, object } from "../schema-parts.ts";

export const organisationSchemas = {
  Unit: object(
    {
      code: key,
      kind: { enum: ["city", "district", "street", "community", "grid", "department"] },
      parent: key,
      title: ref("Title"),
    },
    ["parent"],
  ),
  Place: object({
    code: id,
    kind: short,
    name: short,
    address: text,
    lng,
    lat,
    grid: key,
    gridTitle: ref("Title"),
    community: key,
    street: key,
    streetTitle: ref("Title"),
  }),
  GridAt: object(
    {
      grid: key,
      gridTitle: ref("Title"),
      community: key,
      street: key,
      streetTitle: ref("Title"),
      nearestPlace: ref("Place"),
    },
    ["nearestPlace"],
  ),
  /** Polygons of my grids and the synthetic base map, as GeoJSON. */
  MapLayers: object({ grids: anyObject, basemap: anyObject }),
  /** 扫码定责: asked before sending. */
  OwnerQuestion: object({ matter: key, placeCode: id, position: ref("Position") }, ["placeCode", "position"]),
  OwnerAnswer: object(
    {
      place: ref("Place"),
      grid: key,
      gridTitle: ref("Title"),
      /** Absent when no rule names an owner: an owner-decision task will be made. */
      lead: key,
      leadTitle: ref("Title"),
      role: key,
      roleTitle: ref("Title"),
      people: list(ref("Person")),
      assist: list(ref("Title")),
      limit: ref("Limit"),
      dueAt: instant,
      rule: text,
      ruleId: short,
    },
    ["place", "lead", "leadTitle", "role", "roleTitle", "limit", "dueAt", "ruleId"],
  ),
  Matter: object({
    key,
    code: short,
    title: ref("Title"),
    largeClass: key,
    largeClassTitle: ref("Title"),
    severity: short,
    limit: ref("Limit"),
    reportForm: key,
    process: key,
    evidence: anyObject,
    recent: flag,
  }),
  /** Codes of one list (`caseState`, `stage`, `level`, `severity` …) in both languages, in their order. */
  Vocabulary: object({ key, title: ref("Title"), codes: list(object({ code: short, title: ref("Title") })) }),
  ModuleTile: object({ key, title: ref("Title"), icon: short, form: key, opens: short, badge: count, enabled: flag }, [
    "form",
    "opens",
    "badge",
  ]),
  Home: object(
    {
      grid: ref("Title"),
      counts: object({ todo: count, done: count, mine: count, overdue: count, unreadNotices: count }),
      tiles: list(ref("ModuleTile")),
      today: list(object({ key, title: ref("Title"), done: count, goal: count, form: key })),
    },
    ["grid"],
  ),
};
