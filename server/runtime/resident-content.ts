/** Reads the document of the residents' channel out of one street's resolved pack. */
import type { JsonObject } from "../../engine/model/json.ts";
import type { ResolvedPack } from "../../engine/model/pack.ts";
import type { Title } from "../../engine/model/title.ts";
import type { ResidentContent } from "./catalogue-type.ts";
import { contentOf, isOn, objects, text, title } from "./street-words.ts";

const KEY = "residentReport";

const isObject = (value: unknown): value is JsonObject =>
  typeof value === "object" && value !== null && !Array.isArray(value);
const entries = (value: unknown): readonly (readonly [string, unknown])[] =>
  isObject(value) ? Object.entries(value) : [];
const titles = (value: unknown): Readonly<Record<string, Title>> =>
  Object.fromEntries(entries(value).map(([name, each]) => [name, title(each)]));
const number = (value: unknown): number => (typeof value === "number" ? value : 0);

const limitsOf = (value: unknown): ResidentContent["limits"] =>
  Object.fromEntries(
    entries(value).flatMap(([name, limit]) =>
      isObject(limit) ? [[name, { count: number(limit["count"]), minutes: number(limit["minutes"]) }]] : [],
    ),
  );

/** In: `hasMatter` says what the street's catalogue knows; a matter that it has switched off is not offered. */
export function residentContentOf(
  pack: ResolvedPack,
  hasMatter: (key: string) => boolean,
): ResidentContent | undefined {
  const content = contentOf(pack, "resident", KEY);
  if (content === undefined) return undefined;
  const offered = objects(content["matters"]).filter((each) => isOn(each) && hasMatter(text(each["matter"])));
  return {
    ...{ title: title(content["title"]), form: text(content["form"]), urgent: title(content["urgent"]) },
    matters: offered.map((each) => ({
      ...{ matter: text(each["matter"]), icon: text(each["icon"]), title: title(each["title"]) },
    })),
    privacy: objects(content["privacy"]).map(title),
    ...{ progress: titles(content["progress"]), due: title(content["due"]), late: title(content["late"]) },
    ratings: objects(content["ratings"]).map((each) => ({
      ...{ code: text(each["code"]), title: title(each["title"]), needsWords: each["needsWords"] === true },
    })),
    ...{ thanks: titles(content["thanks"]), limits: limitsOf(content["limits"]) },
    ...{ linkDays: number(content["linkDays"]), contactDays: number(content["contactDays"]) },
    photoHours: number(content["photoHours"]),
    showsResultPhotos: content["showsResultPhotos"] === true,
    duties: objects(content["duties"]).map(title),
  };
}
